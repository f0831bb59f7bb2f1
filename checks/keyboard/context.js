/* What answers the other mouse button, at most three, no two alike, none of a kind in `quiet`: [{ path, within, kind }]. `within`
 * are paths of what can get focus in it, itself first. `heard` are paths of what listens for contextmenu or mousedown.
 * `pathOf` is path.js, `find` find.js. */
(pathOf, find) => ({ heard, quiet }) => {
  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const modal = Array.from(document.querySelectorAll("dialog:modal, [aria-modal=true]")).filter((one) => one.checkVisibility()).at(-1);
  const alike = new Set();
  const found = [];
  for (const one of [...heard.map(find), ...document.querySelectorAll("[oncontextmenu]")]) {
    if (!one || (modal && !modal.contains(one)) || found.length >= 3 || /^(html|body|main|form)$/.test(one.localName) || one.matches("input, textarea, [contenteditable]") || !one.checkVisibility({ visibilityProperty: true })) continue;
    const kind = `context ${one.localName} ${one.className}`;
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    const within = [...(one.matches(FOCUSABLE) ? [one] : []), ...one.querySelectorAll(FOCUSABLE)].filter((at) => at.tabIndex >= 0 && at.checkVisibility({ visibilityProperty: true }) && !at.matches(":disabled"));
    found.push({ path: pathOf(one), within: within.slice(0, 4).map(pathOf), kind });
  }
  return found;
}
