/* A question that follows from an answer shows while that answer is chosen. */
import { component } from "./component.js";

component("reveal", (input) => {
  const follows = document.getElementById(input.dataset.reveals);
  const show = () => (follows.hidden = !input.checked);
  for (const other of document.getElementsByName(input.name)) other.addEventListener("change", show);
  show();
});
