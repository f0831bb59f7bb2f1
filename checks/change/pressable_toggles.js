/* Buttons that may turn something on and off and tell of no state, at most four, no two alike, none of a kind in `quiet`:
 * [{ path, kind }]. `pathOf` is path.js. */
(pathOf) => (quiet) => {
  const TELLS = "[aria-expanded], [aria-pressed], [aria-checked], [aria-selected], [aria-haspopup], [aria-current], [aria-disabled=true], [aria-controls], [popovertarget], [commandfor], [role=tab], [role=switch], [role=option], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=checkbox], [role=radio]";
  const LEAVES = /stäng|ta bort|radera|avbryt|logga|skicka|lägg till|nästa|föregående|sök|spara|close|delete|remove|cancel|log (in|out)|send|submit|add|next|previous|search|save/i;
  const modal = Array.from(document.querySelectorAll("dialog:modal, [aria-modal=true]")).filter((one) => one.checkVisibility()).at(-1);
  const alike = new Set();
  const found = [];
  // Those of a toolbar first: there buttons are on or off.
  const all = [...document.querySelectorAll("[role=toolbar] button, [role=toolbar] [role=button]"), ...document.querySelectorAll("button[type=button], button:not(form button), [role=button]")];
  for (const one of all) {
    if (found.length >= 4) break;
    if (one.matches(TELLS) || one.matches(":disabled") || !one.checkVisibility({ visibilityProperty: true }) || (modal && !modal.contains(one))) continue;
    const name = `${one.getAttribute("aria-label") ?? ""} ${one.innerText}`.trim();
    if (!name || name.length > 80 || LEAVES.test(name) || one.querySelector("input, select, textarea")) continue;
    const kind = `pressed ${one.localName} ${one.className} ${one.parentElement?.className}`;
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    found.push({ path: pathOf(one), kind });
  }
  return found;
}
