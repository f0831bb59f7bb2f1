/* What the page shows and says of itself, as one string: two that are equal are of a page on which nothing happened.
 * A `plain` one leaves out how that is told to others, and with which classes. */
(plain) => {
  const MOST = 20_000;
  const lines = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (lines.length > MOST) return;
      if (/^(script|style|link|meta)$/.test(one.localName)) continue;
      const own = Array.from(one.childNodes, (node) => (node.nodeType === 3 ? node.data.trim() : "")).join("");
      const shown = one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const states = plain ? "" : Array.from(one.attributes, (at) => (/^(aria-|open|hidden|class|style|tabindex|href|src)/.test(at.name) ? `${at.name}=${at.value}` : "")).join(" ");
      lines.push(`${one.localName}|${own}|${shown}|${states}|${one.value ?? ""}|${one.checked ?? ""}`);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
  };
  walk(document);
  return `${location.href}\n${lines.join("\n")}`;
}
