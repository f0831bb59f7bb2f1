/* Where a state is shown and not told: { sort: paths of headings, tabs: paths of tab lists, tree: paths of items of trees, toggles: [{ path, kind }] of controls that may
 * show and hide something, at most five, no two alike, none of a kind in `quiet` }. `heard` are paths of elements that listen for clicks.
 * `pathOf` is path.js. */
(pathOf) => ([heard, quiet]) => {
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const find = (hops) => { let root = document, element = null; for (const hop of hops) { element = root?.querySelector(hop) ?? null; root = element?.shadowRoot; } return element; };
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const ARROW = /[▲▼△▽↑↓⌃⌄⏶⏷🔼🔽]/u;

  const arrowOf = (heading) => {
    const places = [heading, ...heading.querySelectorAll("*")].filter(visible);
    const drawn = places.flatMap((one) => ["::before", "::after"].map((pseudo) => getComputedStyle(one, pseudo).content)).join(" ");
    const arrows = Array.from(`${heading.innerText} ${drawn}`.matchAll(new RegExp(ARROW, "gu")), (match) => match[0]);
    return new Set(arrows).size === 1 ? arrows[0] : "";
  };
  // An icon alike in all headings but one, which style sheets turn, cut or fill; colour alone may come from the pointer.
  const iconOf = (heading) => heading.querySelector("svg, img, [class*=icon i]");
  const lookOf = (icon) => {
    const parts = [icon, ...icon.querySelectorAll("*")].slice(0, 12);
    return parts.map((one) => { const style = getComputedStyle(one); return [style.transform, style.rotate, style.scale, style.clipPath, style.maskImage, style.fill === "none"].join(); }).join("|");
  };
  const oddIcon = (headings) => {
    const icons = headings.map(iconOf);
    if (headings.length < 3 || icons.some((one) => !one) || new Set(icons.map((one) => one.outerHTML)).size > 1) return null;
    const looks = icons.map(lookOf);
    const odd = looks.filter((look) => looks.filter((other) => other === look).length === 1);
    return odd.length === 1 ? headings[looks.indexOf(odd[0])] : null;
  };
  const sort = [];
  for (const row of Array.from(document.querySelectorAll("thead tr, [role=table] [role=row], [role=grid] [role=row]")).slice(0, 40)) {
    const headings = Array.from(row.querySelectorAll("th, [role=columnheader]")).filter(visible);
    if (headings.length < 2 || headings.some((one) => one.hasAttribute("aria-sort"))) continue;
    // One arrow among several headings that can be pressed: the others are not the order.
    const pressable = headings.filter((one) => one.querySelector("button, a[href], [role=button]"));
    const arrows = pressable.filter(arrowOf);
    const odd = arrows.length ? null : oddIcon(pressable);
    const marked = odd ? [odd] : arrows;
    if (pressable.length >= 1 && marked.length === 1 && (pressable.length > 1 || headings.length > 1)) {
      const told = /(stigande|fallande|sortera[dt]|ascending|descending|sorted)/i.test(`${marked[0].textContent} ${Array.from(marked[0].querySelectorAll("[aria-label], [title], img"), (one) => `${one.getAttribute("aria-label")} ${one.title} ${one.alt ?? ""}`).join(" ")}`);
      if (!told) sort.push(pathOf(marked[0]));
    }
  }

  const tabs = Array.from(document.querySelectorAll("[role=tablist]")).filter((list) => {
    const all = Array.from(list.querySelectorAll("[role=tab]")).filter(visible);
    return visible(list) && all.length > 1 && !all.some((tab) => tab.getAttribute("aria-selected") === "true" || (tab.hasAttribute("aria-current") && tab.getAttribute("aria-current") !== "false"));
  }).map(pathOf);

  // An item of a tree with parts of its own, in a tree in which some parts are folded away.
  const groupOf = (item) => item.querySelector(":scope > [role=group]") ?? (item.nextElementSibling?.matches("[role=group]") ? item.nextElementSibling : null)
    ?? (item.getAttribute("aria-owns") && document.getElementById(item.getAttribute("aria-owns").split(/\s+/)[0]));
  const tree = Array.from(document.querySelectorAll("[role=tree]")).filter(visible).flatMap((one) => {
    const parents = Array.from(one.querySelectorAll("[role=treeitem]")).filter((item) => visible(item) && groupOf(item)?.querySelector("[role=treeitem]"));
    const folds = parents.some((item) => !visible(groupOf(item)));
    return folds ? parents.filter((item) => !item.hasAttribute("aria-expanded")) : [];
  }).slice(0, 12).map(pathOf);

  const alike = new Set();
  const toggles = [];
  const LEAVES = /stäng|ta bort|radera|avbryt|logga ut|skicka|spara|lägg till|close|delete|remove|cancel|log out|submit|save|add/i;
  const TELLS = "[aria-expanded], [aria-pressed], [aria-checked], [aria-selected], [aria-haspopup], [aria-current], [aria-disabled=true], [popovertarget], [commandfor], [role=tab], [role=switch], [role=option], [role=menuitem], summary, input, select, textarea, label, html, body, main, form, table, tbody, tr, dialog";
  for (const element of [...heard.map(find), ...document.querySelectorAll("button[type=button], button:not(form button), [role=button], [onclick], a[href^='#'], a[href^='javascript:'], a:not([href])")]) {
    if (!element || toggles.length >= 5 || element.matches(TELLS) || element.disabled || !visible(element)) continue;
    const name = clean(element.getAttribute("aria-label") || element.innerText);
    if (!name || name.length > 120 || LEAVES.test(name) || (element.type === "submit" && element.form)) continue;
    if (element.matches("a[href]") && !/^(#|javascript:)/.test(element.getAttribute("href"))) continue;
    if (element.querySelector("input, select, textarea, button, a[href], [aria-expanded]")) continue;
    const kind = `toggle ${element.localName} ${element.className} ${element.parentElement?.className}`;
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    toggles.push({ path: pathOf(element), kind });
  }
  return { sort, tabs, tree, toggles };
}
