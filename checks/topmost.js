/* The element that is seen at a point of the window, through shadow roots. */
(x, y) => {
  let at = document.elementFromPoint(x, y);
  for (let inner = at; inner?.shadowRoot; at = inner) {
    inner = inner.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === at) break;
  }
  return at;
}
