/* Modal dialogs: opened by [data-opens="id"], closed by [data-closes] inside, by Escape, and by their own forms. */
import { component } from "./component.js";

/** Open a dialog; `opener` gets focus back. A layer is a dialog of divs, as older pages have. */
export function open(dialog, opener = document.activeElement) {
  dialog.opener = opener;
  if (dialog instanceof HTMLDialogElement) {
    dialog.showModal();
    (dialog.querySelector("[autofocus]") ?? dialog.querySelector("h2")).focus();
  } else {
    dialog.hidden = false;
  }
  dialog.dispatchEvent(new CustomEvent("opened"));
}

export function close(dialog) {
  if (dialog instanceof HTMLDialogElement) dialog.close();
  else {
    dialog.hidden = true;
    dialog.dispatchEvent(new Event("close"));
  }
}

function settle(dialog) {
  if (dialog.hasAttribute("data-returns")) dialog.opener?.focus();
  else document.activeElement?.blur();
}

component("dialog", (dialog) => {
  dialog.addEventListener("close", () => settle(dialog));
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-closes]")) close(dialog);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !(dialog instanceof HTMLDialogElement)) close(dialog);
  });
  if (dialog.hasAttribute("data-open-at-once")) open(dialog);
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) open(document.getElementById(opener.dataset.opens), opener);
});
