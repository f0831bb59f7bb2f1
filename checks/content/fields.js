/* Fields with their labels as they are seen, what groups them, and the texts that stand close by. */
(see) => {
  const FIELD = "input:not([type=hidden], [type=submit], [type=reset], [type=button], [type=image]), select, textarea, [role=textbox], [role=combobox], [role=spinbutton], [role=searchbox], [role=slider], [role=checkbox], [role=radio], [role=switch]";
  const fields = see.all(FIELD).filter((field) => see.exposed(field)).slice(0, 400);
  const heads = see.all("h1, h2, h3, h4, h5, h6, [role=heading], legend, caption").filter((head) => see.visible(head));

  const labelled = (field) => {
    const root = field.getRootNode();
    const ids = (field.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => root.getElementById?.(id)).filter(Boolean);
    return ids.length ? ids : Array.from(field.labels || []);
  };
  const group = (field) => {
    const parts = [];
    for (let at = see.parent(field); at; at = see.parent(at)) {
      if (at.tagName === "FIELDSET") parts.push(see.shown(at.querySelector(":scope > legend") || at.ownerDocument.createElement("i")));
      else if (/^(group|radiogroup|region|dialog|row|listitem)$/.test(at.getAttribute("role") || "") || /^(SECTION|DIALOG)$/.test(at.tagName)) parts.push(see.name(at));
      if (/^(TR|LI)$/.test(at.tagName)) parts.push(`#${at.tagName}${Array.prototype.indexOf.call(at.parentNode.children, at)}`);
      if (at.tagName === "FORM") parts.push(`#FORM${Array.prototype.indexOf.call(document.forms, at)}`);
    }
    // The last heading that is seen before the field.
    const above = heads.filter((head) => head.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    if (above) parts.push(see.name(above));
    return parts.filter(Boolean).join("|");
  };

  // Short texts between a field's label and its field, or right below the field, that no attribute ties to it.
  const tied = (field) => new Set(["aria-describedby", "aria-errormessage", "aria-labelledby", "aria-details", "aria-controls", "aria-owns"].flatMap((name) => (field.getAttribute(name) || "").split(/\s+/)).filter(Boolean));
  const loose = (field) => {
    const label = labelled(field)[0];
    const holder = label && label.contains(field) ? label : field;
    const ids = tied(field);
    const texts = [];
    const near = (element) => {
      if (!element || element.contains(field) || !see.visible(element) || element === label || element.closest("label, legend, [role=listbox], [role=menu], [role=status], [aria-live]")) return;
      if (element.querySelector("[role=listbox], [role=option]") || /absolute|fixed/.test(getComputedStyle(element).position)) return;
      if (!/^(P|SPAN|DIV|SMALL|EM|I|UL)$/.test(element.tagName) || element.querySelector("input, select, textarea, button, a, label, h1, h2, h3, h4")) return;
      if (ids.has(element.id) || Array.from(element.querySelectorAll("[id]")).some((one) => ids.has(one.id)) || see.closest(element, (at) => at.id && ids.has(at.id))) return;
      const text = see.shown(element);
      if (text.length < 8 || text.length > 220) return;
      const one = element.getBoundingClientRect();
      const other = field.getBoundingClientRect();
      const gap = Math.max(one.top - other.bottom, other.top - one.bottom);
      if (gap > 24 || one.left > other.right + 24 || one.right < other.left - 24) return;
      texts.push({ text, above: one.bottom <= other.top + 2, between: Boolean(label && (label.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) && (element.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING)) });
    };
    const steps = (start, way) => { let at = start[way]; let left = 2; while (at && left > 0) { if (at.matches(FIELD) || at.querySelector(FIELD)) break; near(at); if (see.visible(at)) left -= 1; at = at[way]; } };
    steps(holder, "previousElementSibling");
    steps(holder, "nextElementSibling");
    return texts.slice(0, 3);
  };

  return fields.map((field) => {
    const labels = labelled(field);
    const seen = labels.filter((label) => see.visible(label));
    const own = field.labels && field.labels[0];
    const one = own && see.visible(own) && !own.contains(field) ? own.getBoundingClientRect() : null;
    const range = own && document.createRange();
    if (range) range.selectNodeContents(own);
    const words = one && range.getBoundingClientRect();
    const other = field.getBoundingClientRect();
    const row = one && Math.min(words.bottom, other.bottom) - Math.max(words.top, other.top) > 0;
    return {
      element: field, type: field.type || field.getAttribute("role") || "", tag: field.tagName, name: see.name(field), label: see.clean(seen.map((label) => {
        const copy = see.shown(label);
        return copy;
      }).join(" ")), group: group(field), byButton: seen.length > 0 && seen.every((label) => label.matches("button, [role=button]")), disabled: field.disabled === true,
      visible: see.visible(field), value: field.type === "radio" || field.type === "checkbox" ? String(field.value) : "", fieldName: field.name || "",
      loose: field.matches("input, select, textarea") && !/^(radio|checkbox)$/.test(field.type) ? loose(field) : [],
      described: see.clean(field.ariaDescription || ""), invalid: field.getAttribute("aria-invalid") === "true",
      gap: row ? other.left - words.right : 0, em: parseFloat(getComputedStyle(field).fontSize),
    };
  });
}
