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
  const shownOnly = (link) => {
    const hidden = Array.from(link.querySelectorAll("*")).filter((child) => child.checkVisibility && !see.rendered(child) && !/^(SCRIPT|STYLE|TITLE|DESC|DEFS|PATH|CIRCLE|USE|SOURCE)$/i.test(child.tagName));
    return see.clean(hidden.map((child) => child.textContent).join(" "));
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
    const heading = link.closest("h1, h2, h3, h4, h5, h6, [role=heading]");
    return {
      element: link, name: see.name(link), seen: see.shown(link), href: link.getAttribute("href") ?? "", target: target(link),
      block: numbered(cell || block), around: see.shown(cell ? cell.parentElement : block).slice(0, 400), cell: Boolean(cell), heading: Boolean(heading),
      title: see.clean(link.title), described: see.clean(link.getAttribute("aria-describedby")), hidden: shownOnly(link),
      nextTarget: next ? target(next) : "", pressed: Boolean(next && !apart(link, next) && see.shown(link) && see.shown(next)),
      pictured: Boolean(link.querySelector("img, svg, [role=img]")), download: link.hasAttribute("download"),
      alone: see.shown(block) === see.shown(link),
    };
  });
}
