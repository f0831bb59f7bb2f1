/* Header cells with words in them, and how many cells they are headers of.
 *
 * Cells are laid out in a grid as HTML does it; rows and cells by role, as in ARIA. */
(see) => {
  const found = [];
  const cellRole = (cell) => (cell.getAttribute("role") || "").toLowerCase();
  for (const table of see.all("table, [role=table], [role=grid]").slice(0, 100)) {
    if (/^(presentation|none)$/.test(table.getAttribute("role") || "") || !see.visible(table) || !see.exposed(table)) continue;
    const own = (one) => see.closest(see.parent(one), (at) => at.matches("table, [role=table], [role=grid], [role=treegrid]")) === table;
    const rows = Array.from(table.querySelectorAll("tr, [role=row]")).filter(own).slice(0, 300);
    const grid = [];
    const cells = [];
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of Array.from(row.querySelectorAll("td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]")).filter((one) => own(one) && see.rendered(one) && one.closest("tr, [role=row]") === row)) {
        while (grid[y]?.[x]) x += 1;
        const wide = Math.min(cell.colSpan || Number(cell.getAttribute("aria-colspan")) || 1, 100);
        const high = Math.min(cell.rowSpan || Number(cell.getAttribute("aria-rowspan")) || 1, 100);
        const role = cellRole(cell);
        const header = role ? /^(columnheader|rowheader)$/.test(role) : cell.tagName === "TH";
        const one = { cell, x, y, wide, high, header, role };
        cells.push(one);
        for (let dy = 0; dy < high; dy += 1) for (let dx = 0; dx < wide; dx += 1) (grid[y + dy] ||= [])[x + dx] = one;
        x += wide;
      }
    });
    if (!cells.some((one) => !one.header)) continue;
    const lists = (one) => (one.cell.getAttribute("headers") || "").split(/\s+/).filter(Boolean);
    for (const one of cells.filter((at) => at.header && see.exposed(at.cell) && see.visible(at.cell) && see.name(at.cell))) {
      const scope = (one.cell.getAttribute("scope") || "").toLowerCase();
      const across = cells.filter((other) => other !== one && other.y < one.y + one.high && other.y + other.high > one.y);
      const down = cells.filter((other) => other !== one && other.x < one.x + one.wide && other.x + other.wide > one.x);
      const free = (other) => !lists(other).length && see.exposed(other.cell);
      let assigned = cells.filter((other) => one.cell.id && lists(other).includes(one.cell.id));
      const column = one.role === "columnheader" || /^col/.test(scope) || (!scope && one.role !== "rowheader" && !across.some((other) => !other.header));
      const row = one.role === "rowheader" || /^row/.test(scope) || (!scope && !column);
      if (column) assigned = assigned.concat(down.filter((other) => other.y > one.y && free(other)));
      if (row) assigned = assigned.concat(across.filter((other) => other.x > one.x && free(other)));
      // A header by itself may head its row as well as its column.
      if (!scope && !one.role) assigned = assigned.concat(across.filter((other) => other.x > one.x && !other.header && free(other)));
      if (!assigned.length) found.push({ element: one.cell, name: see.name(one.cell), column });
    }
  }
  return found.slice(0, 60);
}
