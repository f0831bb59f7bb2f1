/* Folds a text away by its height, so that it can glide open. */
import { component } from "./component.js";

component("fold", (button) => {
  const folded = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    folded.hidden = false;
    folded.classList.toggle("help--folded");
    folded.setAttribute("aria-hidden", String(folded.classList.contains("help--folded")));
  });
});
