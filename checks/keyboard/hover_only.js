/* Controls that style sheets show only while the pointer is over something: [{ path, over, within, kind }], at most five, no two
 * alike, none of a kind in `quiet`. `over` is the path of what is pointed at, `within` those of what can get focus in it.
 * `pathOf` is path.js. */
(pathOf) => (quiet) => {
  const CONTROL = "button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=menuitem], [tabindex]";
  const SHOWS = (style) => /^(block|flex|grid|inline|inline-block|inline-flex|table|revert|contents|list-item)$/.test(style.display) || style.visibility === "visible";
  const modal = Array.from(document.querySelectorAll("dialog:modal, [aria-modal=true]")).filter((one) => one.checkVisibility()).at(-1);
  const hidden = (one) => !one.checkVisibility({ visibilityProperty: true });
  const name = (one) => (one.getAttribute("aria-label") || one.textContent || "").replace(/\s+/g, " ").trim();
  const rules = [];
  const read = (list) => {
    for (const rule of Array.from(list).slice(0, 4000)) {
      if (rule instanceof CSSMediaRule) { if (matchMedia(rule.conditionText).matches) read(rule.cssRules); } else if (rule instanceof CSSStyleRule) { if (rule.selectorText.includes(":hover") && SHOWS(rule.style)) rules.push(rule.selectorText); } else if (rule.cssRules) read(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) { try { read(sheet.cssRules); } catch { /* Another origin's style sheet can't be read. */ } }
  const all = (selector, from = document) => { try { return Array.from(from.querySelectorAll(selector)); } catch { return []; } };

  const seen = all(CONTROL).filter((one) => !hidden(one));
  const names = new Set(seen.map(name));
  const links = new Set(seen.map((one) => one.href).filter(Boolean));
  const alike = new Set();
  const found = [];
  for (const selector of rules.flatMap((one) => one.split(","))) {
    const pointed = selector.slice(0, selector.indexOf(":hover")).trim();
    if (!selector.includes(":hover") || !pointed) continue;
    for (const target of all(selector.replaceAll(":hover", "")).slice(0, 40)) {
      if (!hidden(target)) continue;
      for (const control of [...(target.matches(CONTROL) ? [target] : []), ...all(CONTROL, target)].slice(0, 3)) {
        // The same by another way: a link to the same place, a control of the same name.
        if (found.length >= 5 || !name(control) || names.has(name(control)) || links.has(control.href) || control.matches(":disabled")) continue;
        let over = control;
        while (over && !(over.matches(pointed) && !hidden(over))) over = over.parentElement;
        if (!over || (modal && !modal.contains(over)) || over === document.body || over === document.documentElement) continue;
        const kind = `hover-only ${control.localName} ${control.className} ${over.className}`;
        if (alike.has(kind) || quiet.includes(kind)) continue;
        alike.add(kind);
        const within = [...(over.matches(CONTROL) ? [over] : []), ...all(CONTROL, over)].filter((one) => !hidden(one) && one.tabIndex >= 0).slice(0, 5);
        found.push({ path: pathOf(control), over: pathOf(over), within: within.map(pathOf), kind, link: control.localName === "a" });
      }
    }
  }
  return found;
}
