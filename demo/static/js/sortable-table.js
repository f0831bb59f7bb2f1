/* A table whose headings sort it. A cell with data-value sorts by that, else by its text. */
import { announce } from "./announce.js";
import { component } from "./component.js";

const swedish = new Intl.Collator("sv", { numeric: true });
const words = { ascending: "stigande", descending: "fallande" };

component("sortable-table", (table) => {
  // Some tables show their order only by the arrow.
  const attribute = table.dataset.order ?? "aria-sort";
  const headings = [...table.tHead.rows[0].cells];

  table.tHead.addEventListener("click", (event) => {
    const heading = event.target.closest(".sort-button")?.closest("th, td");
    if (!heading) return;
    const order = heading.getAttribute(attribute) === "ascending" ? "descending" : "ascending";
    headings.forEach((one) => one.removeAttribute(attribute));
    heading.setAttribute(attribute, order);
    sort(table.tBodies[0], headings.indexOf(heading), order === "ascending" ? 1 : -1);
    announce(`Tabellen är sorterad efter ${heading.textContent.trim().toLowerCase()}, ${words[order]}.`);
  });
});

function sort(body, column, direction) {
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  body.append(...[...body.rows].sort((a, b) => direction * swedish.compare(value(a), value(b))));
}
