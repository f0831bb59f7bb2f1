/* A button that opens its dialog as soon as focus comes to it. */
import { component } from "./component.js";
import { open } from "./dialog.js";

component("eager", (button) => {
  const dialog = document.getElementById(button.dataset.opensOnFocus);
  let back = false;
  dialog.addEventListener("close", () => (back = false));
  button.addEventListener("focus", () => {
    if (back) return;
    back = true;
    open(dialog, button);
  });
});
