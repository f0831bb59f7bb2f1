/* Things that are dragged, sort by sort, and whether anything in them or around them moves them by a press: { element, count, name }. */
(see) => {
  const CONTROL = "button, a[href], select, input:not([type=hidden]), [role=button], [role=menuitem], [role=spinbutton], summary";
  const MOVES = /flytta|upp|ned|ner\b|före|efter|först|sist|ordning|ändra|move|up\b|down|before|after|first|last|order|edit/i;
  const dragged = see.all("[draggable=true]").filter((one) => see.visible(one) && !one.matches("a, img"));
  const sorts = new Map();
  for (const one of dragged) {
    const sort = `${one.localName} ${one.className.replace?.(/\bis-\S+/g, "")}`;
    sorts.set(sort, [...(sorts.get(sort) ?? []), one]);
  }
  return Array.from(sorts.values()).flatMap((some) => {
    const within = (root) => Array.from(root.querySelectorAll(CONTROL)).some((control) => see.rendered(control) && MOVES.test(`${see.name(control)} ${control.title}`));
    if (some.some((one) => within(one))) return [];
    const list = see.parent(some[0]);
    // A form or a menu of its own for the order, right by the list.
    const beside = [list, list?.nextElementSibling, list?.previousElementSibling].filter(Boolean);
    if (beside.some((one) => within(one))) return [];
    return [{ element: some.length > 1 && list ? list : some[0], count: some.length, name: see.shown(some[0]).slice(0, 60) }];
  }).slice(0, 6);
}
