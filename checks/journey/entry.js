/* Fields to write in, with their label, what they are for by autocomplete, and whether something is written in them. */
(see) => {
  const LATER = /meddelande|kommentar|motiver|beskriv|berätta|anteckning|övrigt|sök|filter|kod\b|message|comment|describe|notes?|search|filter|code\b/i;
  return see.all("input, textarea").slice(0, 300).flatMap((field) => {
    if (!see.exposed(field) || !see.visible(field) || field.disabled || field.readOnly || !/^(text|tel|email|date|number|url|textarea)$/.test(field.type)) return [];
    if (field.closest("table, [role=grid], [role=search], search") || /^(one-time-code|current-password|new-password)$/.test(field.autocomplete)) return [];
    const label = see.clean(Array.from(field.labels || [], (one) => see.shown(one)).join(" ") || field.getAttribute("aria-label")).replace(/\s*\([^)]*\)\s*$/, "");
    if (label.length < 3 || LATER.test(label)) return [];
    const group = see.clean(see.closest(field, (at) => at.localName === "fieldset")?.querySelector("legend")?.textContent);
    return [{ element: field, label, group, purpose: /^(|on|off)$/.test(field.autocomplete) ? "" : field.autocomplete, filled: Boolean(field.value.trim()), listed: Boolean(field.list) }];
  });
}
