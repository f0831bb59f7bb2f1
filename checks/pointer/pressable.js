/* Controls that can be pressed, at most eight, no two alike, none of a kind in `quiet`: [{ path, kind }].
 * `pathOf` is path.js. */
(pathOf) => (quiet) => {
  const alike = new Set();
  const found = [];
  for (const element of document.querySelectorAll("button, a[href], input[type=submit], input[type=button], [role=button], [role=link], [role=tab], [onmousedown], [onpointerdown], [ontouchstart]")) {
    if (found.length >= 8) break;
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
    const form = element.closest("form");
    const kind = ["press", element.localName, element.getAttribute("type"), element.className, element.getAttribute("role"), element.closest("nav, header, footer, aside")?.localName, form?.getAttribute("action")?.replace(/\d+/g, "#")].join();
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    found.push({ path: pathOf(element), kind });
  }
  return found;
}
