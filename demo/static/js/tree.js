/* A tree whose leaves each show a part of the page (ARIA Authoring Practices: tree view). */
import { component } from "./component.js";

component("tree", (tree) => {
  const all = [...tree.querySelectorAll('[role="treeitem"]')];
  const leaves = all.filter((item) => item.dataset.shows);
  const group = (item) => item.nextElementSibling;
  const parent = (item) => item.closest('[role="group"]')?.previousElementSibling;
  const shown = () => all.filter((item) => !item.closest("[hidden]"));

  const go = (item) => {
    if (!item) return;
    all.forEach((one) => (one.tabIndex = one === item ? 0 : -1));
    item.focus();
  };
  const open = (item, on) => {
    group(item).hidden = !on;
    item.classList.toggle("is-open", on);
    if (item.hasAttribute("aria-expanded")) item.setAttribute("aria-expanded", String(on));
  };
  const choose = (leaf) => {
    open(parent(leaf), true);
    for (const one of leaves) {
      one.setAttribute("aria-selected", String(one === leaf));
      document.getElementById(one.dataset.shows).hidden = one !== leaf;
    }
  };
  const press = (item) => (item.dataset.shows ? choose(item) : open(item, group(item).hidden));

  tree.addEventListener("click", (event) => {
    const item = event.target.closest('[role="treeitem"]');
    if (!item) return;
    press(item);
    go(item);
  });
  tree.addEventListener("keydown", (event) => {
    const item = event.target.closest('[role="treeitem"]');
    const [seen, branch] = [shown(), group(item)];
    const at = seen.indexOf(item);
    const moves = {
      ArrowDown: () => go(seen[at + 1]),
      ArrowUp: () => go(seen[at - 1]),
      Home: () => go(seen[0]),
      End: () => go(seen.at(-1)),
      ArrowRight: () => branch && (branch.hidden ? open(item, true) : go(branch.querySelector('[role="treeitem"]'))),
      ArrowLeft: () => (branch && !branch.hidden ? open(item, false) : go(parent(item))),
      Enter: () => press(item),
      " ": () => press(item),
    };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      go([...seen.slice(at + 1), ...seen.slice(0, at)].find((one) => one.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase())));
    }
  });
  // A link from the error summary leads into a part that may be hidden.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const part = link && document.getElementById(link.hash.slice(1))?.closest("[id^=del-]");
    const leaf = leaves.find((one) => one.dataset.shows === part?.id);
    if (leaf) choose(leaf);
  }, true);
});
