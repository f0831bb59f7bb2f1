/* How many dialogs are shown, and where focus is: { dialogs, focus: "element" | "elsewhere" | "nothing" }, for an element. */
(element) => {
  const shown = Array.from(document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog]")).filter((one) => one.checkVisibility({ visibilityProperty: true }));
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const nothing = !at || at === document.body || at === document.documentElement;
  return { dialogs: shown.length, focus: nothing ? "nothing" : element === at || element.contains(at) ? "element" : "elsewhere" };
}
