/* Whether what came to be shown is told of otherwise: focus went into it, or it is a dialog, a message or a tooltip. */
(shown) => !shown || shown.contains(document.activeElement)
  || Boolean(shown.closest("dialog, [role=dialog], [role=alert], [role=status], [role=tooltip], [aria-live]"))
  || Boolean(shown.querySelector("[role=alert], [role=status], [aria-live]"))
