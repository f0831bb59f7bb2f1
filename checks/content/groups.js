/* Choices that belong together, and the question over them that no code ties to them. */
(see) => {
  const CHOICES = "input[type=radio], input[type=checkbox]";
  const FIELDS = "input:not([type=hidden]), select, textarea, button, [role=textbox], [role=combobox]";
  const HEADING = "h1, h2, h3, h4, h5, h6, [role=heading]";
  const choices = see.all(CHOICES).filter((one) => see.exposed(one) && !one.disabled).slice(0, 600);

  // Names that differ only in their number are parts of one question: "hjalp[0]", "hjalp[1]".
  const together = new Map();
  for (const one of choices) {
    if (!one.name || one.closest("td, th, [role=gridcell], [role=cell], [role=row], [role=toolbar], [role=menu], [role=listbox], [role=tree]")) continue;
    const root = one.getRootNode();
    const forms = Array.from(document.forms).indexOf(one.form);
    const key = `${one.type} ${forms} ${root === document ? "" : "shadow"} ${one.type === "radio" ? one.name : one.name.replace(/\d+/g, "#")}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }

  const words = (element) => see.clean(element?.textContent);
  const byIds = (element, attribute) => (element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean).map((id) => element.getRootNode().getElementById?.(id)).filter(Boolean);
  const named = (group) => {
    if (group.localName === "fieldset" && words(group.querySelector(":scope > legend"))) return true;
    return Boolean(see.clean(group.getAttribute("aria-label")) || byIds(group, "aria-labelledby").some(words));
  };
  const isGroup = (at) => at.localName === "fieldset" || /^(group|radiogroup)$/.test(at.getAttribute("role") || "");
  const common = (some) => { let at = see.parent(some[0]); while (at && !some.every((one) => at.contains(one))) at = see.parent(at); return at; };

  const found = [];
  for (const some of together.values()) {
    if (some.length < 2) continue;
    const holder = common(some);
    if (!holder || see.closest(holder, (at) => isGroup(at) && named(at))) continue;
    // What stands before the first choice, nearest first, as far as no other field comes between.
    const before = [];
    let at = some[0];
    while (at && at !== document.body && at.localName !== "form" && before.length < 4) {
      for (let one = at.previousElementSibling; one; one = one.previousElementSibling) {
        if (one.matches(FIELDS) || one.querySelector(FIELDS)) { at = null; break; }
        if (see.visible(one) && see.shown(one)) before.push(one);
      }
      const up = at && see.parent(at);
      // Not beyond what holds other questions too.
      if (up && Array.from(up.querySelectorAll(FIELDS)).some((other) => !some.includes(other) && !holder.contains(other))) break;
      at = up;
    }
    const tied = (text) => some.every((one) => {
      const all = [...byIds(one, "aria-labelledby"), ...byIds(one, "aria-describedby")];
      return all.some((other) => other === text || other.contains(text) || text.contains(other)) || see.name(one).includes(see.shown(text));
    });
    const asks = before.find((one) => /[?:]\s*(\*|\([^)]*\))?$/.test(see.shown(one)) && see.shown(one).length < 160);
    const short = asks ?? before.find((one) => see.shown(one).length < 60 && !/[.!]$/.test(see.shown(one)) && !one.querySelector("a, img"));
    if (!short || tied(short)) continue;
    const heading = short.matches(HEADING) || Boolean(short.querySelector(HEADING));
    found.push({ element: holder, question: see.shown(short).slice(0, 160), asks: Boolean(asks), heading, count: some.length, radio: some[0].type === "radio" });
  }
  return found.slice(0, 30);
}
