/* The steps of signing, which happen outside the page: here it only tells that it waits. */
import { component } from "./component.js";

component("signing", (root) => {
  const [state, start, form] = [root.querySelector("p"), root.querySelector("[data-start]"), root.querySelector("form")];
  start.addEventListener("click", () => {
    state.textContent = "Väntar på att du skriver din kod i legitimationen.";
    form.hidden = false;
    form.querySelector("button").focus();
    start.hidden = true;
  });
});
