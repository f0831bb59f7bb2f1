/* Paths of blocks of running text that are set so that they are hard to read: { path, fault, figure }, at most 60 of a document.
 * `pathOf` is path.js. Faults: "small" (figure: CSS px), "tight" (line height in em), "justified" (figure: lines). */
(pathOf) => {
  const found = [];
  const range = document.createRange();
  const look = (scope) => {
    for (const element of scope.querySelectorAll("*")) {
      if (found.length >= 60) return;
      if (element.shadowRoot) look(element.shadowRoot);
      const own = [...element.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
      if (!own.length || /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA|PRE|CODE)$/.test(element.tagName)) continue;
      const text = own.map((one) => one.data).join(" ").replace(/\s+/g, " ").trim();
      if (text.length < 20 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width <= 2 || box.height <= 2 || box.right + scrollX <= 0) continue;
      const size = parseFloat(style.fontSize);
      if (size > 0 && size < 10) found.push({ path: pathOf(element), fault: "small", figure: size });
      if (text.length < 80) continue;
      range.selectNodeContents(element);
      const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.bottom / 4))).size;
      if (lines < 2) continue;
      const height = parseFloat(style.lineHeight) / size;
      if (height < 1.2) found.push({ path: pathOf(element), fault: "tight", figure: height });
      if (style.textAlign === "justify" && lines > 2) found.push({ path: pathOf(element), fault: "justified", figure: lines });
    }
  };
  look(document);
  return found;
}
