/* Controls that a pointer can use and that the tab walk has not come to, in one document.
 *
 * `reached` are the paths that had focus, `heard` the paths with listeners of their own for the pointer. Each candidate is
 * told with `why` it is taken for a control ("native", "role", "label", "listener", "cursor"), the reached controls that stand
 * `beside` it and, where it is part of a composite widget, that widget and who of it holds focus. `pathOf` is path.js, `find` is
 * find.js, `modal` is modal.js.
 */
(pathOf, find, modal) => ({ reached, heard, arrival }) => {
  const MOST = 60;
  const BESIDE = 4;
  const ITEMS = { tab: "tablist", menuitem: "menu, menubar", menuitemcheckbox: "menu, menubar", menuitemradio: "menu, menubar", option: "listbox",
    treeitem: "tree", gridcell: "grid, treegrid", radio: "radiogroup", row: "treegrid" };
  const ALONE = /^(button|link|checkbox|switch|slider|spinbutton|textbox|searchbox|combobox|radio|menuitem|tab)$/;
  const COMPOSITE = ["tablist", "menu", "menubar", "radiogroup", "listbox", "grid", "treegrid", "tree", "toolbar"].map((name) => `[role='${name}']`).join(", ");
  const NATIVE = "button, a[href], input:not([type='hidden']), select, textarea, details > summary:first-of-type";
  const stops = new Set(reached.map(find).filter(Boolean));
  const listening = new Set(heard.map(find).filter(Boolean));
  const all = (root) => Array.from(root.querySelectorAll("*")).flatMap((one) => (one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]));
  const parentOf = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const up = function* (one) { for (let at = one; at; at = parentOf(at)) yield at; };
  const upTo = (one, selector) => { for (const at of up(one)) if (at.matches(selector)) return at; return null; };

  const elements = all(document);
  // Everything that has a stop within it, so that a card with a link in it is not asked for.
  const holds = new Set();
  for (const stop of stops) for (const at of up(stop)) holds.add(at);
  const dialog = modal().at(-1);

  const shown = (one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = one.getBoundingClientRect();
    return box.width > 4 && box.height > 4 && box.right > 0 && box.bottom + scrollY > 0 && getComputedStyle(one).pointerEvents !== "none";
  };
  // What lies under something else in the window can't be pressed with the pointer either.
  const free = (one) => {
    const box = one.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
    return !top || [...up(top)].includes(one) || [...up(one)].includes(top);
  };
  const off = (one) => [...up(one)].some((at) => at.matches(":disabled, [aria-disabled='true'], [inert], [aria-hidden='true']"));
  const says = (one) => Boolean(one.textContent.trim() || one.matches("img, svg, [aria-label], [aria-labelledby], [title]") || one.querySelector("img, svg"));
  const byRole = (one) => (one.getAttribute("role") ?? "").split(" ")[0];
  const links = new Set([...stops].filter((one) => one.localName === "a").map((one) => one.href));

  // What takes focus by script only, inside a composite widget, is one of its parts: the keys between them are its own.
  const composite = (one) => {
    const role = byRole(one);
    const selector = ITEMS[role]?.split(", ").map((name) => `[role='${name}']`).join(", ");
    const own = selector && upTo(parentOf(one), selector);
    return own || (one.tabIndex < 0 || !one.matches(NATIVE) ? upTo(parentOf(one), COMPOSITE) : null);
  };
  const isPart = (one) => Boolean(ITEMS[byRole(one)]) || one.matches(`${NATIVE}, [tabindex]`);
  const holder = (box) => {
    const focus = arrival && find(arrival);
    if (focus && [...up(focus)].includes(box)) return focus;
    const inside = [...stops].find((stop) => stop === box || [...up(stop)].includes(box));
    if (inside) return inside;
    return [...stops].find((stop) => box.id && `${stop.getAttribute("aria-controls") ?? ""} ${stop.getAttribute("aria-owns") ?? ""}`.split(" ").includes(box.id)) ?? null;
  };
  const opener = (box) => [...stops].some((stop) => box.id && `${stop.getAttribute("aria-controls") ?? ""} ${stop.getAttribute("aria-owns") ?? ""}`.split(" ").includes(box.id));
  const opens = (stop, box) => stop && !box.contains(stop) && byRole(stop) !== "combobox";

  // What stands with it in the nearest box that holds anything the keyboard reaches.
  const beside = (one) => {
    let box = parentOf(one);
    for (let steps = 0; box && steps < 4 && !holds.has(box); steps += 1) box = parentOf(box);
    return box && box !== document.body ? [...stops].filter((stop) => box.contains(stop) && stop !== box).slice(0, BESIDE).map(pathOf) : [];
  };

  const found = [];
  const told = new Set();
  const add = (one, why, more = {}) => {
    if (told.has(one) || found.length >= MOST) return;
    told.add(one);
    found.push({ path: pathOf(one), why, box: null, holder: null, members: 1, beside: beside(one), looks: [one.localName, byRole(one), ...one.classList].join("."), ...more });
  };

  for (const one of elements) {
    if (stops.has(one) || (dialog && ![...up(one)].includes(dialog))) continue;
    const role = byRole(one);
    const native = one.matches(NATIVE);
    const label = one.localName === "label" && one.control;
    const hears = listening.has(one);
    const points = getComputedStyle(one).cursor === "pointer" && (!parentOf(one) || getComputedStyle(parentOf(one)).cursor !== "pointer");
    if (!(native || ALONE.test(role) || ITEMS[role] || label || hears || points)) continue;
    if (holds.has(one) || one === document.body || one === document.documentElement || off(one) || !shown(one) || !free(one) || !says(one) && !native) continue;
    if ([...up(parentOf(one))].some((at) => stops.has(at) && !/^(listbox|grid|treegrid|tree|tablist|radiogroup|menu|menubar)$/.test(byRole(at)) && at.matches(`${NATIVE}, label, [role]`))) continue;
    if (upTo(one, "label")?.control && upTo(one, "label") !== one) continue;

    const box = composite(one);
    if (box) {
      const holding = holder(box);
      if (opens(holding, box)) continue;
      const members = elements.filter((other) => isPart(other) && (composite(other) === box || upTo(other, COMPOSITE) === box) && shown(other) && !off(other));
      if (members.length < 2 && holding && box.contains(holding)) continue;
      add(box, "composite", { box: pathOf(box), holder: holding && pathOf(holding), members: members.length, items: members.slice(0, 60).map(pathOf) });
    } else if (label) {
      const field = one.control;
      if (stops.has(field) || field.disabled || !/^(file|checkbox|radio)$/.test(field.type)) continue;
      if (field.type === "radio" && [...stops].some((stop) => stop.type === "radio" && stop.name === field.name && stop.form === field.form)) continue;
      add(one, "label");
    } else if (native) {
      if (one.type === "radio" && [...stops].some((stop) => stop.type === "radio" && stop.name === one.name && stop.form === one.form)) continue;
      if (one.localName === "a" && links.has(one.href)) continue;
      // A field's own small buttons: arrow keys in the field do the same (ARIA Authoring Practices: combobox, spin button).
      if (one.localName !== "a" && parentOf(one)?.querySelector("input, [role='combobox'], [role='spinbutton']") && one.localName === "button") continue;
      add(one, "native");
    } else if (ALONE.test(role) || (/^(grid|treegrid|tree|listbox|tablist|menubar|radiogroup)$/.test(role) && hears && !opener(one))) add(one, "role");
    // A list that a field opens is judged by its parts.
    else if (hears && !(one.matches(COMPOSITE) && opener(one))) add(one, "listener");
    else if (points && !label) add(one, "cursor");
  }
  return found;
}
