/* What can get focus, no two alike, at most so many, those that listen for focus themselves first: [{ path, kind }]. `heard` are
 * their paths, `quiet` kinds to leave out. `pathOf` is path.js, `find` find.js. */
(pathOf, find) => ({ heard, quiet, most }) => {
  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]:not([contenteditable=false])";
  const listening = heard.map(find).filter((one) => one instanceof Element && one !== document.body);
  const modal = Array.from(document.querySelectorAll("dialog:modal, [aria-modal=true]")).filter((one) => one.checkVisibility()).at(-1);
  // What holds the listener is often around what gets focus: focus bubbles as focusin.
  const around = listening.flatMap((one) => (one.matches(FOCUSABLE) ? [one] : Array.from(one.querySelectorAll(FOCUSABLE)).slice(0, 6)));
  const alike = new Set();
  const found = [];
  for (const one of [...around, ...document.querySelectorAll(FOCUSABLE)]) {
    if (found.length >= most) break;
    if (one.tabIndex < 0 || one.matches(":disabled") || !one.checkVisibility({ visibilityProperty: true }) || (modal && !modal.contains(one))) continue;
    const kind = `focus ${one.localName} ${one.type ?? ""} ${one.className} ${one.getAttribute("role") ?? ""} ${one.closest("nav, header, footer, form, main")?.localName ?? ""}`;
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    found.push({ path: pathOf(one), kind });
  }
  return found;
}
