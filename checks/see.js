/* What scripts of checks need to look at a document as a person does: what is shown, what is named, what stands around it.
 *
 * Everything is bounded, so that no page can hang a check. `pathOf` is path.js. `computedName` and `computedRole` are
 * the browser's own, and undefined in a browser that was started without them. `modal` is modal.js, `stands` stands.js.
 */
(pathOf, modal, stands) => {
  const MOST = 30000;
  const clean = (text) => (text || "").replace(/[\s\u00a0\u200b\u00ad]+/g, " ").trim();

  const everything = (() => {
    let made = null;
    return () => {
      if (made) return made;
      made = [];
      const visit = (root) => {
        for (const element of root.querySelectorAll("*")) {
          if (made.length >= MOST) return;
          made.push(element);
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(document);
      return made;
    };
  })();
  const all = (selector) => everything().filter((element) => element.matches(selector));

  const parent = (element) => element.assignedSlot || element.parentElement || (element.getRootNode().host ?? null);
  const closest = (element, test) => { for (let at = element; at; at = parent(at)) if (test(at)) return at; return null; };

  const rendered = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && element.getClientRects().length > 0;

  // Shown to the eye: rendered, of a size that can be seen, not clipped to nothing, not moved out of the page.
  const visible = (element) => {
    if (!rendered(element)) return false;
    const box = element.getBoundingClientRect();
    if (box.right + window.scrollX <= 0 || box.bottom + window.scrollY <= 0) return false;
    for (let at = element; at; at = parent(at)) {
      const style = getComputedStyle(at);
      if (Number(style.opacity) === 0) return false;
      const clipped = /^rect\(/.test(style.clip) && style.clip.match(/-?[\d.]+/g)?.every((one) => Math.abs(Number(one)) <= 1);
      const inset = /^inset\((5\d|[6-9]\d|100)%/.test(style.clipPath);
      const own = at === element ? box : at.getBoundingClientRect();
      const tiny = own.width <= 1 && own.height <= 1 && style.overflow !== "visible";
      if (tiny || ((clipped || inset) && /absolute|fixed/.test(style.position))) return false;
    }
    return true;
  };
  // Told to assistive technology: rendered and not hidden from it.
  const exposed = (element) => rendered(element) && !closest(element, (at) => at.getAttribute("aria-hidden") === "true" || at.inert);

  // The text that is seen within an element, hidden parts left out.
  const shown = (element) => {
    if (!element.childElementCount) return visible(element) ? clean(element.textContent) : "";
    const parts = [];
    const visit = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) parts.push(child.data);
        else if (child.nodeType === Node.ELEMENT_NODE && !/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(child.tagName) && visible(child)) {
          const apart = !/^inline/.test(getComputedStyle(child).display);
          if (apart || child.tagName === "BR") parts.push(" ");
          visit(child);
          if (apart) parts.push(" ");
        }
      }
    };
    if (visible(element)) visit(element);
    return clean(parts.join(""));
  };

  const block = (element) => closest(parent(element), (at) => !/^(inline|contents)/.test(getComputedStyle(at).display));
  const name = (element) => clean(element.computedName ?? element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? element.textContent);
  const role = (element) => element.computedRole ?? element.getAttribute("role") ?? "";
  const language = (element) => closest(element, (at) => at.hasAttribute("lang"))?.getAttribute("lang") ?? "";
  const box = (element) => { const { x, y, width, height } = element.getBoundingClientRect(); return { x: x + window.scrollX, y: y + window.scrollY, width, height }; };
  const told = (sights) => Array.from(sights, ({ element, ...rest }) => ({ path: pathOf(element), ...rest }));

  return { all, everything, modal, stands, parent, closest, rendered, visible, exposed, shown, clean, block, name, role, language, box, told };
}
