/* A text field that proposes (ARIA Authoring Practices: editable combobox with list autocomplete).
 *
 * Proposals come from data-source?q=…, as [{value, detail}]. Each is made of the <template>. What is chosen is told by a
 * "chosen" event. Without data-silent the number of proposals is announced; without data-mouse-only arrow keys choose.
 */
import { announce } from "./announce.js";
import { component } from "./component.js";

component("combobox", (root) => {
  const [input, list, template] = [root.querySelector("input"), root.querySelector(".combobox__list"), root.querySelector("template")];
  const none = root.querySelector("[data-none]");
  let asked = 0;
  let at = -1;

  const tell = (attribute, value) => {
    if (input.hasAttribute(attribute)) input.setAttribute(attribute, value);
  };
  const hide = () => {
    list.hidden = true;
    at = -1;
    tell("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    input.value = option.dataset.value;
    hide();
    input.dispatchEvent(new CustomEvent("chosen", { bubbles: true, detail: option.dataset }));
  };
  const show = (proposals) => {
    list.replaceChildren(...proposals.map((one, index) => {
      const option = template.content.firstElementChild.cloneNode(true);
      option.id = `${list.id}-${index + 1}`;
      option.dataset.value = one.value;
      const detail = Object.assign(document.createElement("span"), { className: "combobox__detail", textContent: one.detail });
      option.append(one.value, detail);
      return option;
    }));
    if (!root.hasAttribute("data-silent")) announce(proposals.length ? `${proposals.length} förslag` : "Inga förslag");
    if (none) none.hidden = Boolean(proposals.length || !input.value);
    if (!proposals.length) return hide();
    list.hidden = false;
    at = -1;
    tell("aria-expanded", "true");
  };
  const mark = (index) => {
    const options = [...list.children];
    at = (index + options.length) % options.length;
    options.forEach((option, number) => {
      option.classList.toggle("is-active", number === at);
      if (option.getAttribute("role") === "option") option.setAttribute("aria-selected", String(number === at));
    });
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };

  input.addEventListener("input", async () => {
    const number = ++asked;
    const answer = await fetch(`${root.dataset.source}?q=${encodeURIComponent(input.value)}`);
    const proposals = await answer.json();
    // An answer that a later one has overtaken is not shown.
    if (number === asked) show(proposals);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden || root.hasAttribute("data-mouse-only")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      choose(list.children[at]);
    } else if (event.key === "Escape") hide();
  });
  input.addEventListener("blur", hide);
  // Before the field loses focus, and with it the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest(".combobox__list > *");
    if (option) choose(option);
  });
});
