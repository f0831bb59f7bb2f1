/* Shows how much room is left in a text when it is nearly full, and says so now and then. */
import { announce } from "./announce.js";
import { component } from "./component.js";

const NEARLY = 200;

component("count", (area) => {
  const place = document.getElementById(area.dataset.count);
  area.addEventListener("input", () => {
    const left = area.maxLength - area.value.length;
    place.hidden = left > NEARLY;
    place.textContent = `${left} tecken kvar`;
    if (left <= NEARLY && left % 50 === 0) announce(place.textContent);
  });
});
