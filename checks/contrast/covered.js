/* How much (0-1) of some points on elements lies beneath something else that is painted there.
 *
 * `asked` pairs numbers of elements with points: CSS pixels of the page when `top`, else of the document's viewport.
 * A point that is not in view counts as free. What covers without being painted, such as a link over a whole card, covers nothing.
 */
([elements, { asked, top }]) => {
  const [dx, dy] = top ? [window.scrollX, window.scrollY] : [0, 0];
  const above = (element) => element.assignedSlot || element.parentElement || element.getRootNode().host || null;
  const holds = (outer, inner) => { for (let at = inner; at; at = above(at)) if (at === outer) return true; return false; };
  const hit = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found && found.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  };
  const painted = (element, other) => {
    for (let at = element; at && !holds(at, other); at = above(at)) {
      const style = getComputedStyle(at);
      if (/^(IMG|VIDEO|CANVAS|IFRAME|INPUT|TEXTAREA|SELECT|svg)$/.test(at.tagName) || style.backgroundImage !== "none") return true;
      if (!/^rgba\(.*, 0\)$/.test(style.backgroundColor) || at.matches("dialog:modal")) return true;
    }
    return false;
  };
  // What lets the pointer through can't be asked about in this way.
  const share = (element, points) => getComputedStyle(element).pointerEvents === "none" ? 0 : points.filter(([x, y]) => {
    const found = hit(x - dx, y - dy);
    return found && !holds(found, element) && !holds(element, found) && painted(found, element);
  }).length / points.length;
  return asked.map(([number, points]) => share(elements[number], points));
}
