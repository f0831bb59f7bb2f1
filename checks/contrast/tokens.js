/* Which custom property gives each element (by number) its text colour, "" where none does or it can't be told.
 *
 * The last matching rule that sets `color` by var(), on the element or the nearest ancestor that sets any. Sheets of other origins can't
 * be read. Bounded: at most 4 000 rules are looked at.
 */
({ elements }, numbers) => {
  const rules = [];
  const read = (list) => {
    for (const rule of list) {
      if (rules.length > 4000) return;
      if (rule.selectorText && rule.style && rule.style.color) rules.push(rule);
      if (rule.cssRules && rule.cssRules.length) read(rule.cssRules);
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    try { read(sheet.cssRules); } catch { /* Another origin's. */ }
  }
  const token = (value) => /var\(\s*(--[\w-]+)/.exec(value || "")?.[1] || "";
  const known = new Map();
  const of = (element) => {
    if (!element) return "";
    if (known.has(element)) return known.get(element);
    const inline = element.style && element.style.color;
    const last = inline ? null : rules.findLast((rule) => { try { return element.matches(rule.selectorText); } catch { return false; } });
    const told = inline ? token(inline) : last ? token(last.style.color) : of(element.parentElement || element.getRootNode().host);
    known.set(element, told);
    return told;
  };
  return numbers.map((number) => of(elements[number]));
}
