/* A password that can be read while it is written. */
import { component } from "./component.js";

component("password", (root) => {
  const [input, button] = [root.querySelector("input"), root.querySelector("button")];
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", String(shown));
  });
});
