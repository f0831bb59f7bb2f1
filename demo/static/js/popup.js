/* Buttons of which one at a time shows what it controls, such as the marks on a map. */
import { component } from "./component.js";

component("popup", (button) => {
  const shown = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const open = shown.hidden;
    for (const other of button.parentElement.querySelectorAll('[aria-expanded="true"]')) {
      other.setAttribute("aria-expanded", "false");
      document.getElementById(other.getAttribute("aria-controls")).hidden = true;
    }
    shown.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  });
});
