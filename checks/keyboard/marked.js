/* Which of a composite widget's items have focus, are pointed at as active, or are shown as chosen. `find` is find.js. */
(find) => ({ items }) => {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const root = focus?.getRootNode();
  const active = focus?.getAttribute?.("aria-activedescendant");
  const pointed = active && root.getElementById?.(active);
  return items.flatMap((path, index) => {
    const one = find(path);
    return one && (one === focus || one === pointed || (pointed && one.contains(pointed)) || (focus && focus !== document.body && one.contains(focus))) ? [index] : [];
  });
}
