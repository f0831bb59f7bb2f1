/* How much (0-1) of some points on elements lies beneath something else that is painted there.
 *
 * `asked` pairs numbers of elements with points: CSS pixels of the page when `top`, else of the document's viewport.
 * A point that is not in view counts as free. What covers without being painted, such as a link over a whole card, covers nothing.
 */
({ elements }, { asked, top }) => {
  const [dx, dy] = top ? [window.scrollX, window.scrollY] : [0, 0];
  const above = (element) => element.assignedSlot || element.parentElement || element.getRootNode().host || null;
  const holds = (outer, inner) => { for (let at = inner; at; at = above(at)) if (at === outer) return true; return false; };
  // From the uppermost down: over what is painted there may lie something that is not.
  const stack = (root, x, y) => root.elementsFromPoint(x, y).filter((one) => one.getRootNode() === root)
    .flatMap((one) => (one.shadowRoot ? [...stack(one.shadowRoot, x, y), one] : [one]));
  const lies = (element, x, y) => {
    for (const found of stack(document, x, y)) {
      if (holds(found, element) || holds(element, found)) return false;
      if (painted(found, element)) return true;
    }
    return false;
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
  const share = (element, points) => getComputedStyle(element).pointerEvents === "none" ? 0 : points.filter(([x, y]) => lies(element, x - dx, y - dy)).length / points.length;
  return asked.map(([number, points]) => share(elements[number], points));
}
