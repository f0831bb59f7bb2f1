/* Errors that a form shows, and whether they are told: [{ path, rule, text, label }]. `pathOf` is path.js.
 *
 *   "unnamed"   a summary says that something is wrong, and nothing on the page says what: no field is marked, none is named
 *   "unlinked"  an error is written beside a field, and the field's code doesn't point it out
 *   "bare"      a field is marked as wrong in code, and no text says so or what is wrong */
(pathOf) => {
  const MOST = 8;
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 2;
  const NAMED = /(^|[\s_-])(error|errors|fel|felet|felmeddelande|invalid|validation|danger)($|[\s_-])/i;
  const WRONG = /\b(fel\b|felen\b|saknas|måste|fyll i|ange|ogiltig|rätta|inte giltig|error|errors|invalid|required|missing|must|please (enter|fill|correct|fix)|need to (fix|correct)|incorrect|not valid)/i;
  const FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea, [role=textbox], [role=combobox]";
  const fields = Array.from(document.querySelectorAll(FIELDS)).filter(visible);
  const told = [];
  const labelOf = (field) => clean([field.getAttribute("aria-label"), ...Array.from(field.labels ?? [], (label) => label.innerText)].join(" "));
  const byIds = (field, names) => names.flatMap((name) => (field.getAttribute(name) ?? "").split(/\s+/)).filter(Boolean).map((id) => field.getRootNode().getElementById?.(id)).filter(Boolean);
  const linked = (field) => byIds(field, ["aria-describedby", "aria-errormessage", "aria-labelledby"]);
  const nameOf = (element) => `${element.getAttribute("class") ?? ""} ${element.id}`;

  // The box that holds this field and no other; a group of choices is one field.
  const boxOf = (field) => {
    const alike = (other) => other === field || (field.name && /^(radio|checkbox)$/.test(field.type) && other.name === field.name);
    let box = field;
    for (let at = field.parentElement, steps = 0; at && steps < 4 && !/^(form|main|body|table|tr)$/.test(at.localName); at = at.parentElement, steps += 1) {
      if (!Array.from(at.querySelectorAll(FIELDS)).filter(visible).every(alike)) break;
      box = at;
    }
    return box;
  };
  const isMarked = (field) => !/^(|false)$/.test(field.getAttribute("aria-invalid") ?? "");
  // Several fields of one answer, such as a date and a time: all of them are wrong, and one text stands by them all.
  const sharedBox = (field) => {
    for (let at = field.parentElement, steps = 0; at && steps < 7 && !/^(form|main|body|table|tr)$/.test(at.localName); at = at.parentElement, steps += 1) {
      const within = Array.from(at.querySelectorAll(FIELDS)).filter(visible);
      if (!within.every(isMarked) || within.length > 4) return null;
      const message = within.length > 1 && messageIn(at, field);
      if (message) return within.some((one) => boxOf(one).contains(message)) ? null : { message, within, called: clean(at.querySelector("legend, label")?.innerText) };
    }
    return null;
  };
  const messageIn = (box, field) => Array.from(box.querySelectorAll("*")).find((one) => one !== field && visible(one) && !one.matches(FIELDS) && !one.contains(field)
    && NAMED.test(nameOf(one)) && clean(one.innerText).length > 3 && WRONG.test(one.innerText));
  const summaries = Array.from(document.querySelectorAll("[role=alert], [role=alertdialog], [class*=error i], [class*=fel i], [class*=validation i], [id*=error i]"))
    .filter((one) => visible(one) && !one.querySelector(FIELDS) && WRONG.test(one.innerText) && clean(one.innerText).length > 8);

  const seen = new Set();
  for (const field of fields) {
    const box = boxOf(field);
    if (told.length >= MOST || seen.has(box)) continue;
    seen.add(box);
    const marked = isMarked(field);
    const own = messageIn(box, field);
    const shared = own || !marked ? null : sharedBox(field);
    const message = own ?? shared?.message;
    const label = (labelOf(field) || shared?.called || "").slice(0, 60);
    // One text is told of once.
    for (const one of shared?.within ?? []) seen.add(boxOf(one));
    const ties = linked(field);
    const group = field.closest("fieldset, [role=group], [role=radiogroup]");
    const groupTies = group ? [...linked(group), group.querySelector("legend")].filter(Boolean) : [];
    if (message) {
      const inLabel = Array.from(field.labels ?? []).some((one) => one.contains(message));
      const tied = [...ties, ...groupTies].some((one) => one === message || one.contains(message) || message.contains(one));
      if (!inLabel && !tied) told.push({ path: pathOf(field), rule: "unlinked", text: clean(message.innerText).slice(0, 120), label });
    } else if (marked) {
      const described = ties.some((one) => visible(one) && clean(one.innerText));
      const named = summaries.some((one) => (label && one.innerText.toLowerCase().includes(label.toLowerCase())) || (field.id && one.querySelector(`a[href$="#${CSS.escape(field.id)}"]`)));
      const near = clean(box.innerText).replace(clean(Array.from(field.labels ?? [], (one) => one.innerText).join(" ")), "");
      if (!described && !named && !WRONG.test(near) && !WRONG.test(document.querySelector("[role=alert]")?.innerText ?? "")) told.push({ path: pathOf(field), rule: "bare", text: "", label });
    }
  }
  // A summary that names no field, on a page where no field says anything either.
  for (const one of summaries) {
    const form = one.closest("form") ?? document.querySelector("form");
    const within = fields.filter((field) => form?.contains(field) && !/^(search)$/.test(field.type));
    if (within.length < 2 || told.length) continue;
    const said = one.innerText.toLowerCase();
    const about = within.some((field) => { const label = labelOf(field).toLowerCase().replace(/[*:]|\([^)]*\)/g, "").trim(); return label && said.includes(label); })
      || one.querySelector("a[href^='#'], li") || /lösenord|användarnamn|password|user ?name|e-?post|e-?mail/i.test(said);
    const elsewhere = within.some((field) => field.getAttribute("aria-invalid") === "true" || messageIn(boxOf(field), field) || linked(field).some((at) => WRONG.test(at.innerText)));
    // What went wrong may be no field's fault: a server that doesn't answer.
    const general = !/\b(fält|uppgift|fel i formuläret|felen|rätta|errors?|fields?|fix|correct)\b/i.test(said);
    if (!about && !elsewhere && !general) told.push({ path: pathOf(one), rule: "unnamed", text: clean(one.innerText).slice(0, 120), label: "" });
  }
  return told;
}
