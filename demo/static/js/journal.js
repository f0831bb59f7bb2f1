/* A note built of keywords: they come from a template or from the menu, and what is written is not lost by mistake. */
import { announce } from "./announce.js";
import { open } from "./dialog.js";
import { component, mountIn } from "./component.js";

component("journal", (root) => {
  const place = root.querySelector("#sokord");
  const choice = root.querySelector("#mall");
  const button = root.querySelector("#sokord-knapp");
  const dialog = root.querySelector("#osparat");
  const written = (slug) => place.querySelector(`[data-slug="${slug}"]`);
  const nameOf = (row) => row.querySelector(".keyword__name").textContent;
  let changed = false;
  let leaveTo = "";

  const add = (slug) => {
    if (!written(slug)) {
      place.append(root.querySelector(`template[data-keyword="${slug}"]`).content.cloneNode(true));
      mountIn(place);
      changed = true;
    }
    return written(slug).querySelector("textarea");
  };
  const apply = () => {
    const rows = choice.value.split(" ").filter(Boolean).map(add);
    announce(`${rows.length} sökord är tillagda.`);
    rows[0]?.focus();
  };

  root.querySelector("#anvand-mall")?.addEventListener("click", apply);
  if (root.hasAttribute("data-at-once")) choice.addEventListener("change", apply);
  root.addEventListener("click", (event) => {
    const item = event.target.closest("[data-adds]");
    if (item) add(item.dataset.adds).focus();
    const row = event.target.closest("[data-removes]")?.closest(".keyword");
    if (row) {
      announce(`${nameOf(row)} är borttaget.`);
      row.remove();
      button.focus();
    }
  });
  root.addEventListener("input", (event) => (changed ||= event.target !== choice));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!changed || !link || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    leaveTo = link.href;
    open(dialog, link);
  });
  dialog.querySelector("[data-leaves]").addEventListener("click", () => location.assign(leaveTo));
  if (dialog.querySelector("[data-holds]")) dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.preventDefault());

  if (root.dataset.key) {
    document.addEventListener("keydown", (event) => {
      if (event.key === root.dataset.key && !event.target.matches("input, textarea, select")) button.click();
    });
  }
});
