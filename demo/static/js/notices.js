/* The list of notices: asks for new ones after some minutes, and keeps the bell's numbers true to the list. */
import { announce } from "./announce.js";
import { component, mountIn } from "./component.js";

component("notices", (list) => {
  const count = () => {
    const unread = list.querySelectorAll("[data-unread]").length;
    for (const number of document.querySelectorAll("#klocka [data-count]")) {
      number.textContent = unread;
      if (number.matches(".bell__badge")) number.hidden = unread === 0;
    }
  };
  new MutationObserver(count).observe(list, { childList: true });

  list.addEventListener("click", (event) => {
    const card = event.target.closest("[data-href]");
    if (card && !event.target.closest("button")) location.assign(card.dataset.href);
  });
  list.addEventListener("keydown", (event) => {
    if (event.target.matches("[data-href]") && (event.key === "Enter" || event.key === " ")) location.assign(event.target.dataset.href);
  });

  setTimeout(async () => {
    const answer = await fetch(list.dataset.fetch, { method: "POST" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const held = list.contains(document.activeElement);
    list.replaceChildren(...page.getElementById(list.id).childNodes);
    mountIn(list);
    // What had focus is gone with the old list; it must not be left on nothing.
    if (held) list.querySelector("[data-focus]")?.focus();
    if (!list.hasAttribute("data-silent")) announce(list.querySelector("#laget").textContent);
  }, list.dataset.after * 60_000);
});
