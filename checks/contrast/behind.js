/* Whether a frame lies behind a modal dialog that is open in its page. */
(frame) => {
  const page = frame.ownerDocument;
  const dialogs = [...page.querySelectorAll("dialog:modal, [aria-modal='true']")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  for (let at = frame; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host ?? null) if (dialogs.includes(at)) return false;
  return dialogs.length > 0;
}
