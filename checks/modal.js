/* The dialogs of a document that hold the rest of the page back while they are open: those that the browser holds modal,
 * those that say so, and those that say nothing of it but lie, with nothing but a ground of their own, over all of the window. */
() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = (root, selector) => [...root.querySelectorAll("*")]
    .flatMap((one) => [...(one.matches(selector) ? [one] : []), ...(one.shadowRoot ? all(one.shadowRoot, selector) : [])]);
  const said = all(document, "dialog:modal, [aria-modal='true']").filter(shown);
  if (said.length) return said;
  const parentOf = (one) => one.assignedSlot || one.parentElement || one.getRootNode().host || null;
  const up = function* (one) { for (let at = one; at; at = parentOf(at)) yield at; };
  const topmost = (x, y) => {
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot) {
      const inner = at.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === at) break;
      at = inner;
    }
    return at;
  };
  const [wide, high] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
  const fills = (one) => {
    const box = one.getBoundingClientRect();
    return box.left <= 1 && box.top <= 1 && box.right >= wide - 1 && box.bottom >= high - 1;
  };
  // A layer over all of the window that has nothing on it but the dialog; an application's own frame has much more.
  const ground = (one, dialog) => /^(fixed|absolute)$/.test(getComputedStyle(one).position) && fills(one)
    && [...one.querySelectorAll("*")].every((inner) => dialog.contains(inner) || inner.contains(dialog) || !shown(inner)
      || !(inner.innerText ?? "").trim() && !inner.matches("a, button, input, select, textarea, img, svg, [tabindex]"));
  const SHARES = [0.004, 0.25, 0.5, 0.75, 0.996];
  const over = (dialog) => SHARES.every((across) => SHARES.every((down) => {
    const hit = topmost(wide * across, high * down);
    if (!hit) return false;
    const chain = [...up(hit)];
    if (chain.includes(dialog)) return chain.some((at) => getComputedStyle(at).position === "fixed");
    return chain.some((at) => at !== document.body && at !== document.documentElement && ground(at, dialog));
  }));
  return all(document, "dialog[open], [role='dialog'], [role='alertdialog']").filter((one) => shown(one) && over(one));
}
