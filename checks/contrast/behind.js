/* Whether a frame lies behind an open modal dialog, where all is inactive. `modal` is modal.js. */
(modal) => (frame) => {
  const dialogs = modal();
  if (!dialogs.length) return false;
  for (let at = frame; at; at = at.assignedSlot || at.parentElement || at.getRootNode().host) if (dialogs.includes(at)) return false;
  return true;
}
