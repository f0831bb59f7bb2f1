/* What has focus in the walk and answers the pointer by script only, no two alike, at most four: [{ path, kind }].
 *
 * `reached` are the paths that had focus, `heard` those that listen for the pointer themselves, `quiet` the kinds that
 * are known to answer keys. Left out are the browser's own controls, which answer by themselves; parts of composite
 * widgets, where the keys are the widget's; and what has another stop within it. `pathOf` is path.js, `find` find.js.
 */
(pathOf, find) => ({ reached, heard, quiet }) => {
  const MOST = 4;
  const NATIVE = "button, a[href], area[href], input, select, textarea, summary, label, iframe, embed, object, audio, video, [contenteditable]";
  const PRESSED = /^(|button|link|checkbox|switch|menuitem|menuitemcheckbox|img|article|listitem)$/;
  const listening = new Set(heard.map(find));
  const stops = reached.map(find).filter(Boolean);
  const points = (one) => getComputedStyle(one).cursor === "pointer";
  const alike = new Set();
  const found = [];
  for (const stop of stops) {
    const role = (stop.getAttribute("role") ?? "").split(" ")[0];
    if (found.length >= MOST || stop.matches(NATIVE) || !PRESSED.test(role) || stop.closest(":disabled, [aria-disabled=true], [inert]")) continue;
    // A frame's listener on its root says nothing of who answers; then the look must.
    if (!(listening.has(stop) || stop.hasAttribute("onclick") || (role && points(stop)))) continue;
    if (stops.some((other) => other !== stop && stop.contains(other)) || !stop.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const kind = `keys ${stop.localName} ${role} ${stop.className}`;
    if (alike.has(kind) || quiet.includes(kind)) continue;
    alike.add(kind);
    found.push({ path: pathOf(stop), kind });
  }
  return found;
}
