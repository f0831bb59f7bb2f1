/* What is wrong with a form is read first: focus goes to the summary, and from its links into the fields. */
import { component } from "./component.js";

component("error-summary", (summary) => summary.focus());

document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  const field = target.matches("fieldset") ? target.querySelector("input, button") : target;
  (target.matches("fieldset") ? target : target.closest(".field") ?? target).scrollIntoView();
  field.focus({ preventScroll: true });
});
