/* The report's filter. Without it everything is shown, and the form is not there. */
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const status = document.getElementById("filter-status");
  const fold = document.getElementById("filter-fold");
  // The lists' lines by what they lead to, looked up once: a large report has a thousand.
  const lines = new Map(Array.from(document.querySelectorAll(".index a"), (link) => [link.hash.slice(1), link.closest("li")]));
  const cards = Array.from(document.querySelectorAll(".defect"), (element) => ({
    element,
    level: element.dataset.level,
    areas: element.dataset.areas.split(" "),
    criteria: element.dataset.criteria.split(" "),
    line: lines.get(element.id),
    text: null,
  }));
  const groups = Array.from(document.querySelectorAll("[data-group]"), (element) => ({
    element, cards: Array.from(element.querySelectorAll(".defect")), empty: element.querySelector(":scope > .empty"),
    line: lines.get(element.id),
  })).filter((group) => group.cards.length);
  // Most whitespace is a single space, which both patterns pass by: a tenth of the time of one for all whitespace.
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase("sv").replace(/[^\S ]+/g, " ").replace(/ {2,}/g, " ");

  const fits = (card, wanted) => {
    if (wanted.levels.length && !wanted.levels.includes(card.level)) return false;
    if (wanted.area && !card.areas.includes(wanted.area)) return false;
    if (wanted.criterion && !card.criteria.includes(wanted.criterion)) return false;
    if (!wanted.words.length) return true;
    card.text ??= plain(card.element.textContent);
    return wanted.words.every((word) => card.text.includes(word));
  };

  // What each holds is read while the reader reads, so that the first word is as quick as the next.
  const idle = window.requestIdleCallback ?? ((run) => setTimeout(() => run({ timeRemaining: () => 8 }), 50));
  const read = (from) => idle((deadline) => {
    let at = from;
    while (at < cards.length && deadline.timeRemaining() > 2) { cards[at].text ??= plain(cards[at].element.textContent); at += 1; }
    if (at < cards.length) read(at);
  });
  read(0);

  let telling = 0;
  const apply = () => {
    const wanted = {
      levels: Array.from(form.querySelectorAll("[name=level]:checked"), (box) => box.value),
      area: form.elements.area.value,
      criterion: form.elements.criterion.value,
      words: plain(form.elements.text.value).split(" ").filter(Boolean),
    };
    let shown = 0;
    for (const card of cards) {
      const fit = fits(card, wanted);
      card.element.hidden = !fit;
      if (card.line) card.line.hidden = !fit;
      shown += fit;
    }
    for (const group of groups) {
      const none = group.cards.every((card) => card.hidden);
      if (group.empty) group.empty.hidden = !none;
      else group.element.hidden = none;
      if (group.line) group.line.hidden = none;
    }
    // A screen reader hears the result once, when the typing rests.
    clearTimeout(telling);
    telling = setTimeout(() => {
      status.textContent = status.dataset.told.replace("%1", shown).replace("%2", cards.length);
    }, 150);
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    target.scrollIntoView();
  };

  const details = () => Array.from(document.querySelectorAll("main details"));
  const openAll = (open) => {
    for (const one of details()) one.open = open;
    fold.textContent = open ? fold.dataset.close : fold.dataset.open;
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  fold.addEventListener("click", () => openAll(fold.textContent === fold.dataset.open));
  for (const link of document.querySelectorAll("[data-criterion-link]")) {
    link.addEventListener("click", () => { form.reset(); form.elements.criterion.value = link.dataset.criterionLink; apply(); });
  }
  window.addEventListener("hashchange", reveal);
  // A shortcut of one character, which can be turned off (WCAG 2.1.4); never where someone is writing.
  const shortcut = document.getElementById("filter-shortcut");
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing || !shortcut.checked) return;
    event.preventDefault();
    form.elements.text.focus();
    form.elements.text.select();
  });
  form.elements.text.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !form.elements.text.value) return;
    event.preventDefault();
    form.elements.text.value = "";
    apply();
  });

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = details().filter((one) => !one.open);
    for (const one of closed) one.open = true;
    for (const one of document.images) one.loading = "eager";
  });
  window.addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

  form.closest("search").hidden = false;
  fold.textContent = fold.dataset.open;
  apply();
})();
