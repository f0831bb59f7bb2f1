/* Which of some controls change how they look while they are pointed at or have focus, and whom to hold for that to be seen:
 * { hover, focus }, each [{ at, paths }], `at` the place in `numbers`. Of controls that look alike one is given.
 */
(pathOf, { rules, parts, bearer, matching }) => ([told, numbers]) => {
  const STATES = { hover: ["hover"], focus: ["focus", "focus-visible", "focus-within"] };
  const LOOK = /color|background|border|outline|shadow|opacity|filter|fill|stroke|visibility/;
  const MOST = 24;
  const controls = numbers.map((number) => told.elements[number]);
  const likeness = (element) => {
    const style = getComputedStyle(element);
    return [element.localName, element.type, element.className, element.parentElement?.className, style.borderBottomColor, style.backgroundColor].join("|");
  };
  const found = {};
  for (const [state, pseudos] of Object.entries(STATES)) {
    const held = new Set();
    for (const rule of rules) {
      if (!pseudos.some((one) => rule.selectorText.includes(`:${one}`)) || ![...rule.style].some((name) => LOOK.test(name))) continue;
      for (const selector of parts(rule.selectorText)) {
        for (const pseudo of pseudos) {
          const whom = bearer(selector, pseudo);
          if (whom) for (const element of matching(whom)) held.add(element);
        }
      }
    }
    held.delete(document.body);
    held.delete(document.documentElement);
    const known = new Set();
    found[state] = controls.flatMap((control, at) => {
      if (known.size >= MOST || known.has(likeness(control)) || control.getRootNode() !== document) return [];
      const around = [];
      for (let one = control; one; one = one.parentElement) if (held.has(one)) around.push(one);
      around.push(...[...control.querySelectorAll("*")].filter((one) => held.has(one)));
      if (!around.length) return [];
      known.add(likeness(control));
      return [{ at, paths: around.map(pathOf) }];
    });
  }
  return found;
}
