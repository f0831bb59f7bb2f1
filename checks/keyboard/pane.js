/* What stays in its place in the window, hides what is under it, and lets the pointer through, so that no point tells of it:
 * [{ path, box: [x, y, width, height] in the window }]. `pathOf` is path.js. */
(pathOf) => {
  const alpha = (colour) => { const parts = colour.match(/[\d.]+/g) ?? []; return parts.length > 3 ? Number(parts[3]) : parts.length ? 1 : 0; };
  return Array.from(document.querySelectorAll("body *")).slice(0, 8000).flatMap((one) => {
    const style = getComputedStyle(one);
    if (style.position !== "fixed" || style.pointerEvents !== "none" || Number(style.zIndex) < 0) return [];
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || Number(style.opacity) < 0.9) return [];
    const box = one.getBoundingClientRect();
    const ground = alpha(style.backgroundColor) > 0.9 || Array.from(one.children).some((inner) => { const at = inner.getBoundingClientRect(); return alpha(getComputedStyle(inner).backgroundColor) > 0.9 && at.width >= box.width - 2 && at.height >= box.height - 2; });
    return ground && box.width > 40 && box.height > 10 ? [{ path: pathOf(one), box: [box.x, box.y, box.width, box.height] }] : [];
  }).slice(0, 10);
}
