/* A part of the page whose forms are sent without leaving it: the answer's same part takes its place.
 *
 * What happened is told by #laget in the new part, and focus goes to [data-focus] there.
 */
import { announce } from "./announce.js";
import { component, mountIn } from "./component.js";

component("partial", (part) => {
  let pressed = false;
  const send = async (form) => {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    part.replaceChildren(...page.getElementById(part.id).childNodes);
    mountIn(part);
    announce(part.querySelector("#laget").textContent);
    part.querySelector("[data-focus]")?.focus();
  };

  part.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!pressed) send(event.target);
    pressed = false;
  });
  part.addEventListener("click", (event) => {
    if (event.target.closest("[data-submits]")) send(event.target.closest("form"));
  });
  if (part.hasAttribute("data-on-press")) {
    part.addEventListener("pointerdown", (event) => {
      const button = event.target.closest('[type="submit"]');
      if (!button || event.button !== 0) return;
      pressed = true;
      send(button.form).then(() => (pressed = false));
    });
  }
  if (part.dataset.key) {
    document.addEventListener("keydown", (event) => {
      if (event.key === part.dataset.key && !event.target.matches("input, textarea")) part.querySelector('.dose [type="submit"]')?.click();
    });
  }
});
