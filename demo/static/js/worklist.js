/* A table of many rows of which only those in sight are in the page (ARIA Authoring Practices: grid).
 *
 * Arrow keys, Page Up and Down, Home and End go between cells; Space chooses a row. What is chosen is put right some at
 * a time, and where a person must decide, the work waits for the answer.
 */
import { announce } from "./announce.js";
import { component } from "./component.js";
import { open } from "./dialog.js";

const SPARE = 6;
const LEAP = 10;
const AT_A_TIME = 20;

component("worklist", async (root) => {
  const find = (one) => root.querySelector(one);
  const [area, table, template] = [find(".rows"), find("table"), find("#radmall")];
  const body = table.tBodies[0];
  const byKeys = !root.hasAttribute("data-mouse-only");
  const chosen = new Set();
  const shown = new Map();
  let rows = [];
  let kept = [];
  let height = 0;
  let at = { row: 0, column: 0 };

  const spacer = () => {
    const row = document.createElement("tr");
    row.className = "spacer";
    row.setAttribute("aria-hidden", "true");
    row.append(Object.assign(document.createElement("td"), { colSpan: 6 }));
    return row;
  };
  const [above, below] = [spacer(), spacer()];
  body.append(above, below);

  const make = (index) => {
    const data = kept[index];
    const row = template.content.firstElementChild.cloneNode(true);
    for (const cell of row.querySelectorAll("[data-field]")) cell.textContent = data[cell.dataset.field];
    if (!data.protected) row.querySelector(".protected").remove();
    if (row.hasAttribute("aria-rowindex")) row.setAttribute("aria-rowindex", index + 2);
    const box = row.querySelector(".pick");
    if (box.hasAttribute("aria-label")) box.setAttribute("aria-label", `Välj ${data.case}`);
    row.dataset.index = index;
    return row;
  };
  const target = (row, column) => row.cells[column].querySelector("input") ?? row.cells[column];
  const paint = () => {
    for (const [index, row] of shown) {
      const on = chosen.has(kept[index].number);
      row.querySelector(".pick").checked = on;
      row.setAttribute("aria-selected", String(on));
      [...row.cells].forEach((_, column) => (target(row, column).tabIndex = index === at.row && column === at.column ? 0 : -1));
    }
    find("[data-chosen]").textContent = chosen.size;
    find("[data-all]").textContent = kept.length;
  };
  const render = () => {
    const first = Math.max(Math.floor(area.scrollTop / height) - SPARE, 0);
    const last = Math.min(Math.ceil((area.scrollTop + area.clientHeight) / height) + SPARE, kept.length);
    // The cell that Tab comes to stays in the page, wherever the rows have been rolled to.
    const wanted = new Set([at.row, ...Array.from({ length: last - first }, (_, step) => first + step)].filter((one) => one < kept.length));
    for (const [index, row] of shown) {
      if (wanted.has(index)) continue;
      row.remove();
      shown.delete(index);
    }
    for (const index of [...wanted].sort((one, other) => one - other)) {
      if (shown.has(index)) continue;
      const row = make(index);
      const after = [...shown].filter(([other]) => other > index).sort(([one], [other]) => one - other)[0]?.[1];
      shown.set(index, row);
      body.insertBefore(row, after ?? below);
    }
    const outside = at.row < first || at.row >= last ? 1 : 0;
    const lead = at.row < first ? outside : 0;
    above.firstElementChild.style.height = `${(first - lead) * height}px`;
    below.firstElementChild.style.height = `${(kept.length - last - (at.row >= last ? outside : 0)) * height}px`;
    paint();
  };
  const show = (some) => {
    kept = some;
    at = { row: 0, column: 0 };
    chosen.clear();
    shown.forEach((row) => row.remove());
    shown.clear();
    area.scrollTop = 0;
    area.hidden = !kept.length;
    find("#inga").hidden = Boolean(kept.length);
    if (table.hasAttribute("aria-rowcount")) table.setAttribute("aria-rowcount", kept.length + 1);
    render();
  };
  const go = (row, column) => {
    at = { row: Math.min(Math.max(row, 0), kept.length - 1), column: Math.min(Math.max(column, 0), 5) };
    const room = area.clientHeight - table.tHead.offsetHeight;
    if (at.row * height < area.scrollTop) area.scrollTop = at.row * height;
    else if ((at.row + 1) * height > area.scrollTop + room) area.scrollTop = (at.row + 1) * height - room;
    render();
    target(shown.get(at.row), at.column).focus({ preventScroll: at.column === 0 });
  };
  const choose = (index, on) => {
    chosen[on ? "add" : "delete"](kept[index].number);
    paint();
  };

  area.addEventListener("scroll", () => {
    // Tab comes to what is in sight, not to where the list was before it was rolled.
    if (!body.contains(document.activeElement)) at.row = Math.min(Math.ceil(area.scrollTop / height), kept.length - 1);
    render();
  });
  body.addEventListener("change", (event) => choose(Number(event.target.closest("tr").dataset.index), event.target.checked));
  body.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td, th");
    at = { row: Number(cell.parentElement.dataset.index), column: cell.cellIndex };
    paint();
  });
  if (byKeys) {
    body.addEventListener("keydown", (event) => {
      const [first, last] = event.ctrlKey ? [0, kept.length - 1] : [at.row, at.row];
      const to = {
        ArrowDown: [at.row + 1, at.column], ArrowUp: [at.row - 1, at.column],
        ArrowRight: [at.row, at.column + 1], ArrowLeft: [at.row, at.column - 1],
        PageDown: [at.row + LEAP, at.column], PageUp: [at.row - LEAP, at.column], Home: [first, 0], End: [last, 5],
      }[event.key];
      if (to) {
        event.preventDefault();
        go(...to);
      } else if (event.key === " " && at.column > 0) {
        event.preventDefault();
        choose(at.row, !chosen.has(kept[at.row].number));
      }
    });
  }

  find("#urval").addEventListener("submit", (event) => {
    event.preventDefault();
    const kind = find("#slag").value;
    show(rows.filter((one) => !kind || one.kind === kind));
    announce(`${kept.length} ärenden visas.`);
  });
  find("#valj-alla").addEventListener("click", () => {
    kept.forEach((one) => chosen.add(one.number));
    paint();
    announce(`${chosen.size} ärenden är valda.`);
  });

  const progress = (done, all) => {
    find("#forlopp").hidden = false;
    find("#forlopp-text").textContent = `${done} av ${all} ärenden är rättade.`;
    const part = Math.round((100 * done) / all);
    find("#forlopp-matare").setAttribute("aria-valuenow", part);
    find("#forlopp-matare rect").setAttribute("width", part);
  };
  const answer = (row) => new Promise((settle) => {
    const dialog = find("#fraga");
    dialog.querySelector("[data-case]").textContent = row.case;
    open(dialog, find("#forlopp-rubrik"));
    dialog.addEventListener("close", () => settle(dialog), { once: true });
  });
  const work = async () => {
    const all = kept.filter((one) => chosen.has(one.number));
    if (!all.length) return announce("Välj minst ett ärende först.");
    for (let done = 0; done < all.length;) {
      progress(done, all.length);
      const some = all.slice(done, done + AT_A_TIME);
      const asked = some.find((one) => one.asked);
      if (asked) await answer(asked);
      await fetch(root.dataset.saves, { method: "POST", body: new URLSearchParams(some.map((one) => ["nummer", one.number])) });
      done += some.length;
    }
    progress(all.length, all.length);
    rows = rows.filter((one) => !chosen.has(one.number));
    show(kept.filter((one) => !chosen.has(one.number)));
    if (!root.hasAttribute("data-silent")) announce(find("#forlopp-text").textContent);
  };
  find("#ratta").addEventListener(root.hasAttribute("data-on-press") ? "pointerdown" : "click", work);

  rows = await (await fetch(root.dataset.source)).json();
  kept = rows;
  height = 47;
  show(rows);
  height = shown.get(0).getBoundingClientRect().height;
  render();
});
