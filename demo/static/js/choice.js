/* One choice of several, drawn with divs as older pages have it: a click chooses, and what follows is shown. */
import { component } from "./component.js";

component("choice", (root) => {
  const field = root.querySelector("input[type=hidden]");
  const options = [...root.querySelectorAll('[role="radio"]')];
  root.addEventListener("click", (event) => {
    const chosen = event.target.closest('[role="radio"]');
    if (!chosen) return;
    field.value = chosen.dataset.value;
    for (const option of options) {
      option.setAttribute("aria-checked", String(option === chosen));
      if (option.dataset.reveals) document.getElementById(option.dataset.reveals).hidden = option !== chosen;
    }
  });
});
