/* Elements with a tabindex above zero, and the other stops of Tab that they are put before although they stand after them. */
(see) => {
  const FOCUSABLE = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], [contenteditable]:not([contenteditable=false])";
  const stops = see.all(FOCUSABLE).filter((one) => one.tabIndex >= 0 && see.rendered(one) && !one.matches(":disabled") && !see.closest(one, (at) => at.inert));
  const put = stops.filter((one) => one.tabIndex > 0);
  if (!put.length || put.length > 60) return [];
  const modal = see.all("dialog:modal, [aria-modal=true]").some((one) => see.visible(one));
  if (modal) return [];
  const rest = stops.filter((one) => one.tabIndex === 0);
  return put.map((one) => {
    const box = one.getBoundingClientRect();
    // Passed over are those that stand before it both in code and to the eye.
    const passed = rest.filter((other) => {
      const at = other.getBoundingClientRect();
      return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) && (at.bottom <= box.top + 2 || at.right <= box.left + 2 || !see.visible(other));
    });
    const form = one.matches("input, select, textarea") || Boolean(one.closest("form"));
    return { element: one, passed: passed.length, first: see.name(passed[0] ?? one).slice(0, 60), form, share: put.length / stops.length };
  }).filter((one) => one.passed > 0);
}
