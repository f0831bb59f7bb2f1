/* Adds up the amounts of the rows, kind by kind, when one of them has changed. */
import { component } from "./component.js";

const crowns = new Intl.NumberFormat("sv-SE");

component("sums", (root) => {
  root.addEventListener("change", () => {
    for (const sum of root.querySelectorAll("[data-sum]")) {
      const rows = [...root.querySelectorAll("[data-row]")].filter((row) => row.querySelector("select").value === sum.dataset.sum);
      const amounts = rows.map((row) => Number(row.querySelector("[name=belopp]").value.replace(/[^\d-]/g, "")) || 0);
      sum.textContent = `${crowns.format(amounts.reduce((all, one) => all + one, 0))}\u00a0kr`;
    }
  });
});
