/* A text with a toolbar that formats it. What is written is saved by itself when the writer rests, and the state line says so. */
import { component } from "./component.js";

const REST = 500;

component("editor", (root) => {
  const [text, state] = [root.querySelector(".editor__text"), root.querySelector(".editor__state")];
  const buttons = [...root.querySelectorAll("[data-command]")];
  let rest;
  let range = null;

  const save = async () => {
    state.textContent = "Sparar …";
    const answer = await fetch(root.dataset.saves, { method: "POST", body: new URLSearchParams({ text: text.innerHTML }) }).catch(() => null);
    state.textContent = answer?.ok ? await answer.text() : "Det gick inte att spara. Kontrollera nätet; texten är kvar här.";
  };
  const show = () => {
    for (const button of buttons) {
      const on = document.queryCommandState(button.dataset.command);
      button.classList.toggle("is-on", on);
      if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", String(on));
    }
  };

  text.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(save, REST);
  });
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.rangeCount || !text.contains(selection.anchorNode)) return;
    range = selection.getRangeAt(0);
    show();
  });
  // The text keeps its selection when a button is pressed with the pointer.
  root.querySelector(".editor__bar").addEventListener("mousedown", (event) => event.preventDefault());
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-command]");
    if (!button) return;
    const chosen = range;
    text.focus();
    if (chosen) {
      getSelection().removeAllRanges();
      getSelection().addRange(chosen);
    }
    document.execCommand(button.dataset.command);
    show();
  });
});
