/* A table in which cells are changed in place (ARIA Authoring Practices: data grid).
 *
 * Arrow keys go between the cells, Enter or F2 opens the editor made of #redigera, Enter saves, Escape gives up.
 * Amounts end up in the hidden fields that the cells name; sums are counted anew.
 */
import { component } from "./component.js";

const crowns = new Intl.NumberFormat("sv-SE");
const amount = (text) => Number(text.replace(/[^\d−-]/g, "").replace("−", "-"));
const inWords = (number) => `${crowns.format(number)}\u00a0kr`;

component("grid", (grid) => {
  const template = document.getElementById("redigera");
  const problem = document.getElementById("berakning-fel");
  const rows = [...grid.tBodies[0].rows];
  const byKeys = !grid.hasAttribute("data-mouse-only");

  const go = (row, column) => {
    const cell = rows[row]?.cells[column];
    if (!cell) return;
    grid.querySelectorAll("[tabindex='0']").forEach((one) => (one.tabIndex = -1));
    cell.tabIndex = 0;
    cell.focus();
  };
  if (byKeys) {
    rows.forEach((row) => [...row.cells].forEach((cell) => (cell.tabIndex = -1)));
    rows[0].cells[2].tabIndex = 0;
  }

  const count = () => {
    const sum = (kind) => rows.filter((row) => row.dataset.kind === kind).reduce((all, row) => all + amount(row.cells[2].textContent), 0);
    const [needs, incomes] = [sum("behov"), sum("inkomst")];
    const sums = { behov: needs, inkomst: incomes, bistand: Math.max(needs - incomes, 0) };
    for (const [name, value] of Object.entries(sums)) document.querySelector(`[data-sum="${name}"]`).textContent = inWords(value);
  };

  const edit = (cell) => {
    if (!cell?.dataset.edits || cell.querySelector(".grid__editor")) return;
    const before = cell.textContent;
    const editor = template.content.firstElementChild.cloneNode(true);
    const field = "value" in editor ? "value" : "textContent";
    editor[field] = String(amount(before));
    if (editor.hasAttribute("aria-label")) editor.setAttribute("aria-label", cell.dataset.label);
    cell.replaceChildren(editor);
    editor.focus();

    const end = (text) => {
      problem.textContent = "";
      cell.textContent = text;
      if (byKeys) go(rows.indexOf(cell.parentElement), cell.cellIndex);
    };
    editor.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") end(before);
      if (event.key !== "Enter") return;
      event.preventDefault();
      const written = editor[field].trim();
      if (!/^\d[\d ]*$/.test(written)) {
        problem.textContent = `Skriv ${cell.dataset.label.toLowerCase()} i hela kronor, till exempel 480.`;
        editor.setAttribute("aria-invalid", "true");
        editor.setAttribute("aria-describedby", problem.id);
        return;
      }
      document.getElementById(cell.dataset.edits).value = String(amount(written));
      end(inWords(amount(written)));
      count();
    });
  };

  grid.addEventListener("dblclick", (event) => edit(event.target.closest("td")));
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td, th");
    if (!byKeys || !cell) return;
    const [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      go(row + step[0], column + step[1]);
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      edit(cell);
    }
  });
});
