/* Finds what may show content on hover, and tells what does. `pathOf` is path.js.
 *
 * triggers(listening, quiet) gives { path, kind }, at most three, no two alike, none of a kind that is quiet; mark() remembers what is shown; comes(trigger, limit) waits
 * at most so many milliseconds for what comes: { path, text, box, covers: whether it lies over other text }, or null;
 * goes(path, limit) waits for something to go, and tells whether it did. */
(pathOf) => {
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const find = (hops) => { let root = document, element = null; for (const hop of hops) { element = root?.querySelector(hop) ?? null; root = element?.shadowRoot; } return element; };
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 2 && element.getBoundingClientRect().height > 2
    && Number(getComputedStyle(element).opacity) > 0.1;
  const MOST = 5000;
  let before = new WeakSet();
  const all = () => Array.from(document.querySelectorAll("body *")).slice(0, MOST);

  const cssTriggers = () => {
    const found = [];
    for (const sheet of document.styleSheets) {
      let rules;
      try { rules = sheet.cssRules; } catch { continue; }
      for (const rule of Array.from(rules).slice(0, 4000)) {
        if (!rule.selectorText?.includes(":hover") || !/^(?:block|flex|grid|inline|inline-block|visible|1)$/.test(rule.style.display || rule.style.visibility || rule.style.opacity)) continue;
        for (const selector of rule.selectorText.split(",")) {
          const [pointed, rest] = selector.split(/:hover/, 2);
          // Only where something else than the pointed at changes: within it, or beside it.
          if (!/^[^\s>+~]*\s*[\s>+~]\s*\S/.test(rest ?? "")) continue;
          try { found.push(...document.querySelectorAll(pointed.trim() || "*")); } catch { continue; }
        }
      }
    }
    return found;
  };

  const soon = () => new Promise((done) => setTimeout(done, 20));
  const until = async (seen, limit) => {
    const end = performance.now() + limit;
    for (;;) {
      const found = seen();
      if (found || performance.now() > end) return found;
      await soon();
    }
  };
  const come = (trigger) => {
    const from = find(trigger);
    const fresh = all().filter((one) => !before.has(one) && visible(one) && clean(one.textContent).length > 1 && one !== from);
    const one = fresh.find((at) => !fresh.some((other) => other !== at && other.contains(at)));
    if (!one) return null;
    const box = one.getBoundingClientRect();
    let covers = false;
    for (let i = 1; i < 6 && !covers; i += 1) {
      for (let j = 1; j < 4 && !covers; j += 1) {
        const under = document.elementsFromPoint(box.x + (box.width * i) / 6, box.y + (box.height * j) / 4);
        const below = under.slice(under.findIndex((at) => one.contains(at)) + 1).find((at) => !one.contains(at) && !at.contains(one) && at !== from && !from?.contains(at));
        covers = Boolean(below && Array.from(below.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && clean(node.data)));
      }
    }
    return { path: pathOf(one), text: clean(one.textContent).slice(0, 80), box: { x: box.x, y: box.y, width: box.width, height: box.height }, covers };
  };

  return {
    triggers: (listening, quiet) => {
      const tips = Array.from(document.querySelectorAll("[role=tooltip][id]")).flatMap((tip) => Array.from(document.querySelectorAll(`[aria-describedby~="${CSS.escape(tip.id)}"], [aria-labelledby~="${CSS.escape(tip.id)}"]`)));
      const popups = Array.from(document.querySelectorAll("[onmouseover], [onmouseenter], [onpointerenter]"));
      const heard = listening.map(find).filter((one) => one && one !== document.body && one !== document.documentElement && one.getBoundingClientRect().height < 400);
      const alike = new Set();
      const paths = [];
      for (const element of [...tips, ...heard, ...popups, ...cssTriggers()]) {
        const kind = `hover ${element.localName} ${element.className} ${element.getAttribute("role")}`;
        if (alike.has(kind) || quiet.includes(kind) || !visible(element) || paths.length >= 3) continue;
        alike.add(kind);
        paths.push({ path: pathOf(element), kind });
      }
      return paths;
    },
    mark: () => { before = new WeakSet(all().filter(visible)); },
    comes: (trigger, limit) => until(() => come(trigger), limit),
    goes: (path, limit) => until(() => { const one = find(path); return !one || !visible(one); }, limit),
  };
}
