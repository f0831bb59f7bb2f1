/* Buttons that are one stop for Tab (ARIA Authoring Practices: toolbar). Arrow keys, Home and End go between them. */
import { component } from "./component.js";

component("toolbar", (bar) => {
  const buttons = [...bar.querySelectorAll("button")];
  const stop = (at) => buttons.forEach((button, index) => (button.tabIndex = index === at ? 0 : -1));
  bar.addEventListener("focusin", (event) => stop(buttons.indexOf(event.target)));
  bar.addEventListener("keydown", (event) => {
    const now = buttons.indexOf(event.target);
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
    if (now < 0 || to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length).focus();
  });
});
