/* Gives, for a document as it stands when this is asked, whether one of its elements lies behind an open modal dialog, where all
 * is inactive, and dimmed because it is. `modal` is modal.js. */
(modal) => () => {
  const dialogs = modal();
  return (element) => {
    if (!dialogs.length) return false;
    for (let at = element; at; at = at.assignedSlot || at.parentElement || at.getRootNode().host) if (dialogs.includes(at)) return false;
    return true;
  };
}
