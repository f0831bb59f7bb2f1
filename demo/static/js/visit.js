/* A visit in the schedule: its menu opens with the other mouse button too, and a cancelled one goes away. */
import { announce } from "./announce.js";
import { component } from "./component.js";

component("visit", (visit) => {
  const menu = visit.querySelector(".menu");
  const tip = visit.querySelector('[role="tooltip"]');
  const mouse = (event) => {
    tip.hidden = true;
    event.preventDefault();
    if (menu.hidden) menu.parentElement.dispatchEvent(new CustomEvent("open-menu"));
  };
  if (visit.hasAttribute("data-mouse-only")) {
    visit.addEventListener("mousedown", (event) => event.button === 2 && mouse(event));
    visit.addEventListener("contextmenu", (event) => event.preventDefault());
  } else visit.addEventListener("contextmenu", mouse);

  visit.querySelector(".visit__cancel").addEventListener("click", () => {
    const cell = visit.closest("td");
    announce("Besöket är avbokat.");
    visit.remove();
    cell.tabIndex = -1;
    cell.focus();
  });
  visit.querySelector(".visit__copy").addEventListener("click", () => announce("Besöket upprepas i morgon."));
});
