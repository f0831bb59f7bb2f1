/* Rows that are added and taken away. [data-add] adds one made of the <template>; [data-remove] takes its own away. */
import { announce } from "./announce.js";
import { component, mountIn } from "./component.js";

component("repeat", (root) => {
  const rows = root.querySelector("[data-rows]");
  const template = root.querySelector("template");

  // Numbers stand in labels, ids and what refers to them; fields go by their order when they are sent.
  const number = (row, to) => {
    for (const one of row.querySelectorAll("[data-number]")) one.textContent = to;
    for (const one of row.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/-\d+/, `-${to}`));
      }
    }
  };
  const numberAll = () => [...rows.children].forEach((row, index) => number(row, index + 1));

  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-add]")) {
      rows.append(template.content.cloneNode(true));
      numberAll();
      mountIn(rows);
      rows.lastElementChild.querySelector("select, input").focus();
    }
    const remove = event.target.closest("[data-remove]");
    if (remove) {
      event.preventDefault();
      const row = remove.closest("[data-row]");
      const gone = [...rows.children].indexOf(row) + 1;
      row.remove();
      numberAll();
      announce(`Post ${gone} är borttagen.`);
      if (rows.hasAttribute("data-keeps-focus")) root.querySelector("[data-add]").focus();
      root.dispatchEvent(new Event("change"));
    }
  });
});
