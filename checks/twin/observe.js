/* What a copy of the page must have in common with it: structure, values, scroll, focus, surroundings, and where `stored`
 * is true what it keeps in its storage, which takes the browser long to open. `pathOf` is path.js.
 *
 * `structure` has a line for each element, shadow trees included: depth, tag, role, hidden or not. `pointed` is whether
 * the pointer is on something that does not also lie in the window's first corner.
 */
(pathOf, stored) => {
  const MOST = 30_000;
  const structure = [];
  const fields = [];
  const scrolled = [];
  const walk = (parent, depth) => {
    for (const element of parent.children) {
      if (structure.length >= MOST) return;
      const name = element.localName;
      if (/^(script|style|link|meta|noscript|template)$/.test(name)) continue;
      const shown = element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : true;
      structure.push(`${depth}${name}[${element.getAttribute("role") ?? ""}]${shown ? "" : "-"}`);
      if (name === "input" && element.type !== "file") fields.push([element.value, element.checked, element.indeterminate]);
      else if (name === "textarea") fields.push([element.value]);
      else if (name === "select") fields.push(Array.from(element.options, (option) => option.selected));
      else if (name === "details") fields.push([element.open]);
      if (element.scrollTop || element.scrollLeft) scrolled.push([pathOf(element), element.scrollLeft, element.scrollTop]);
      // What an SVG draws is its look; its parts are nothing that anyone presses.
      if (name !== "svg") { if (element.shadowRoot) walk(element.shadowRoot, depth + 1); walk(element, depth + 1); }
    }
  };
  walk(document.documentElement, 0);
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const kept = (which) => { try { return stored ? Object.entries(window[which]) : []; } catch { return []; } };
  const prefers = (query) => matchMedia(query).matches;
  const pointedAt = Array.from(document.querySelectorAll(":hover")).at(-1);
  return {
    pointed: Boolean(pointedAt) && pointedAt !== document.elementFromPoint(0, 0),
    structure, fields, scrolled,
    scroll: [scrollX, scrollY],
    focus: focus && focus !== document.body && focus !== document.documentElement ? pathOf(focus) : null,
    local: kept("localStorage"), session: kept("sessionStorage"),
    hash: location.hash,
    elapsed: Date.now() - performance.timeOrigin,
    surroundings: {
      locale: navigator.language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, agent: navigator.userAgent,
      scale: devicePixelRatio, touch: navigator.maxTouchPoints > 0, dark: prefers("(prefers-color-scheme: dark)"),
      still: prefers("(prefers-reduced-motion: reduce)"), forced: prefers("(forced-colors: active)"),
      size: [innerWidth, innerHeight],
    },
  };
}
