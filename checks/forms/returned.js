/* A form that has just come back with errors: what was entered and is no longer there, and whether the errors are met.
 * Given `sent`, the names and values that were sent for this page, `lost`, the paths of fields that were emptied on it, and
 * `fresh`, whether nothing has been done on it. `told` entries are of two sorts, at most one of each a form:
 *
 *   "lost"     the first field that was emptied: { labels, wrong }; `wrong`: all of them are said to be wrong
 *   "unheard"  the first error of a page that was loaded with errors: { text } */
(see, { sent, lost, fresh }) => {
  const NAMED = /(^|[\s_-])(error|errors|fel|felet|felmeddelande|invalid|validation|danger)($|[\s_-])/i;
  const WRONG = /\b(fel\b|felen\b|saknas|måste|fyll i|ange|välj|skriv|ogiltig|rätta|inte giltig|error|errors|invalid|required|missing|must|please (enter|fill|correct|fix)|enter|choose|incorrect|not valid)/i;
  const TITLE = /\b(fel|felen|rätta|rättas|error|errors|problem|ogiltig\w*|invalid)\b/i;
  const SECRET = /lösen|losen|passw|captcha|engång|one-?time|\botp\b|kod(en)?\b|\bcode\b|\bpin\b|cvc|cvv|säkerhet|security/i;
  const LIVE = "[role=alert], [role=status], [role=alertdialog], [aria-live]:not([aria-live=off])";
  const FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea";
  const ASIDE = "header, footer, nav, aside, [role=banner], [role=contentinfo], [role=navigation], [role=complementary]";

  const shown = (one) => see.exposed(one) && see.visible(one);
  const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const labelOf = (field) => see.clean(Array.from(field.labels ?? [], see.shown).join(" ") || see.name(field)).slice(0, 80);
  const groupOf = (field) => see.clean(field.closest("fieldset")?.querySelector("legend")?.textContent).slice(0, 80);
  const secret = (field) => /^(password|file|checkbox)$/.test(field.type) || /one-time-code|password|^cc-/.test(field.autocomplete) || SECRET.test(`${field.name} ${field.id} ${labelOf(field)}`);
  const blank = (field) => !field.value.trim() && !field.getAttribute("value")?.trim();
  const pathOf = (element) => String(see.told([{ element }])[0].path);

  const errors = see.all("[role=alert], [class], [id]").filter((one) => (one.getAttribute("role") === "alert" || NAMED.test(`${one.getAttribute("class") ?? ""} ${one.id}`))
    && !one.matches(FIELDS) && !one.querySelector(FIELDS) && !one.closest(ASIDE) && shown(one) && WRONG.test(see.shown(one)));
  const marked = (field) => !/^(|false)$/.test(field.getAttribute("aria-invalid") ?? "");
  // The field says so, or an error stands in the box that holds it and no other.
  const wrong = (field) => {
    if (marked(field) || (field.type === "radio" && field.closest("[aria-invalid=true]"))) return true;
    let box = field;
    const alone = (at) => Array.from(at.querySelectorAll(FIELDS)).every((other) => other === field || (field.type === "radio" && other.name === field.name));
    for (let at = field.parentElement, steps = 0; at && steps < 5 && !/^(form|main|body|table|tr)$/.test(at.localName) && alone(at); at = at.parentElement, steps += 1) box = at;
    return errors.some((one) => box !== field && box.contains(one));
  };
  const fieldsOf = (form) => Array.from(form.elements).filter((field) => field.matches(FIELDS) && shown(field) && !field.disabled && !field.readOnly);
  // Its own errors: in it, or over it and of no other form.
  const errorsOf = (form) => errors.filter((one) => form.contains(one) || (!one.closest("form") && form.parentElement.contains(one) && follows(one, form)));
  const errs = (form) => errorsOf(form).length > 0 || fieldsOf(form).some(marked);

  const words = (form) => errorsOf(form).reduce((text, one) => text.replace(see.shown(one), " "), see.shown(form));
  const gone = (form, name, value) => {
    const named = fieldsOf(form).filter((field) => field.name === name);
    const field = named[0];
    if (!field || !value.trim() || secret(field)) return null;
    if (field.type === "radio") return named.some((one) => one.checked) || form.querySelector(`input[type=radio][name="${CSS.escape(name)}"]:checked`) ? null : field;
    if (named.length > 1 || !blank(field)) return null;
    // Written down elsewhere in the form: as a chosen piece, or in a field that is hidden.
    const kept = Array.from(form.elements).some((one) => one.value === value) || (field.localName !== "select" && see.stands(words(form), value.trim()));
    return kept ? null : field;
  };

  const names = new Set(sent.map(([name]) => name));
  const once = sent.filter(([name]) => sent.filter(([other]) => other === name).length === 1);
  const share = (form) => Array.from(names).filter((name) => Array.from(form.elements).some((one) => one.name === name)).length / Math.max(names.size, 1);
  const forms = Array.from(document.forms).filter((form) => fieldsOf(form).length && errs(form));
  const [back] = names.size ? forms.filter((form) => share(form) >= 0.5).sort((one, other) => share(other) - share(one)) : [];

  const told = [];
  for (const form of forms) {
    const fields = form === back && fresh ? once.map(([name, value]) => gone(form, name, value)).filter(Boolean)
      : lost.length ? fieldsOf(form).filter((field) => !secret(field) && lost.includes(pathOf(field))) : [];
    if (!fields.length) continue;
    const right = fields.filter((field) => !wrong(field));
    const those = right.length ? right : fields;
    told.push({ element: those[0], sort: "lost", labels: those.map((field) => (field.type === "radio" && groupOf(field)) || labelOf(field)).filter(Boolean).slice(0, 12), wrong: !right.length });
  }

  if (back && fresh && errorsOf(back).length && !see.all("dialog[open], [role=dialog], [role=alertdialog]").some(shown)) {
    const own = errorsOf(back);
    const first = fieldsOf(back)[0];
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const moved = focus && !focus.matches("html, body") && ((focus.matches(FIELDS) && wrong(focus)) || own.some((one) => one.contains(focus) || focus.contains(one)));
    const met = moved || TITLE.test(document.title) || own.some((one) => one.closest(LIVE) || one.querySelector(LIVE) || follows(one, first)) || wrong(first);
    if (!met) told.push({ element: own[0], sort: "unheard", text: see.shown(own[0]).slice(0, 160) });
  }
  return told;
}
