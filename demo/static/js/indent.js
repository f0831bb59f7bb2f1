/* Tab makes an indent in the text, as in the writing programs that people are used to. */
import { component } from "./component.js";

component("indent", (area) => {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    event.preventDefault();
    area.setRangeText("\t", area.selectionStart, area.selectionEnd, "end");
  });
});
