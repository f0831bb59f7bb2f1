/* Which of some controls change how they look while they are pointed at or have focus, and whom to hold for that to be seen:
 * { hover, focus }, each [{ at, paths }], `at` the place in `numbers`. Of controls that look alike one is given.
 */
(pathOf, { states, rules, bearers }) => (told, numbers) => {
  // An outline only adds to what marks a control; borders and shadows are not what an icon is seen by.
  const LOOKS = { icon: /^(color|fill|stroke|opacity|filter|visibility|background)/, boundary: /^(color|border|box-shadow|opacity|filter|visibility|background)/ };
  const MOST = 12;
  const controls = numbers.map(({ number }) => told.elements[number]);
  const likeness = (element) => {
    const style = getComputedStyle(element);
    return [element.localName, element.type, element.className, element.parentElement?.className, style.borderBottomColor, style.backgroundColor].join("|");
  };
  const found = {};
  for (const [state, pseudos] of Object.entries(states)) {
    const held = { icon: new Set(), boundary: new Set() };
    for (const rule of rules) {
      if (!pseudos.some((one) => rule.selectorText.includes(`:${one}`))) continue;
      const sorts = Object.keys(LOOKS).filter((sort) => [...rule.style].some((name) => LOOKS[sort].test(name)));
      if (!sorts.length) continue;
      for (const element of bearers(rule, pseudos)) if (element !== document.body && element !== document.documentElement) sorts.forEach((sort) => held[sort].add(element));
    }
    const known = new Set();
    found[state] = controls.flatMap((control, at) => {
      const changed = held[numbers[at].icon ? "icon" : "boundary"];
      if (known.size >= MOST || known.has(likeness(control)) || control.getRootNode() !== document) return [];
      const around = [];
      for (let one = control; one; one = one.parentElement) if (changed.has(one)) around.push(one);
      around.push(...[...control.querySelectorAll("*")].filter((one) => changed.has(one)));
      if (!around.length) return [];
      known.add(likeness(control));
      return [{ at, paths: around.map(pathOf) }];
    });
  }
  return found;
}
