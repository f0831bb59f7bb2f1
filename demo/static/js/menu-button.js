/* A button with a menu (ARIA Authoring Practices: menu button). */
import { component } from "./component.js";

component("menu-button", (root) => {
  const [button, menu] = root.children;
  const items = () => [...menu.querySelectorAll('[role="menuitem"], .menu__item')];

  const tell = (open) => button.hasAttribute("aria-expanded") && button.setAttribute("aria-expanded", open);
  const show = (place) => {
    menu.hidden = false;
    tell("true");
    items().forEach((item) => (item.tabIndex = -1));
    items().at(place).focus();
  };
  const hide = (back) => {
    if (menu.hidden) return;
    menu.hidden = true;
    tell("false");
    if (back) button.focus();
  };

  root.addEventListener("open-menu", () => show(0));
  menu.addEventListener("click", () => hide(false));
  button.addEventListener("click", () => (menu.hidden ? show(0) : hide(true)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    show(event.key === "ArrowDown" ? 0 : -1);
  });
  menu.addEventListener("keydown", (event) => {
    const all = items();
    const now = all.indexOf(document.activeElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all.at(to % all.length).focus();
    } else if (event.key === "Escape") hide(true);
    else if (event.key === "Tab") hide(false);
    else if (event.key.length === 1) all.find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!root.contains(event.target) && !menu.hidden) hide(false);
  });
});
