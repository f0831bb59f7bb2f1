/* What a document holds besides its nodes, their computed style and its accessibility tree: told as `text`; and addresses
 * of the files that it is made of: what its elements and scripts `need`, and what its style rules `name`, used or not, as
 * far as the style sheets can be read.
 *
 * Style rules with those not in use now (:hover, :focus, media), adopted style sheets, canvases, media, what has
 * focus, and what the browser tells the page about its user. `pathOf` is path.js.
 */
(pathOf) => () => {
  const FILES = {
    script: (one) => [one.src], link: (one) => (one.relList.contains("stylesheet") ? [one.href] : []), img: (one) => [one.currentSrc],
    input: (one) => (one.type === "image" ? [one.src] : []), video: (one) => [one.currentSrc, one.poster], audio: (one) => [one.currentSrc],
    track: (one) => [one.src], embed: (one) => [one.src], object: (one) => [one.data], image: (one) => [one.href?.baseVal], use: (one) => [one.href?.baseVal],
  };
  const rules = (sheets) => Array.from(sheets, (sheet) => {
    try { return Array.from(sheet.cssRules, (rule) => rule.cssText).join("\n") + sheet.disabled + sheet.media.mediaText; }
    catch { return sheet.href; } // Of another origin: its content is among the resources.
  });
  const [need, named] = [new Set(), new Set()];
  const add = (files, address, base) => {
    if (address && URL.canParse(address, base) && /^https?:/.test(new URL(address, base).protocol)) files.add(new URL(address, base).href);
  };
  // Also in sheets that are imported, and within media and layers.
  const name = (sheet) => {
    try {
      for (const rule of sheet.cssRules) {
        for (const [, address] of rule.cssText.matchAll(/url\("([^"]+)"\)/g)) add(named, address, sheet.href ?? document.baseURI);
        if (rule.styleSheet) name(rule.styleSheet);
      }
    } catch { /* Of another origin. */ }
  };
  // What scripts import stands nowhere in the document.
  for (const one of performance.getEntriesByType("resource")) if (one.initiatorType === "script") add(need, one.name);
  const roots = [document];
  const told = [];
  for (const root of roots) {
    told.push(rules(root.styleSheets), rules(root.adoptedStyleSheets));
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) name(sheet);
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      for (const address of FILES[element.localName]?.(element) ?? []) add(need, address, document.baseURI);
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
  return { text: JSON.stringify(told), need: [...need], named: [...named] };
}
