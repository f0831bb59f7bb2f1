/* Whether any text within the elements that paths lead to may have too little contrast: true where it has by its style
 * sheets, or where these can't tell. Spares the pictures of what is plainly readable.
 */
(find, { parse, over, ratio }) => (paths) => {
  const doubtful = (element) => {
    const text = parse(getComputedStyle(element).webkitTextFillColor);
    if (!text) return true;
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const own = getComputedStyle(at);
      if (own.opacity !== "1" || own.backgroundImage !== "none" || own.filter !== "none" || own.mixBlendMode !== "normal") return true;
      const back = parse(own.backgroundColor);
      if (!back) return true;
      if (back[3] > 0) layers.push(back);
      if (back[3] === 1) break;
    }
    const ground = layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
    return ratio(over(text, ground), ground) < 4.5;
  };
  const MOST = 300;
  const seen = new Set();
  for (const hops of paths) {
    const element = find(hops);
    if (!element) continue;
    for (const one of [element, ...element.querySelectorAll("*")]) {
      if (seen.has(one) || seen.size >= MOST) continue;
      seen.add(one);
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || one.closest(":disabled, [aria-disabled='true']")) continue;
      if ([...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()) && doubtful(one)) return true;
    }
  }
  return seen.size >= MOST;
}
