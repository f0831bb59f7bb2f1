/* A part of a form that stands apart from the question it follows from. */
import { component } from "./component.js";

component("follows", (part) => {
  for (const input of document.getElementsByName(part.dataset.of)) {
    input.addEventListener("change", () => (part.hidden = input.value !== part.dataset.value));
  }
});
