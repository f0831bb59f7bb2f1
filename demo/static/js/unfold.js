/* A button that shows and hides a text, and says nothing of it. */
import { component } from "./component.js";

component("unfold", (button) => {
  const text = document.getElementById(button.dataset.unfolds);
  button.addEventListener("click", () => text.toggleAttribute("hidden"));
});
