/* Fields that are said to be wrong, with what is said: { element, label, text, hint, followed }, where `element` is what says
 * it and `hint` is what else the field is told by; `followed` says that what stands in the field looks as an example there
 * does. Where a password is asked for nothing is given: what is wrong there may be a secret. */
(see) => {
  const NAMED = /(^|[\s_-])(error|errors|fel|felet|felmeddelande|invalid|validation|danger)($|[\s_-])/i;
  const FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea";
  const shown = (one) => see.exposed(one) && see.visible(one);
  const byIds = (field, name) => (field.getAttribute(name) ?? "").split(/\s+/).filter(Boolean).map((id) => field.getRootNode().getElementById?.(id)).filter((one) => one && shown(one));
  const says = (one) => NAMED.test(`${one.getAttribute("class") ?? ""} ${one.id}`) || one.getAttribute("role") === "alert";
  const labelOf = (field) => see.clean(Array.from(field.labels || [], (one) => one.textContent).join(" ") || see.name(field));
  const shape = (text) => text.replace(/\d/g, "9").replace(/\p{L}/gu, "a");
  const followed = (field, hint) => /\d/.test(field.value) && hint.split(/\s+/).some((one) => shape(one.replace(/[.,;:!?)]+$/, "")) === shape(field.value.trim()));
  const seen = new Set();
  return see.all(FIELDS).filter((field) => shown(field) && !field.form?.querySelector("input[type=password]")).slice(0, 300).flatMap((field) => {
    const wrong = field.getAttribute("aria-invalid") === "true";
    const tied = byIds(field, "aria-describedby");
    // The box that holds this field and no other.
    let box = field;
    for (let at = field.parentElement, steps = 0; at && steps < 4 && !/^(form|main|body|table|tr)$/.test(at.localName) && at.querySelectorAll(FIELDS).length < 2; at = at.parentElement, steps += 1) box = at;
    const message = [...(wrong ? byIds(field, "aria-errormessage") : []), ...tied.filter(says), ...Array.from(box.querySelectorAll("*")).filter((one) => !one.contains(field) && shown(one) && says(one))]
      .find((one) => see.shown(one));
    if (!message || seen.has(message)) return [];
    seen.add(message);
    const hint = [...tied.filter((one) => one !== message && !one.contains(message)).map(see.shown), field.getAttribute("placeholder") ?? ""].join(" ");
    return [{ element: message, label: labelOf(field).slice(0, 80), text: see.shown(message).slice(0, 160), hint: see.clean(`${labelOf(field)} ${hint}`), followed: followed(field, hint) }];
  });
}
