/* Goes on to the next field when this one is full. */
import { component } from "./component.js";

component("advance", (input) => {
  input.addEventListener("input", () => {
    if (input.value.length >= Number(input.dataset.length)) document.getElementById(input.dataset.next).focus();
  });
});
