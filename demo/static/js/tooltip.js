/* A short text that shows while its button has focus or the pointer is over either of them. Escape takes it away. */
import { component } from "./component.js";

component("tooltip", (button) => {
  const tip = document.getElementById(button.dataset.tooltip);
  const area = button.parentElement;
  const show = () => (tip.hidden = false);
  const hide = () => (tip.hidden = true);

  button.addEventListener("pointerenter", show);
  if (button.hasAttribute("data-hover-only")) {
    button.addEventListener("pointerleave", hide);
    return;
  }
  area.addEventListener("pointerleave", hide);
  button.addEventListener("focus", show);
  button.addEventListener("blur", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
});
