/* What a document holds besides its nodes, their computed style and its accessibility tree: told as `text`; and addresses
 * of its `fonts`, as far as the style sheets that name them can be read.
 *
 * Style rules with those not in use now (:hover, :focus, media), adopted style sheets, canvases, media, what has
 * focus, and what the browser tells the page about its user. `pathOf` is path.js.
 */
(pathOf) => () => {
  const rules = (sheets) => Array.from(sheets, (sheet) => {
    try { return Array.from(sheet.cssRules, (rule) => rule.cssText).join("\n") + sheet.disabled + sheet.media.mediaText; }
    catch { return sheet.href; } // Of another origin: its content is among the resources.
  });
  const fonts = [];
  // Also in sheets that are imported, and within media and layers.
  const name = (sheet, within = sheet) => {
    try {
      for (const rule of within.cssRules ?? []) {
        const sources = rule instanceof CSSFontFaceRule ? rule.style.getPropertyValue("src") : "";
        for (const [, address] of sources.matchAll(/url\("([^"]+)"\)/g)) fonts.push(new URL(address, sheet.href ?? document.baseURI).href);
        if (rule.styleSheet) name(rule.styleSheet);
        else name(sheet, rule);
      }
    } catch { /* Of another origin. */ }
  };
  const roots = [document];
  const told = [];
  for (const root of roots) {
    told.push(rules(root.styleSheets), rules(root.adoptedStyleSheets));
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) name(sheet);
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.localName === "canvas") {
        try { told.push(element.toDataURL()); } catch { told.push(String(Math.random())); } // Tainted: never the same.
      } else if (element instanceof HTMLMediaElement) {
        told.push([element.currentSrc, element.paused, element.ended, element.muted, element.duration,
          Array.from(element.textTracks, (track) => [track.kind, track.mode, track.language])]);
      }
    }
    if (root.activeElement) told.push(pathOf(root.activeElement));
  }
  const media = ["(prefers-reduced-motion: reduce)", "(prefers-color-scheme: dark)", "(forced-colors: active)",
    "(prefers-contrast: more)", "(pointer: coarse)", "(hover: hover)", "print"].map((query) => matchMedia(query).matches);
  told.push([innerWidth, innerHeight, devicePixelRatio, scrollX, scrollY, navigator.language, navigator.userAgent, media]);
  told.push([location.pathname, location.search, location.hash, document.title, document.readyState]);
  return { text: JSON.stringify(told), fonts };
}
