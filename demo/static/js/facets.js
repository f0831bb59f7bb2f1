/* Choices that narrow a result: each change asks the server anew and puts its answer in the place of the old one. */
import { announce } from "./announce.js";
import { component, mountIn } from "./component.js";

component("facets", (form) => {
  const result = document.getElementById(form.dataset.result);
  let asked = 0;
  let latest = "";

  form.addEventListener("change", async () => {
    const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
    // A field that is left tells of its change once more; what is being pressed in the result must then stay.
    if (address === latest) return;
    latest = address;
    const number = ++asked;
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (number !== asked) return;
    const chosen = result.querySelector('[role="tab"][aria-selected="true"]')?.id;
    result.replaceChildren(...page.getElementById(result.id).childNodes);
    mountIn(result);
    document.getElementById(chosen)?.click();
    history.replaceState(null, "", address);
    if (!form.hasAttribute("data-silent")) announce(result.querySelector(".hits").textContent.trim());
  });
});
