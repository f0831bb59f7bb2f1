/* Where the order on the screen is not the order in the code: rows of siblings that run backwards, and columns of
 * labels and values whose pairs stand side by side. Only text is looked at; controls have a focus order of their own. */
(see) => {
  const found = [];
  const textual = (one) => see.visible(one) && see.exposed(one) && see.shown(one).length > 2 && !one.querySelector("input, select, textarea");
  const middle = (box) => box.top + box.height / 2;
  const NUMBER = /^\D{0,12}(\d{1,2})\b/;
  for (const parent of see.all("div, section, article, ul, ol, dl, main, body, form, aside, fieldset, p").slice(0, 5000)) {
    if (found.length > 40 || parent.childElementCount < 2 || !see.visible(parent) || getComputedStyle(parent).direction === "rtl") continue;
    const children = Array.from(parent.children).slice(0, 60).filter(textual);
    if (children.length < 2) continue;
    const boxes = new Map(children.map((one) => [one, one.getBoundingClientRect()]));
    // Runs of siblings of one kind in one row.
    for (let at = 0; at < children.length; ) {
      let end = at + 1;
      while (end < children.length && children[end].tagName === children[at].tagName
        && Math.abs(middle(boxes.get(children[end])) - middle(boxes.get(children[at]))) < boxes.get(children[at]).height / 2) end += 1;
      const run = children.slice(at, end);
      const lefts = run.map((one) => boxes.get(one).left);
      const backwards = lefts.every((left, step) => step === 0 || left < lefts[step - 1] - 4);
      if (backwards && run.length >= 3) {
        const texts = run.map((one) => see.shown(one).slice(0, 60));
        found.push({ element: parent, sort: "backwards", coded: texts.slice(0, 6), seen: texts.slice(0, 6).reverse(), sure: false });
      }
      at = end;
    }
    // A numbered sequence whose numbers rise on the screen and not in the code.
    const numbered = children.map((one) => [one, see.shown(one).match(NUMBER)]).filter(([, match]) => match);
    if (numbered.length >= 3 && numbered.length === children.length) {
      const coded = numbered.map(([, match]) => Number(match[1]));
      const byEye = numbered.map(([one, match]) => ({ box: boxes.get(one), number: Number(match[1]) }))
        .sort((one, other) => (Math.abs(one.box.top - other.box.top) > Math.min(one.box.height, other.box.height) / 2 ? one.box.top - other.box.top : one.box.left - other.box.left)).map(({ number }) => number);
      const rises = (list) => list.every((one, step) => step === 0 || one === list[step - 1] + 1);
      if (rises(byEye) && !rises(coded)) found.push({ element: parent, sort: "numbers", coded: coded.slice(0, 8).map(String), seen: byEye.slice(0, 8).map(String), sure: true });
    }
    // Two columns, side by side, of as many lines each: read down the first, then down the second.
    if (/^(UL|OL|DL)$/.test(parent.tagName) || parent.closest("table, nav")) continue;
    for (let at = 0; at + 1 < children.length; at += 1) {
      const pair = [children[at], children[at + 1]];
      const [one, other] = pair.map((column) => boxes.get(column));
      const level = Math.abs(one.top - other.top) < 4 && Math.abs(one.height - other.height) < 4 && other.left >= one.right - 4;
      if (!level || pair.some((column) => /^(A|UL|OL|DL|TABLE)$/.test(column.tagName) || column.querySelector("a, button, img, h1, h2, h3, h4, h5, h6, dt, table, ul, ol"))) continue;
      const [left, right] = pair.map((column) => (column.innerText ?? column.textContent).split("\n").map(see.clean).filter(Boolean));
      if (left.length < 2 || left.length !== right.length || [...left, ...right].some((line) => line.length > 60)) continue;
      found.push({ element: parent, sort: "columns", coded: [...left, ...right].slice(0, 8), seen: left.flatMap((line, row) => [line, right[row]]).slice(0, 8), sure: false });
    }
  }
  return found;
}
