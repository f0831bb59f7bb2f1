/* Whether any text within the elements that paths lead to may have too little contrast: true where it has by its style
 * sheets, or where these can't tell. Spares the pictures of what is plainly readable.
 */
(find) => (paths) => {
  const parse = (text) => /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text)?.slice(1).map((one) => one === undefined ? 1 : +one);
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const over = (front, back) => [0, 1, 2].map((at) => front[at] * front[3] + back[at] * (1 - front[3]));
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
