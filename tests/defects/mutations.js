// What is done to the demo's pages while they live: `harmless` must lose no fingerprint, `real` ends just one fault.
// A seed tells one release's generated names from the next one's.
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const inside = walker.currentNode.parentElement.closest("script, style, button, a, label, h1, h2");
      if (!inside && walker.currentNode.data.trim()) found.push(walker.currentNode);
    }
    return found;
  };
  const rename = (name) => {
    for (const id of all("[id]").map((one) => one.id)) {
      const renamed = name(id);
      if (renamed === id) continue;
      document.getElementById(id).id = renamed;
      for (const attribute of ["for", "aria-labelledby", "aria-describedby", "aria-controls"])
        for (const one of all(`[${attribute}~="${CSS.escape(id)}"]`))
          one.setAttribute(attribute, one.getAttribute(attribute).split(/\s+/).map((it) => (it === id ? renamed : it)).join(" "));
    }
  };
  const wrap = (element, tag) => {
    const around = document.createElement(tag);
    around.append(...element.childNodes);
    element.append(around);
  };
  const add = (where, parent, markup) => document.querySelector(parent).insertAdjacentHTML(where, markup);
  const lists = () => all("main ul, main ol, main tbody").filter((one) => one.children.length > 1);
  const set = (selector, name, value) => all(selector).forEach((one) => one.setAttribute(name, value));

  window.harmless = {
    "rows in another order": () => lists().forEach((one) => one.append(...[...one.children].reverse())),
    "a row less": () => lists().forEach((one) => one.lastElementChild.remove()),
    "a row more": () => lists().forEach((one) => one.append(one.lastElementChild.cloneNode(true))),
    "other numbers in ids": (seed) => rename((id) => id.replace(/\d+/g, String(4711 + seed))),
    "ids with a generated tail": (seed) => rename((id) => `${id}-${seed}f3a9c${seed}`),
    "classes with a generated tail": (seed) => all("main *").forEach((one) => one.classList.add(`css-${seed}b2d4e${seed}`)),
    "other numbers in texts": () => texts().forEach((one) => (one.data = one.data.replace(/\d/g, "3"))),
    "other words in texts": () => texts().forEach((one) => (one.data = `${one.data} Ny lydelse.`)),
    "more space between": () => all("main *").forEach((one) => one.before("\n    ")),
    "comments": () => all("main > *").forEach((one) => one.before(document.createComment(" ny "))),
    "attributes in another order": () =>
      all("main *, header *").forEach((one) => {
        const attributes = [...one.attributes].reverse();
        attributes.forEach(({ name }) => one.removeAttribute(name));
        attributes.forEach(({ name, value }) => one.setAttribute(name, value));
      }),
    "classes in another order": () => all("[class]").forEach((one) => one.setAttribute("class", one.getAttribute("class").split(/\s+/).reverse().join(" "))),
    "data for scripts": (seed) => all("body *").forEach((one) => (one.dataset.bind = String(seed))),
    "a wrapper around the content": () => wrap(document.querySelector("main"), "div"),
    "a second wrapper": () => all("main section, main form").forEach((one) => wrap(one, "div")),
    "a paragraph before": () => add("afterbegin", "main", "<p>Nytt för i dag.</p>"),
    "a notice above the page": () => add("afterbegin", "body", "<section aria-label='Driftinformation'><p>Allt fungerar.</p></section>"),
    "a new link in the footer": () => add("beforeend", "body", "<p><a href='/om'>Om tillgängligheten i Esset</a></p>"),
    "a passing state": () => all("main *").forEach((one) => one.classList.add("is-active")),
    "marked as wrong": () => all("input").forEach((one) => one.classList.add("error")),
    "a variable in a style": () => all("main *").forEach((one) => one.style.setProperty("--ny", "1")),
    "a query in the address": () => history.replaceState(null, "", "?sida=2&sort=namn"),
    "a fragment in the address": () => history.replaceState(null, "", "#innehall"),
    "scrolled": () => scrollTo(0, 200),
    "fields filled in": () => all("input:not([type]), input[type=text]").forEach((one) => (one.value = "prov")),
    "focus elsewhere": () => document.querySelector("a[href], button").focus(),
    "another picture in the same place": () => all("svg").forEach((one) => one.replaceChildren()),
    "language with its country": () => (document.documentElement.lang = "sv-SE"),
    "a template that is not shown": () => add("beforeend", "main", "<template><img src='x.png'></template>"),
    "parts in another order": () => {
      const main = document.querySelector("main");
      main.append(...[...main.children].filter((one) => one.tagName !== "SCRIPT").reverse());
    },
    "a description for what is named": () => set("main button[aria-label]", "title", "Mer"),
    "another script": () => document.head.append(document.createElement("script")),
  };

  window.real = {
    "button#visa-losenord": {
      named: () => set("#visa-losenord", "aria-label", "Visa lösenordet"),
      "another in its place": () => {
        document.querySelector("#visa-losenord").remove();
        add("beforeend", "main form", "<button type='button' id='rensa-falt'><svg viewBox='0 0 9 9'></svg></button>");
      },
      "no longer there": () => document.querySelector("#visa-losenord").remove(),
    },
    "img#logotyp": {
      "given its text": () => set("#logotyp", "alt", "Stockholms stad"),
      "another in its place": () => {
        document.querySelector("#logotyp").outerHTML = "<img id='vapen' src='/static/images/esset-vit.svg' width='90'>";
      },
    },
    "p#losenordshjalp": {
      "given its colour": () => (document.querySelector("#losenordshjalp").style.color = "#111"),
      "in another style": () => (document.querySelector("#losenordshjalp").className = "notis__datum text-faint"),
    },
    "input#anvandarnamn": { "given its token": () => set("#anvandarnamn", "autocomplete", "username") },
    "html": { "given its title": () => (document.title = "Logga in – Esset") },
    'meta[name="viewport"]': { "zoom allowed": () => set("meta[name=viewport]", "content", "width=device-width") },
    "div#matare": { named: () => set("#matare", "aria-label", "Givna doser") },
    "span#identitet": { named: () => set("#identitet", "aria-label", "Jag har kontrollerat identiteten") },
    "iframe#fakta": {
      named: () => set("#fakta", "title", "Fakta om läkemedlet"),
      "another in its place": () => {
        document.querySelector("#fakta").outerHTML = "<iframe id='karta' srcdoc='<p>Karta'></iframe>";
      },
    },
    "input#uppdatera": { named: () => set("#uppdatera", "value", "Uppdatera listan") },
    "li#dos-1 > span.dose__form": { named: () => set(".dose__form", "aria-label", "Tablett") },
  };
  return {
    harmless: Object.keys(window.harmless),
    real: Object.entries(window.real).flatMap(([fault, changes]) => Object.keys(changes).map((what) => [fault, what])),
  };
}
