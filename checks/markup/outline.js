/* Tells a document as HTML, as it stands now: shadow trees as templates, frames and scripts empty.
 *
 * Each element has its number in document order (`esset-n`), and is marked where it is not shown (`esset-out`) or
 * kept from assistive technology (`esset-mute`). The numbers lead back: `paths` gives where numbered elements are,
 * null for those whose tag has changed meanwhile. `pathOf` is path.js. Bounded by `limit` elements; past it,
 * elements are left out and `whole` is false.
 */
(pathOf) => ({ limit, paths }) => {
  const EMPTY = new Set(["SCRIPT", "STYLE", "IFRAME", "NOSCRIPT", "TEMPLATE", "XMP", "OBJECT", "CANVAS", "TEXTAREA"]);
  const VOID = new Set(["AREA", "BASE", "BR", "COL", "EMBED", "HR", "IMG", "INPUT", "LINK", "META", "SOURCE", "TRACK", "WBR"]);
  const elements = [];
  const out = [];
  const text = (value) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const quoted = (value) => text(value).replace(/"/g, "&quot;");
  const named = /^[a-z_:][-\w.:]*$/i;

  const tell = (element, muted) => {
    if (elements.length >= limit) return;
    const tag = element.localName;
    if (!named.test(tag)) return;
    const number = elements.push(element) - 1;
    const mute = muted || element.getAttribute("aria-hidden") === "true";
    const kept = Array.from(element.attributes).filter((one) => named.test(one.name)).map((one) => ` ${one.name}="${quoted(one.value)}"`);
    // Off screen is not "not shown": a screen reader reads it. An area is never rendered itself.
    const shown = tag === "area" || tag === "option" || element.checkVisibility({ visibilityProperty: true });
    out.push(`<${tag}${kept.join("")} esset-n="${number}"${shown ? "" : ' esset-out=""'}${mute ? ' esset-mute=""' : ""}>`);
    if (VOID.has(element.tagName)) return;
    if (element.shadowRoot) {
      out.push("<template shadowrootmode=open>");
      inside(element.shadowRoot, mute);
      out.push("</template>");
    }
    if (!EMPTY.has(element.tagName)) inside(element, mute);
    out.push(`</${tag}>`);
  };
  const inside = (node, muted) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) tell(child, muted);
      else if (child.nodeType === Node.TEXT_NODE) out.push(text(child.data));
    }
  };
  tell(document.documentElement, false);
  if (paths) return paths.map(([number, tag]) => (elements[number]?.localName === tag ? pathOf(elements[number]) : null));
  return { html: out.join(""), whole: elements.length < limit };
}
