/* A button that is pressed or not. */
import { component } from "./component.js";

component("toggle", (button) => {
  button.addEventListener("click", () => button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true")));
});
