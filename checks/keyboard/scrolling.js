/* Keeps everything around an element from being scrolled by keys, or lets it again: a list that shows other rows as it is
 * scrolled looks as if it answered the keys itself.
 */
(element, held) => {
  const KEPT = "essetOverflow";
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    if (held && at.scrollHeight > at.clientHeight) {
      at.dataset[KEPT] = at.style.overflow;
      at.style.overflow = "hidden";
    } else if (!held && KEPT in at.dataset) {
      at.style.overflow = at.dataset[KEPT];
      delete at.dataset[KEPT];
    }
  }
}
