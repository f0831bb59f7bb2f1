/* Messages that come and go: what is written is sent without leaving the page, and both it and the answer are added. */
import { component } from "./component.js";

/** What was wrong is no longer. */
function forget(form, field) {
  form.querySelector(".field--wrong")?.classList.remove("field--wrong");
  form.querySelector(".field__error")?.remove();
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
}

component("chat", (chat) => {
  const log = chat.querySelector(".chat__log");
  const last = () => log.scrollTo({ top: log.scrollHeight });

  chat.addEventListener("submit", async (event) => {
    const [form, field] = [event.target, event.target.elements.meddelande];
    if (!field.value.trim()) return; // The server says what is wrong.
    event.preventDefault();
    const body = new FormData(form);
    field.value = "";
    forget(form, field);
    field.focus();
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const all = [...page.querySelectorAll(".message")];
    log.append(...all.slice(log.children.length));
    last();
  });
  last();
});
