/* Controls that are chosen, pressed, ticked or current, each beside one alike that is not: [{ element, sort, box, other, masks, colour, unsure }].
 *
 * `box` and `other` are where the two are, in CSS pixels of the page (of the window, in a frame); `masks` those icons in either, from its
 * corner, that differ because the two are different things. `colour` tells that the colour of their text differs too, `unsure` that an
 * icon may tell the state. Left out is what is told in another way: by weight, underline, size, a sign, a word, a heading, a field.
 */
(see) => {
  const MOST = 24;
  const USABLE = "a[href], button, summary, input[type=checkbox], input[type=radio]," + ["tab", "option", "radio", "checkbox", "switch", "menuitem",
    "menuitemradio", "menuitemcheckbox", "treeitem", "gridcell", "row", "button", "link"].map((role) => `[role=${role}]`).join();
  const SORTS = { selected: "aria-selected", pressed: "aria-pressed", checked: "aria-checked", current: "aria-current" };
  const WORDS = /\b(vald|valt|valda|aktuell|nuvarande|markerad|aktiv|aktiverad|selected|chosen|current|active|on)\b|\bpå$|[✓✔☑●•★▶]/i;
  const [dx, dy] = self === top ? [window.scrollX, window.scrollY] : [0, 0];
  const native = (element) => element.matches("input");
  const on = (element) => native(element) ? (element.checked ? "checked" : "")
    : Object.keys(SORTS).find((sort) => sort === "current" ? !/^(|false)$/.test(element.getAttribute(SORTS[sort]) ?? "") : element.getAttribute(SORTS[sort]) === "true") ?? "";
  const off = (element, sort) => {
    if (native(element)) return !element.checked;
    const told = element.getAttribute(SORTS[sort]);
    return sort === "selected" || sort === "current" ? told === null || told === "false" : told === "false";
  };
  // What is seen of a control: itself, or what stands for a box that is hidden. None of what the browser draws.
  const seen = (element) => {
    if (!native(element)) return element;
    if (see.visible(element) && element.getBoundingClientRect().width > 4) return getComputedStyle(element).appearance === "none" ? element : null;
    return [...(element.labels ?? []), element.nextElementSibling].find((one) => one && see.visible(one)) ?? null;
  };
  const modal = see.modal().at(-1);
  const usable = (element) => {
    const stands = seen(element);
    if (!stands || !see.visible(stands) || (modal && !modal.contains(element))) return false;
    return !see.closest(element, (at) => at.inert || at.matches(":disabled, [aria-disabled=true]"));
  };
  // The pointer and the focus change what is seen, and so does what lies above or cuts off.
  const asIs = (element) => {
    const stands = seen(element);
    const active = element.id && document.querySelector(`[aria-activedescendant="${CSS.escape(element.id)}"]`);
    if (active || [element, stands].some((one) => one.matches(":hover, :focus-visible") || one.querySelector(":focus-visible"))) return false;
    const box = stands.getBoundingClientRect();
    const hit = stands.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (hit && !stands.contains(hit) && !hit.contains(stands)) return false;
    return !see.closest(see.parent(stands), (at) => {
      if (at === document.body || at === document.documentElement || getComputedStyle(at).overflow === "visible") return false;
      const edge = at.getBoundingClientRect();
      return box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2;
    });
  };
  const role = (element) => element.getAttribute("role") ?? element.type ?? "";
  const near = (one, other) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return Math.abs(a.height - b.height) <= 3 && (Math.max(a.width, b.width) > 64 || Math.abs(a.width - b.width) <= 3);
  };
  const peers = (element, sort) => {
    const classes = (one) => [...one.classList];
    for (let at = see.parent(element), steps = 0; at && steps < 6; at = see.parent(at), steps += 1) {
      const alike = [...at.querySelectorAll(element.localName)].slice(0, 200).filter((one) => one !== element && !element.contains(one) && role(one) === role(element)
        && off(one, sort) && usable(one) && near(seen(one), seen(element)) && classes(one).filter((name) => element.classList.contains(name)).length * 2 >= classes(one).length);
      if (alike.length) return alike;
    }
    return [];
  };
  // The largest parts around either that the other is not in, and that hold little more: a mark may be on an item around a link.
  const units = (one, other) => {
    let [here, there] = [one, other];
    for (;;) {
      const [up, upper] = [see.parent(here), see.parent(there)];
      const grown = (outer, inner) => { const [a, b] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()]; return a.width - b.width > 24 || a.height - b.height > 24; };
      if (!up || !upper || up === upper || up.contains(other) || upper.contains(one) || grown(up, one) || grown(upper, other) || !near(up, upper)) return [here, there];
      [here, there] = [up, upper];
    }
  };
  const within = (unit) => [unit, ...unit.querySelectorAll("*")].slice(0, 24);
  const lettered = (unit) => within(unit).find((one) => [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()) && see.visible(one));
  const SHAPE = ["fontWeight", "fontStyle", "fontSize", "textDecorationLine", "textTransform", "letterSpacing"];
  const signs = (unit) => within(unit).flatMap((one) => ["::before", "::after"].map((which) => getComputedStyle(one, which).content)).filter((one) => /[^"\s]/.test(one) && !/^(none|normal)$/.test(one)).join();
  const differ = (one, other, names) => one && other && names.some((name) => getComputedStyle(one)[name] !== getComputedStyle(other)[name]);
  const headings = see.all("h1, h2, h3, legend, caption").filter((one) => see.visible(one)).map((one) => see.shown(one));
  const values = see.all("input:not([type=checkbox], [type=radio]), select, [role=combobox], [aria-haspopup], [aria-expanded]").map((one) => see.clean(one.value || one.textContent));
  const elsewhere = (unit, others) => {
    const text = see.shown(unit);
    const theirs = others.map((one) => see.shown(one));
    if (text.length > 1 && (headings.includes(text) || values.includes(text) || document.title.startsWith(text))) return true;
    if (WORDS.test(text) && !theirs.some((one) => WORDS.test(one))) return true;
    const [first] = theirs;
    return Boolean(text && first) && text !== first && (text.slice(0, 4) === first.slice(0, 4) || (theirs.length > 1 && theirs.every((one) => one === first)));
  };
  const shapes = (unit) => [...unit.querySelectorAll("svg, img")].filter((one) => see.visible(one));
  const drawing = (shape) => shape.getAttribute("src") ?? shape.innerHTML.replace(/ id="[^"]*"/g, "");
  const corner = (unit, shape) => { const [a, b] = [unit.getBoundingClientRect(), shape.getBoundingClientRect()]; return [b.left - a.left, b.top - a.top, b.width, b.height]; };
  const place = (unit) => { const box = unit.getBoundingClientRect(); return [box.left + dx, box.top + dy, box.width, box.height]; };

  const found = [];
  const known = new Set();
  for (const element of see.all(USABLE)) {
    if (found.length >= MOST) break;
    const sort = on(element);
    if (!sort || !usable(element) || !asIs(element)) continue;
    const kind = [sort, element.localName, role(element), element.className, see.parent(element)?.className].join("|");
    if (known.has(kind)) continue;
    // What lies around the two is in the pictures too: one of the middle is best compared with another.
    const alone = (one) => ["previousElementSibling", "nextElementSibling"].filter((side) => Boolean(one[side]) !== Boolean(element[side]) || Boolean(see.parent(one)?.[side]) !== Boolean(see.parent(element)?.[side])).length;
    const others = peers(element, sort).filter(asIs).sort((one, other) => alone(one) - alone(other));
    if (!others.length) continue;
    known.add(kind);
    const [here, there] = units(seen(element), seen(others[0]));
    const [text, other] = [lettered(here), lettered(there)];
    const theirs = others.slice(0, 8).map((one) => units(seen(element), seen(one))[1]);
    if (differ(text, other, SHAPE) || signs(here) !== signs(there) || elsewhere(here, theirs)) continue;
    const [icons, plain] = [shapes(here), shapes(there)];
    const own = icons.length === plain.length ? icons.map((one, at) => [one, plain[at]]).filter(([one, at]) => drawing(one) !== drawing(at)) : [];
    // All the others have the same icon, or the same words: then this one's tells its state, and is measured.
    const same = theirs.length > 1 && new Set(theirs.map((one) => shapes(one).map(drawing).join())).size === 1;
    const masks = same ? [] : own.flatMap(([one, at]) => [corner(here, one), corner(there, at)]);
    found.push({
      element, sort, box: place(here), other: place(there), masks,
      colour: Boolean(differ(text, other, ["color", "webkitTextFillColor"]) || differ(seen(element), seen(others[0]), ["opacity"])),
      // A tab has an icon of its own; that of a lone button may be another when it is pressed.
      unsure: masks.length > 0 && theirs.length < 2 && /pressed|checked/.test(sort),
    });
  }
  return found;
}
