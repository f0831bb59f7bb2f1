/* A month of days to choose among (ARIA Authoring Practices: date picker dialog).
 *
 * Arrow keys go by days and weeks, Home and End within the week, Page Up and Page Down by months; Enter or space chooses.
 * What is chosen is written in data-field, and the dialog closes. Days in data-full, past ones and weekends can't be chosen.
 */
import { component } from "./component.js";
import { close } from "./dialog.js";

const DAY = 86_400_000;
const inWords = new Intl.DateTimeFormat("sv-SE", { dateStyle: "full", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("sv-SE", { month: "long", year: "numeric", timeZone: "UTC" });
const written = (day) => day.toISOString().slice(0, 10);
const weekday = (day) => (day.getUTCDay() + 6) % 7;
const plus = (day, days) => new Date(day.getTime() + days * DAY);
/** The same day of another month, or its last day where it is shorter. */
const byMonths = (day, months) => {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return plus(first, Math.min(day.getUTCDate(), length) - 1);
};

component("calendar", (root) => {
  const [title, table, dialog] = [root.querySelector(".calendar__month"), root.querySelector("table"), root.closest(".dialog")];
  const field = document.getElementById(root.dataset.field);
  const today = new Date(root.dataset.today);
  const full = new Set(root.dataset.full.split(" "));
  const byKeys = !root.hasAttribute("data-mouse-only");
  const byColour = root.hasAttribute("data-by-colour");
  let now = today;

  const cell = (day) => {
    const made = document.createElement("td");
    if (day.getUTCMonth() !== now.getUTCMonth()) return made;
    const isFull = full.has(written(day));
    made.textContent = day.getUTCDate();
    made.dataset.day = written(day);
    made.className = isFull ? "day-cell day-cell--full" : "day-cell";
    made.setAttribute("aria-label", inWords.format(day) + (isFull && !byColour ? ", fullbokad" : ""));
    made.setAttribute("aria-selected", String(field.value === written(day)));
    if (isFull || day <= today || weekday(day) > 4) made.setAttribute("aria-disabled", "true");
    if (written(day) === written(today)) made.setAttribute("aria-current", "date");
    if (byKeys) made.tabIndex = written(day) === written(now) ? 0 : -1;
    return made;
  };
  const draw = () => {
    title.textContent = month.format(now);
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
    const start = plus(first, -weekday(first));
    const weeks = [0, 1, 2, 3, 4, 5].filter((week) => week === 0 || plus(start, week * 7).getUTCMonth() === now.getUTCMonth());
    table.tBodies[0].replaceChildren(...weeks.map((week) => {
      const row = document.createElement("tr");
      row.append(...[0, 1, 2, 3, 4, 5, 6].map((day) => cell(plus(start, week * 7 + day))));
      return row;
    }));
  };
  const go = (day) => {
    now = day;
    draw();
    table.querySelector('[tabindex="0"]')?.focus();
  };
  const choose = (chosen) => {
    if (!chosen || chosen.getAttribute("aria-disabled")) return;
    field.value = chosen.dataset.day;
    close(dialog);
  };

  root.addEventListener("click", (event) => {
    const months = event.target.closest("[data-months]")?.dataset.months;
    if (months) {
      now = byMonths(now, Number(months));
      draw();
    }
    choose(event.target.closest("[data-day]"));
  });
  table.addEventListener("keydown", (event) => {
    const at = event.target.closest("[data-day]");
    if (!byKeys || !at) return;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -weekday(now), End: 6 - weekday(now) };
    const to = event.key in steps ? plus(now, steps[event.key]) : { PageUp: byMonths(now, -1), PageDown: byMonths(now, 1) }[event.key];
    if (to) {
      event.preventDefault();
      go(to);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(at);
    }
  });
  dialog.addEventListener("opened", () => {
    const told = new Date(field.value);
    go(Number.isNaN(told.getTime()) ? today : told);
  });
  draw();
});
