/* A button that shows and hides the element it controls. */
import { component } from "./component.js";

component("disclosure", (button) => {
  const shown = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    if (shown.hasAttribute("hidden") || !open) shown.toggleAttribute("hidden", !open && !shown.matches(".side-menu"));
  });
});
