/* Elements of the page whose look its style sheets change while they are pointed at or have focus, and the colours of
 * visited links and of selected text: { hover, focus, visited, selection }.
 *
 * Of elements that look alike one is given, with those around it that change too. Only what can be read of the sheets
 * counts; a sheet from another origin can't.
 */
(pathOf, { states, rules, parts, matching, bearers }) => {
  const LOOK = ["color", "background-color", "background-image", "opacity", "filter", "fill", "-webkit-text-fill-color"];
  const MOST = 24;

  const changes = (rule) => LOOK.some((name) => rule.style.getPropertyValue(name)) || rule.style.getPropertyValue("background");

  const shows = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !element.matches(":disabled, [aria-disabled='true']") && element.getBoundingClientRect().width > 1;
  const likeness = (element) => {
    const style = getComputedStyle(element);
    return [element.localName, element.className, element.parentElement?.className, element.getAttribute("aria-current"), element.getAttribute("aria-selected"), style.color, style.backgroundColor].join("|");
  };

  const found = { hover: [], focus: [], visited: [], selection: [] };
  for (const [state, pseudos] of Object.entries(states)) {
    const all = new Set(rules.filter(changes).flatMap((rule) => bearers(rule, pseudos)));
    const chosen = new Set();
    const known = new Set();
    for (const element of all) {
      if (chosen.size >= MOST) break;
      if (element === document.body || element === document.documentElement || !shows(element) || known.has(likeness(element))) continue;
      known.add(likeness(element));
      for (let at = element; at; at = at.parentElement) if (all.has(at)) chosen.add(at);
    }
    found[state] = [...chosen].map(pathOf);
  }

  // What a colour of a rule comes to on an element: computed on a probe within it.
  const computed = (element, name, value) => {
    const probe = document.createElement("span");
    probe.style.setProperty(name, value);
    element.append(probe);
    const told = getComputedStyle(probe).getPropertyValue(name);
    probe.remove();
    return told;
  };
  const asked = rules.filter((rule) => /:visited(?![\w-])/.test(rule.selectorText) && rule.style.color);
  const visited = new Map();
  for (const rule of asked) {
    for (const selector of parts(rule.selectorText)) {
      if (!/:visited$/.test(selector)) continue;
      for (const link of matching(selector.replace(/:visited$/, ":any-link"))) {
        visited.set(link, [...(visited.get(link) ?? []), rule.style.color]);
      }
    }
  }
  const alike = new Set();
  for (const [link, values] of visited) {
    if (alike.size >= MOST) break;
    if (!shows(link) || alike.has(likeness(link))) continue;
    alike.add(likeness(link));
    found.visited.push({ hops: pathOf(link), colours: [...new Set(values)].map((value) => computed(link, "color", value)) });
  }
  if (rules.some((rule) => /::selection/.test(rule.selectorText))) {
    const pairs = new Set();
    for (const element of document.querySelectorAll("p, li, td, th, h1, h2, h3, label, a, button, dd, dt, span")) {
      if (pairs.size >= MOST || !shows(element) || ![...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim())) continue;
      const style = getComputedStyle(element, "::selection");
      const pair = `${style.color} ${style.backgroundColor}`;
      if (pairs.has(pair) || !/^rgb\(/.test(style.backgroundColor)) continue;
      pairs.add(pair);
      found.selection.push({ hops: pathOf(element), colours: [style.color, style.backgroundColor] });
    }
  }
  return found;
}
