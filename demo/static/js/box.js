/* A drawn box to tick. */
import { component } from "./component.js";

component("box", (box) => {
  const turn = () => box.setAttribute("aria-checked", String(box.getAttribute("aria-checked") !== "true"));
  box.addEventListener("click", turn);
  box.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    turn();
  });
});
