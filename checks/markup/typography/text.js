/* Paragraphs whose text is set so that it is hard to read, by computed style. At most `limit` elements are looked at.
 *
 * Gives the path of each, what is wrong and the measure. Several lines only where line height or alignment matter.
 */
(pathOf) => (limit) => {
  const LONG = 80;
  const found = [];
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  const small = new Set();
  for (let node = walker.nextNode(), looked = 0; node && looked < limit; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (!text || !element || element.closest("svg, script, style, noscript, textarea, option, template, [aria-hidden=true]")) continue;
    looked += 1;
    const style = getComputedStyle(element);
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    let block = element;
    while (getComputedStyle(block).display === "inline" && block.parentElement) block = block.parentElement;
    const box = block.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue; // Kept for screen readers only.
    const size = parseFloat(style.fontSize);
    const tell = (rule, at, measure) => found.push({ rule, path: pathOf(at), measure });
    if (size > 0 && size < 10 && text.length > 3 && !small.has(element) && !/^(SUB|SUP|RT)$/.test(element.tagName)) {
      small.add(element);
      tell("small-text", element, size);
    }
    if (seen.has(block) || (block.innerText || "").trim().length < LONG) continue;
    seen.add(block);
    const set = getComputedStyle(block);
    const height = parseFloat(set.lineHeight) / parseFloat(set.fontSize);
    const lines = box.height / (parseFloat(set.lineHeight) || parseFloat(set.fontSize) * 1.2);
    if (lines < 1.8) continue;
    if (set.textAlign === "justify" && set.hyphens !== "auto") tell("justified", block, 0);
    if (height && height < 1.2) tell("line-height", block, Math.round(height * 100) / 100);
  }
  return found;
}
