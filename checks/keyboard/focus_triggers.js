/* What may show something when it gets focus, at most four, no two alike, none of a kind in `quiet`: [{ path, kind }]. `heard` are
 * paths of what listens for focus. `pathOf` is path.js, `find` find.js. */
(pathOf, find) => ({ heard, quiet }) => {
  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const tips = Array.from(document.querySelectorAll("[role=tooltip][id]")).flatMap((tip) => Array.from(document.querySelectorAll(`[aria-describedby~="${CSS.escape(tip.id)}"]`)));
  const own = heard.map(find).filter(Boolean).flatMap((one) => (one.matches(FOCUSABLE) ? [one] : Array.from(one.querySelectorAll(FOCUSABLE)).slice(0, 2)));
  const alike = new Set();
  const found = [];
  for (const one of [...tips, ...own]) {
    if (found.length >= 4 || !one.matches(FOCUSABLE) || one.tabIndex < 0 || one.matches(":disabled") || !one.checkVisibility({ visibilityProperty: true })) continue;
    const kind = `focus-content ${one.localName} ${one.className} ${one.getAttribute("role") ?? ""}`;
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    found.push({ path: pathOf(one), kind });
  }
  return found;
}
