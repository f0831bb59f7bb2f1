/* Targets of the pointer that are smaller than 24 by 24 CSS pixels and too close to another. `heard` are paths of elements that
 * listen for presses themselves.
 *
 * Each is told with its size and what it is too close to. Left out are those in running text, those that the browser draws, those
 * with a larger one for the same link, and what a modal dialog lies over. */
(see, heard) => {
  const LEAST = 24;
  const MOST = 900;
  const NATIVE = "a[href], area[href], button, details > summary:first-of-type, select, input:not([type=hidden]), textarea";
  const ROLES = ["button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "treeitem", "slider"].map((role) => `[role=${role}]`).join(", ");
  const WRITES = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=image], [type=color], [type=file])";
  const modal = see.modal().at(-1);
  const listening = new Set((self === top ? heard : []).map((hops) => { let root = document, at = null; for (const hop of hops) { at = root?.querySelector(hop) ?? null; root = at?.shadowRoot; } return at; }).filter(Boolean));

  const off = (one) => Boolean(see.closest(one, (at) => at.matches(":disabled, [aria-disabled=true], [inert]")));
  const usable = (one) => see.visible(one) && !off(one) && getComputedStyle(one).pointerEvents !== "none" && (!modal || modal.contains(one));
  const targets = [];
  for (const one of see.everything()) {
    if (targets.length >= MOST) break;
    if (one.localName === "label" || one === document.body || one === document.documentElement) continue;
    const cell = one.matches("td, [role=gridcell]") && one.hasAttribute("aria-selected");
    if (!(one.matches(NATIVE) || one.matches(ROLES) || cell || listening.has(one))) continue;
    if (!usable(one)) continue;
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    targets.push({ one, box, small: box.width < LEAST - 0.5 || box.height < LEAST - 0.5, x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  // Only the innermost of what lies in one another takes the press.
  const alone = targets.filter(({ one }) => one.matches(NATIVE) || !targets.some((other) => other.one !== one && one.contains(other.one)));

  // In a sentence the line decides the size.
  const inSentence = (one) => {
    if (!/^inline/.test(getComputedStyle(one).display) || one.matches("button, input, select")) return false;
    const block = see.block(one);
    return Boolean(block) && see.shown(block).length > see.shown(one).length + 3;
  };
  // A box or a button of choice that the page has not drawn itself.
  const browsers = (one) => one.matches("input[type=checkbox], input[type=radio]") && getComputedStyle(one).appearance !== "none" && one.getBoundingClientRect().width <= 16;
  const labels = (one) => Array.from(one.labels ?? []);
  const hit = ({ one, x, y }) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) at = at.shadowRoot.elementFromPoint(x, y);
    return !at || one.contains(at) || at.contains(one);
  };
  const same = (one, other) => one.contains(other) || other.contains(one) || labels(one).some((label) => label.contains(other)) || (one.localName === "a" && other.localName === "a" && one.href === other.href);
  const larger = (one) => one.localName === "a" && alone.some((other) => !other.small && other.one.localName === "a" && other.one.href === one.href);

  const found = [];
  for (const target of alone) {
    const { one, box, x, y } = target;
    if (!target.small || one.matches(WRITES) || inSentence(one) || browsers(one) || larger(one) || !hit(target)) continue;
    if (labels(one).some((label) => see.visible(label) && label.getBoundingClientRect().height >= LEAST)) continue;
    const near = alone.find((other) => {
      // A circle of 24 pixels around the middle must meet no other target, nor the circle of another that is too small.
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      const meets = Math.hypot(dx, dy) < LEAST / 2 - 0.5 || (other.small && Math.hypot(other.x - x, other.y - y) < LEAST - 0.5);
      return meets && other !== target && !same(one, other.one) && !inSentence(other.one) && hit(other);
    });
    if (!near) continue;
    found.push({ element: one, width: Math.round(box.width * 10) / 10, height: Math.round(box.height * 10) / 10, near: see.name(near.one).slice(0, 60), inline: getComputedStyle(one).display === "inline" });
  }
  return found.slice(0, 60);
}
