/* A list that is fetched when its tab is first opened. That it is fetched, and that it has come, is announced. */
import { announce } from "./announce.js";
import { component, mountIn } from "./component.js";

component("late", (place) => {
  const tell = (text) => place.hasAttribute("data-silent") || announce(text);
  new IntersectionObserver(async ([seen], observer) => {
    if (!seen.isIntersecting) return;
    observer.disconnect();
    tell(place.dataset.waiting);
    const answer = await fetch(place.dataset.source);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.body.childNodes);
    if (place.hasAttribute("aria-busy")) place.setAttribute("aria-busy", "false");
    mountIn(place);
    tell(`${place.querySelectorAll("li").length} har hämtats.`);
  }).observe(place);
});
