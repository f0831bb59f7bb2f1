/* Where focus is when a state is reached, and the dialogs that are open then. `pathOf` is path.js. */
(pathOf) => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getBoundingClientRect().width > 0;
  const isModal = (one) => one.matches("dialog:modal") || one.getAttribute("aria-modal") === "true";
  const all = (root) => Array.from(root.querySelectorAll("*")).flatMap((one) => (one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]));
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const parentOf = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const within = (inner, outer) => { for (let at = inner; at; at = parentOf(at)) if (at === outer) return true; return false; };
  const dialogs = all(document).filter((one) => one.matches("dialog, [role='dialog'], [role='alertdialog'], [aria-modal='true']") && isModal(one) && shown(one));
  const none = !focus || focus === document.body || focus === document.documentElement;
  return {
    focus: none ? null : pathOf(focus),
    dialogs: dialogs.map((one) => ({ path: pathOf(one), holds: !none && within(focus, one) })),
  };
}
