/* Whether a frame lies behind an open modal dialog, where all is inactive. */
(frame) => {
  const dialogs = [...frame.ownerDocument.querySelectorAll("dialog:modal, [aria-modal='true']")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  if (!dialogs.length) return false;
  for (let at = frame; at; at = at.assignedSlot || at.parentElement || at.getRootNode().host) if (dialogs.includes(at)) return false;
  return true;
}
