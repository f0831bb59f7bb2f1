/* Links in running text with how they differ from the text around: { path, own, around, ratioless marks }.
 *
 * Gives { path, own, around, marked } for each link within a block that has other text of its own, at most 300. Colours are
 * [r, g, b] as computed. `marked` tells that something besides colour sets the link apart. `pathOf` is path.js.
 */
(pathOf) => {
  const found = [];
  const parse = (text) => { const told = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text); return told && (told[4] === undefined || +told[4] === 1) ? told.slice(1, 4).map(Number) : null; };
  const clear = (colour) => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  // An empty one may be an arrow: a ground of its own, cut to shape.
  const draws = (style) => !["none", "normal"].includes(style.content) && style.display !== "none"
    && (style.content !== '""' || !clear(style.backgroundColor) || style.backgroundImage !== "none" || style.borderTopStyle !== "none" || style.borderBottomStyle !== "none");
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const marks = (element, block, base) => {
    for (let at = element; at && at !== block; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.textDecorationLine !== "none" || style.backgroundImage !== "none" || style.boxShadow !== "none" || style.outlineStyle !== "none") return true;
      if (!clear(style.backgroundColor)) return true;
      if (["Top", "Bottom", "Left", "Right"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0)) return true;
      if (style.display !== "inline" && style.display !== "contents") return true;
    }
    const style = getComputedStyle(element);
    return style.fontWeight !== base.fontWeight || style.fontStyle !== base.fontStyle || style.fontSize !== base.fontSize
      || style.fontFamily !== base.fontFamily || style.textTransform !== base.textTransform || style.fontVariantCaps !== base.fontVariantCaps
      || ["::before", "::after"].some((which) => draws(getComputedStyle(element, which)))
      || Boolean(element.querySelector("img, svg, canvas, u, b, strong, em, i"));
  };
  const look = (scope) => {
    for (const element of scope.querySelectorAll("*")) {
      if (found.length >= 300) return;
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.matches("a[href], [role=link]") || !shown(element) || !element.textContent.trim()) continue;
      let block = element.parentElement;
      while (block && /^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
      if (!block || block.closest("nav, [role=navigation], [role=menu], [role=menubar], [role=tablist]")) continue;
      // Words of the block itself, outside links and what is laid out beside them.
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let around = "";
      let holder = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        let at = parent;
        while (at !== block && /^(inline|contents)$/.test(getComputedStyle(at).display)) at = at.parentElement;
        if (at !== block || parent.closest("a, button, [role=link], [role=button]") || !shown(parent)) continue;
        around += node.data;
        if (!holder && /[\p{L}\p{N}]{2}/u.test(node.data)) holder = parent;
      }
      if (!holder || (around.match(/[\p{L}\p{N}]+/gu) || []).length < 3) continue;
      const [base, style] = [getComputedStyle(holder), getComputedStyle(element)];
      const leaf = [...element.querySelectorAll("*")].find((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
      const own = parse(leaf ? getComputedStyle(leaf).color : style.color);
      const other = parse(base.color);
      if (own && other) found.push({ path: pathOf(element), own, around: other, marked: marks(element, block, base) || Boolean(leaf && marks(leaf, element, base)) });
    }
  };
  look(document);
  return found;
}
