/* A part of a form that stands apart from the question it follows from, and shows for some of its answers. */
import { component } from "./component.js";

component("follows", (part) => {
  const answers = part.dataset.value.split(" ");
  for (const input of document.getElementsByName(part.dataset.of)) {
    input.addEventListener("change", () => (part.hidden = !answers.includes(input.value)));
  }
});
