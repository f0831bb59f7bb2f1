/* An on-off control with a hidden field, and what is shown while it is on. */
import { component } from "./component.js";

component("switch", (root) => {
  const [button, field, shown, template] = ["button", "input", "div", "template"].map((name) => root.querySelector(name));
  const set = (on) => {
    field.value = on ? "ja" : "nej";
    button.classList.toggle("is-on", on);
    if (button.hasAttribute("aria-checked")) button.setAttribute("aria-checked", String(on));
    shown.replaceChildren(...(on ? [template.content.cloneNode(true)] : []));
  };
  button.addEventListener("click", () => set(field.value !== "ja"));
  if (field.value === "ja") set(true);
});
