/* How much (0-1) of each list of points, in CSS pixels of the page, shows something else than a frame. Out of view is free. */
(asked) => asked.map((points) => points.filter(([x, y]) => {
  let found = document.elementFromPoint(x - window.scrollX, y - window.scrollY);
  while (found && found.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x - window.scrollX, y - window.scrollY);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found && !/^(IFRAME|FRAME|OBJECT|EMBED)$/.test(found.tagName);
}).length / points.length);
