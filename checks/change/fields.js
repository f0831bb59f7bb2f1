/* Fields that a user can change, at most ten, those that look like codes first: [{ path, name, kind: "select" | "choice" | "text",
 * other: index of another option, sample: what to type, stepwise }]. Fields that say what their change does,
 * and those whose name is in `quiet`, are left out.
 * `pathOf` is path.js. */
(pathOf) => (quiet) => {
  const MOST = 10;
  const WARNED = /automatisk|direkt när|så snart|så fort|laddas om|skickas när|öppnas|flyttas|hoppar vidare|när du väljer|automatically|as soon as|will (open|reload|move|submit)|when you (choose|select)|opens in/i;
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const textOf = (field) => {
    const ids = `${field.getAttribute("aria-describedby") ?? ""} ${field.getAttribute("aria-labelledby") ?? ""}`.split(/\s+/).filter(Boolean);
    const parts = [...Array.from(field.labels ?? []), ...ids.map((id) => document.getElementById(id)), field.closest("fieldset")?.querySelector("legend")];
    return clean([...parts.map((one) => one?.textContent), field.getAttribute("aria-label"), field.title].join(" "));
  };
  const CODE = /personnummer|samordningsnummer|kod\b|datum|telefon|postnummer|pin\b|kontonummer|security code|post ?code|sort code|date|phone/i;
  const sampleOf = (field, about) => {
    const length = field.maxLength > 0 ? field.maxLength : 0;
    if (field.type === "email") return "a@example.test";
    if (field.type === "url") return "https://example.test";
    if (field.type === "number") return "1".repeat(Math.min(length || 4, 8));
    if (length && length <= 4) return "1".repeat(length);
    if (/personnummer|samordningsnummer/i.test(about)) return "19121212-1212".slice(0, length || 13);
    if (/datum|date/i.test(about)) return "2026-01-15".slice(0, length || 10);
    return CODE.test(about) || field.type === "tel" || field.inputMode === "numeric" ? "1234567890123".slice(0, Math.min(length || 13, 13)) : "Anna".slice(0, length || 4);
  };

  const groups = new Set();
  const found = [];
  for (const field of document.querySelectorAll("select, input, textarea")) {
    // A drawing may hold what is called a select and is none.
    if (!(field instanceof HTMLElement) || field.disabled || field.readOnly || !field.checkVisibility({ visibilityProperty: true }) || /^(hidden|submit|button|reset|image|file|password|range|color|date|time|month|week|datetime-local)$/.test(field.type)) continue;
    const about = textOf(field);
    if (WARNED.test(about)) continue;
    const path = pathOf(field);
    const name = `input ${field.localName} ${field.type} ${field.name || field.id || path.join(" ")}`;
    if (quiet.includes(name)) continue;
    if (field.localName === "select") {
      const other = Array.from(field.options).findIndex((option) => !option.disabled && !option.selected && option.value !== "");
      if (!field.multiple && other >= 0) found.push({ path, name, kind: "select", other, rank: 0 });
    } else if (/^(radio|checkbox)$/.test(field.type)) {
      const group = field.type === "radio" ? `radio ${field.name}` : `checkbox ${field.className} ${field.closest("fieldset, form")?.id}`;
      if (groups.has(group) || (field.type === "radio" && field.checked)) continue;
      groups.add(group);
      found.push({ path, name, kind: "choice", rank: 1 });
    } else {
      const stepwise = CODE.test(about) || field.maxLength > 0 && field.maxLength <= 20 || field.type === "tel" || field.inputMode === "numeric";
      if (!field.value) found.push({ path, name, kind: "text", sample: sampleOf(field, about), stepwise, rank: stepwise ? 0 : 2 });
    }
  }
  return found.sort((one, other) => one.rank - other.rank).slice(0, MOST);
}
