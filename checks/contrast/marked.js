/* What among its like is told apart by colour only, as far as can be seen: [{ hops, sort, colours }].
 *
 * "item": some of several alike (items, rows, cells of a column, labels of a form) have another colour, and no sign,
 * word, weight or line that the others lack. "dot": a small coloured patch with no text. "series": lines of a drawing
 * that differ in colour only. Of those that look alike the first is given.
 */
(pathOf, { parse, over, ratio }) => {
  const MOST = 12;
  const found = [];
  const shows = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().height > 1;
  const say = (element, sort, colours) => { if (found.length < MOST) found.push({ hops: pathOf(element), sort, colours }); };
  // From three to one the difference shows without any colour.
  const onlyHue = (one, other) => {
    const [a, b] = [parse(one), parse(other)];
    if (!a || !b || one === other) return false;
    const onWhite = (colour) => over(colour, [255, 255, 255]);
    return ratio(onWhite(a), onWhite(b)) < 3;
  };

  const COLOURS = ["color", "backgroundColor", "borderLeftColor", "borderTopColor"];
  const lookOf = (element) => {
    const style = getComputedStyle(element);
    const edges = { borderLeftColor: style.borderLeftWidth, borderTopColor: style.borderTopWidth };
    return COLOURS.map((name) => (name in edges && edges[name] === "0px" ? "" : style[name])).join("|");
  };
  // All but colour that could tell: signs, names, lines, weight, what is drawn before and after.
  const SIGNS = "img, svg, i, b, strong, em, mark, abbr, [role=img], [aria-label], [title], [class*='hidden'], [class*='sr-only'], [class*='badge'], [class*='tag']";
  const markOf = (element) => {
    const style = getComputedStyle(element);
    const drawn = ["::before", "::after"].map((which) => getComputedStyle(element, which).content).map((one) => (/^(none|normal|"")$/.test(one) ? "" : one));
    return [
      element.querySelectorAll(SIGNS).length, style.fontWeight, style.fontStyle, style.fontSize, style.textDecorationLine, style.borderStyle, style.borderWidth,
      style.backgroundImage, style.outlineStyle, style.opacity, style.textTransform, ...drawn,
      ...["aria-current", "aria-selected", "aria-checked", "aria-disabled", "aria-label", "title", "disabled", "role"].map((name) => element.getAttribute(name)),
    ].join("|");
  };
  const WORDS = /försen|\bsen\b|brådsk|akut|\bfel\b|felakt|\bobs\b|viktig|\bny\b|\bnytt\b|avvik|skydd|upptage|fullbok|spärr|obligatorisk|krävs|\bvarning|\b(late|overdue|urgent|error|invalid|new|required|full|booked|warning|important|protected)\b|[*!✓✔✗✘⚠]/i;

  const group = (elements) => {
    const alike = elements.filter(shows);
    if (alike.length < 3) return;
    const looks = new Map();
    alike.forEach((one) => looks.set(lookOf(one), [...(looks.get(lookOf(one)) ?? []), one]));
    if (looks.size < 2) return;
    const [usual, ...others] = [...looks.values()].sort((one, other) => other.length - one.length);
    for (const marked of others) {
      if (marked.length * 2 > alike.length) continue;
      const [first, plain] = [marked[0], usual[0]];
      const classes = (one) => new Set(one.classList);
      if (![...classes(first)].some((name) => !classes(plain).has(name))) continue;
      const marks = new Set(usual.map(markOf));
      if (!marked.every((one) => marks.has(markOf(one)))) continue;
      if (marked.every((one) => WORDS.test(one.textContent)) && !usual.some((one) => WORDS.test(one.textContent))) continue;
      const [own, theirs] = [lookOf(first).split("|"), lookOf(plain).split("|")];
      const differing = own.map((one, at) => [one, theirs[at]]).filter(([one, other]) => one !== other);
      const [pair] = differing;
      if (pair && differing.every(([one, other]) => onlyHue(one, other))) say(first, "item", pair);
    }
  };

  const bySort = (elements) => {
    const sorts = new Map();
    for (const one of elements) {
      const sort = one.localName + (one.getAttribute("role") ?? "");
      sorts.set(sort, [...(sorts.get(sort) ?? []), one]);
    }
    return [...sorts.values()];
  };
  const ITEMS = "li, tr, dd, article, [role=listitem], [role=row], [role=gridcell], [role=option], button, [class]";
  for (const parent of document.querySelectorAll("ul, ol, dl, tbody, tr, section, div, [role=list], [role=grid], [role=row], [role=listbox]")) {
    if (parent.childElementCount < 3 || parent.childElementCount > 400 || parent.closest("nav, header, footer, [role=tablist]")) continue;
    for (const some of bySort([...parent.children].filter((one) => one.matches(ITEMS) && one.textContent.trim()))) group(some);
  }
  for (const body of document.querySelectorAll("tbody")) {
    const width = Math.max(0, ...[...body.rows].map((row) => row.cells.length));
    if (width > 30) continue;
    for (let at = 0; at < width; at += 1) {
      const cells = [...body.rows].map((row) => row.cells[at]).filter((cell) => cell?.textContent.trim());
      group(cells);
      group(cells.map((cell) => cell.firstElementChild).filter((one) => one?.matches("span, div, p")));
    }
  }
  for (const form of document.querySelectorAll("form, fieldset")) group([...form.querySelectorAll("label, legend")].filter((one) => one.closest("form, fieldset") === form));

  const dots = new Set();
  for (const dot of document.querySelectorAll("td > span, td > i, li > span, dd > span, td > div")) {
    const box = dot.getBoundingClientRect();
    const style = getComputedStyle(dot);
    const patch = box.width >= 4 && box.width <= 28 && box.height >= 4 && box.height <= 28 && (parse(style.backgroundColor)?.[3] ?? 0) > 0;
    if (!patch || dot.textContent.trim() || dot.childElementCount || !shows(dot)) continue;
    const around = dot.parentElement;
    const said = [dot, around].some((one) => ["aria-label", "title", "aria-labelledby", "aria-describedby"].some((name) => one.hasAttribute(name)));
    if (said || around.textContent.trim() || around.querySelector("img, svg, input, button") || dots.has(style.backgroundColor)) continue;
    if (dots.size === 0) say(around, "dot", [style.backgroundColor, ""]);
    dots.add(style.backgroundColor);
  }

  for (const drawing of document.querySelectorAll("svg")) {
    if (drawing.getBoundingClientRect().width < 120 || !shows(drawing)) continue;
    const lines = [...drawing.querySelectorAll("path, polyline")].map((one) => [one, getComputedStyle(one)])
      .filter(([, style]) => style.fill === "none" && parse(style.stroke));
    const strokes = new Map(lines.map(([one, style]) => [style.stroke, [one, style]]));
    if (strokes.size < 2 || strokes.size > 12) continue;
    const [first, second] = [...strokes.keys()];
    const marks = new Set([...strokes.values()].map(([, style]) => [style.strokeDasharray, style.strokeWidth, style.markerStart, style.markerMid, style.markerEnd].join("|")));
    if (marks.size < strokes.size && onlyHue(first, second)) say(drawing, "series", [first, second]);
  }
  return found;
}
