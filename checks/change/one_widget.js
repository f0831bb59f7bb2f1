/* Whether an element and what has focus stand in one composite widget, group, or dialog of the page. */
(element) => {
  const WIDGET = "[role=tablist], [role=menu], [role=menubar], [role=radiogroup], [role=listbox], [role=grid], [role=treegrid], [role=tree], [role=toolbar], [role=group], [role=combobox], [role=application], fieldset, dialog, [role=dialog], [role=alertdialog]";
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  // A dialog sends focus that leaves it back to its beginning by an element of no size of its own.
  const box = element?.getBoundingClientRect();
  if (!element || box.width * box.height < 4) return true;
  for (let one = element; one; one = one.parentElement ?? one.getRootNode().host ?? null) if (one.matches(WIDGET) && one.contains(at)) return true;
  return false;
}
