/* Paths of the canvases of a document that show and are large enough to hold text, at most 20. `pathOf` is path.js. */
(pathOf) => [...document.querySelectorAll("canvas")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 40 && box.height > 20 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}).slice(0, 20).map(pathOf)
