/* Which other dresses the page's style sheets have than the one it wears: of "dark" and "more-contrast". */
() => {
  const DRESSES = { dark: /prefers-color-scheme:\s*dark/, "more-contrast": /prefers-contrast:\s*(more|high)/ };
  const found = new Set();
  const note = (media) => {
    for (const [name, asked] of Object.entries(DRESSES)) if (asked.test(media) && !matchMedia(media).matches) found.add(name);
  };
  const read = (list) => {
    for (const rule of list) {
      if (rule instanceof CSSMediaRule) note(rule.media.mediaText);
      if (rule.cssRules) read(rule.cssRules);
      if (rule.styleSheet) { note(rule.media.mediaText); try { read(rule.styleSheet.cssRules); } catch { /* Another origin's. */ } }
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    note(sheet.media?.mediaText ?? "");
    try { read(sheet.cssRules); } catch { /* Another origin's. */ }
  }
  // light-dark() follows the scheme without any rule of its own.
  if (/dark/.test(getComputedStyle(document.documentElement).colorScheme) && !matchMedia("(prefers-color-scheme: dark)").matches) found.add("dark");
  return Object.keys(DRESSES).filter((name) => found.has(name));
}
