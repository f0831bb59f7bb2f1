/* Gives a copy of a page, of the same structure, the values, scroll and focus that `observe.js` saw; silently, with no
 * events but those of focus. `find` is find.js. */
(find) => ({ fields, scrolled, scroll, focus }) => {
  let at = 0;
  const walk = (parent) => {
    for (const element of parent.children) {
      const name = element.localName;
      if (/^(script|style|link|meta|noscript|template)$/.test(name)) continue;
      if ((name === "input" && element.type !== "file") || /^(textarea|select|details)$/.test(name)) {
        const value = fields[at++];
        if (!value) continue;
        if (name === "details") { if (element.open !== value[0]) element.open = value[0]; }
        else if (name === "select") Array.from(element.options, (option, i) => { if (option.selected !== value[i]) option.selected = value[i]; });
        else {
          if (element.value !== value[0]) element.value = value[0];
          if (name === "input" && element.checked !== value[1]) element.checked = value[1];
          if (name === "input" && element.indeterminate !== value[2]) element.indeterminate = value[2];
        }
      }
      if (name !== "svg") { if (element.shadowRoot) walk(element.shadowRoot); walk(element); }
    }
  };
  // With no values it is only scrolled.
  if (fields) walk(document.documentElement);
  for (const [path, left, top] of scrolled) find(path)?.scrollTo({ left, top, behavior: "instant" });
  if (!fields) { window.scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" }); return; }
  const target = focus && find(focus);
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (target && target !== active) target.focus({ preventScroll: true });
  if (!focus && active && active !== document.body) active.blur?.();
  window.scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" });
}
