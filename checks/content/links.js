/* Links with their names, where they lead, and what stands around them. */
(see) => {
  const links = see.all("a[href], area[href], [role=link]").filter((link) => see.exposed(link) && see.visible(link)).slice(0, 1500);
  const blocks = new Map();
  const numbered = (block) => { if (!blocks.has(block)) blocks.set(block, blocks.size); return blocks.get(block); };
  const target = (link) => {
    if (link.hasAttribute("href")) return link.href?.baseVal !== undefined ? new URL(link.href.baseVal, document.baseURI).href : link.href;
    const scripted = (link.getAttribute("onclick") || "").match(/location(?:\.href)?\s*=\s*['"]([^'"]+)['"]/);
    return scripted ? new URL(scripted[1], document.baseURI).href : "";
  };
  // Words within the link that nobody is told.
  const hidden = (link) => {
    const unseen = Array.from(link.querySelectorAll("*")).filter((child) => child.checkVisibility && !see.rendered(child) && !/^(SCRIPT|STYLE|TITLE|DESC|DEFS|PATH|CIRCLE|USE|SOURCE)$/i.test(child.tagName));
    return see.clean(unseen.map((child) => child.textContent).join(" "));
  };
  // Words that stand between the link and the one before it, when nothing but space parts them in a line.
  const touches = (link) => {
    let next = link.nextSibling;
    while (next && next.nodeType === Node.TEXT_NODE && !next.data.trim()) next = next.nextSibling;
    return next && next.nodeType === Node.ELEMENT_NODE && next.tagName === "A" && next.hasAttribute("href") ? next : null;
  };
  // Apart to the eye: a frame, a ground or an underline of its own, or much space; then a mark is not needed.
  const apart = (one, other) => {
    const gap = other.getBoundingClientRect().left - one.getBoundingClientRect().right;
    const style = getComputedStyle(one);
    const framed = style.borderTopWidth !== "0px" || style.borderRightWidth !== "0px" || !/rgba\(0, 0, 0, 0\)|transparent/.test(style.backgroundColor) || parseFloat(style.paddingLeft) >= 4;
    return framed || gap > 10 || other.getBoundingClientRect().top >= one.getBoundingClientRect().bottom - 2 || !/^inline$/.test(style.display);
  };
  return links.map((link) => {
    const block = see.block(link) || document.documentElement;
    const cell = link.closest("td, th, [role=cell], [role=gridcell]");
    const next = touches(link);
    return {
      element: link, name: see.name(link), target: target(link),
      block: numbered(cell || block), around: see.shown((cell && see.parent(cell)) || block).slice(0, 400),
      described: see.clean(link.getAttribute("aria-describedby")), hidden: hidden(link), pressed: Boolean(next && !apart(link, next) && see.shown(link) && see.shown(next)),
    };
  });
}
