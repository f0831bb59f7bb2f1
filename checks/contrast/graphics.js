/* The parts of charts, sort by sort, at most three of each: { element, box, count, values, table }. `box` is in CSS pixels of the
 * page (of the window, in a frame); `values` whether as many figures are written in the chart; `table` whether a table stands by it. */
(see) => {
  const SHAPES = "rect, circle, ellipse, polygon, path";
  const modal = see.modal().at(-1);
  const [dx, dy] = self === top ? [window.scrollX, window.scrollY] : [0, 0];
  const found = [];
  for (const chart of see.all("svg").slice(0, 60)) {
    const size = chart.getBoundingClientRect();
    if (size.width < 100 || size.height < 60 || !see.visible(chart) || chart.closest("button, a, [role=button]") || (modal && !modal.contains(chart))) continue;
    const sorts = new Map();
    for (const shape of Array.from(chart.querySelectorAll(SHAPES)).slice(0, 800)) {
      const style = getComputedStyle(shape);
      const box = shape.getBoundingClientRect();
      if (style.fill === "none" || /^url/.test(style.fill) || Number(style.fillOpacity) === 0 || style.stroke !== "none" || shape.closest("defs, clipPath, mask, pattern, symbol")) continue;
      if (box.width < 6 || box.height < 6 || box.width * box.height > size.width * size.height * 0.6 || !shape.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const sort = [shape.localName, shape.getAttribute("class") ?? "", style.fill].join();
      sorts.set(sort, [...(sorts.get(sort) ?? []), { shape, box }]);
    }
    const figures = Array.from(chart.querySelectorAll("text")).filter((one) => /\d/.test(one.textContent)).length;
    const around = see.closest(see.parent(chart), (at) => at.matches("section, figure, article, main")) ?? document.documentElement;
    for (const some of sorts.values()) {
      // Bars, points and parts are several, and differ in size or place as figures do.
      if (some.length < 3) continue;
      const differ = new Set(some.map(({ box }) => `${Math.round(box.width)} ${Math.round(box.height)}`)).size > 1;
      if (!differ) continue;
      const largest = some.sort((one, other) => other.box.width * other.box.height - one.box.width * one.box.height).slice(0, 3);
      for (const { shape, box } of largest) {
        found.push({ element: shape, box: [box.x + dx, box.y + dy, box.width, box.height], count: some.length, values: figures >= some.length, table: Boolean(around.querySelector("table")) });
      }
    }
  }
  return found.slice(0, 60);
}
