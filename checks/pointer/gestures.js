/* What listens for a finger's or a pointer's way over it, and has no control that does it by a press: [{ path, name }].
 *
 * `heard` are paths of what listens. Left out are sliders and what is dragged, which other checks see to, and what has a
 * button for next, previous, larger or smaller in it or right by it. `pathOf` is path.js, `find` find.js.
 */
(pathOf, find) => (heard) => {
  const MOST = 4;
  const CONTROL = "button, a[href], select, input:not([type=hidden]), [role=button], [role=tab], [role=slider], summary";
  const DOES = /nästa|föreg|framåt|bakåt|bläddra|vänster|höger|zoom|försto|förmin|närmare|rensa|\bupp\b|\bned|sida|bild|next|prev|back|forward|left|right|larger|smaller|slide|page|clear|^[+\-−–‹›«»<>←→]$/i;
  const says = (one) => `${one.innerText ?? ""} ${one.getAttribute("aria-label") ?? ""} ${one.title} ${one.value ?? ""}`.trim();
  const does = (root) => Array.from(root.querySelectorAll(CONTROL)).some((one) => one.checkVisibility({ visibilityProperty: true }) && says(one).split(/\s{2,}|\n/).some((part) => DOES.test(part.trim())));
  const found = [];
  for (const one of heard.map(find)) {
    if (!one || found.length >= MOST || /^(html|body|main)$/.test(one.localName) || !one.checkVisibility({ visibilityProperty: true })) continue;
    if (one.matches("input, textarea, select, button, a[href], [role=slider], [role=separator], [draggable=true]") || one.querySelector("[draggable=true], [role=slider]") || one.closest("[role=slider], [draggable=true]")) continue;
    const around = [one, one.parentElement, one.nextElementSibling, one.previousElementSibling].filter((at) => at && at !== document.body);
    if (around.some(does)) continue;
    found.push({ path: pathOf(one), name: (one.getAttribute("aria-label") ?? one.innerText ?? "").trim().replace(/\s+/g, " ").slice(0, 60) });
  }
  return found;
}
