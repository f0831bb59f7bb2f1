/* Makes all text of a document transparent, and gives what brings it back.
 *
 * The sheets are constructed, so no content security policy stops them, and no element is added or changed. Only the
 * fill of the letters goes: `color` stays, and with it borders and icons that are painted in currentcolor. Rules in a
 * layer win over the page's own !important. Transitions are off, since a duration of zero would not stop one that runs.
 */
(pathOf) => {
  const WORDS = "*, *::before, *::after, ::marker, ::placeholder, ::file-selector-button, ::-webkit-datetime-edit";
  const STILL = `@layer esset-bare { ${WORDS}, ::selection { transition: none !important; caret-color: transparent !important; } }`;
  const BARE = `@layer esset-bare { ${WORDS} {
      -webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important;
      text-decoration-color: transparent !important; text-emphasis-color: transparent !important;
    }
    text, text * { fill: transparent !important; stroke: transparent !important; } }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STILL);
  const roots = [document];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) { roots.push(element.shadowRoot); walk(element.shadowRoot); }
    }
  };
  walk(document);
  const settle = () => { for (const root of roots) root.host ? root.host.offsetHeight : document.documentElement.offsetHeight; };
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  settle();
  let bared = false;
  return {
    still: () => { sheet.replaceSync(STILL); settle(); },
    // A background that is clipped to the letters is their colour, and goes with them: `filled` are such elements.
    bare: (filled) => {
      bared = true;
      const hops = filled.map((element) => pathOf(element).at(-1));
      const painted = hops.length ? `@layer esset-bare { ${hops.join(", ")} { background-image: none !important; background-color: transparent !important; } }` : "";
      sheet.replaceSync(BARE + STILL + painted);
      settle();
    },
    // Back in two steps: what is still transparent must not fade in when transitions are allowed again.
    undo: () => {
      if (bared) { sheet.replaceSync(STILL); settle(); }
      for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
      settle();
    },
  };
}
