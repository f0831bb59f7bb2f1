/* The quick way out: the page is replaced, so that the way back does not lead here. Escape thrice does the same. */
import { component } from "./component.js";

const TIMES = 3;
const SOON = 2000;

component("leave", (bar) => {
  const go = () => location.replace(bar.dataset.href);
  let pressed = [];

  bar.querySelector(".leave__button").addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === bar.dataset.key) go();
    if (event.key !== "Escape") return;
    pressed = [...pressed.filter((time) => event.timeStamp - time < SOON), event.timeStamp];
    if (pressed.length >= TIMES) go();
  });
});
