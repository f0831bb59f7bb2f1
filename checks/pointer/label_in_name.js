/* Controls whose name, given by ARIA, does not hold their visible text: [{ path, label, name, shared: words in both }].
 * `pathOf` is path.js. */
(pathOf) => {
  const MOST = 3000;
  const CONTROLS = "a[href], button, summary, input, select, textarea, [role=button], [role=link], [role=tab], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=option], [role=checkbox], [role=radio], [role=switch], [role=combobox], [role=textbox], [role=searchbox], [role=treeitem]";
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const words = (text) => clean(text).toLowerCase().normalize("NFKC").replace(/\([^)]*\)/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  const hidden = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width <= 1 || box.height <= 1
      || /inset\(50%|rect\((0|1px)/.test(style.clipPath + style.clip) || /icon|symbol|glyph|awesome/i.test(`${style.fontFamily} ${element.className}`)
      || parseFloat(style.textIndent) < -99 || box.right < 0 || parseFloat(style.fontSize) < 2;
  };
  // The text that is seen within an element; what is hidden from screen readers too is decoration.
  const seen = (element) => {
    if (element.matches("[aria-hidden=true], script, style, svg, title, select, textarea") || hidden(element)) return "";
    const inline = /^(inline|contents)$/.test(getComputedStyle(element).display);
    const text = Array.from((element.shadowRoot ?? element).childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.data : node instanceof Element ? seen(node) : "")).join("");
    return inline ? text : ` ${text} `;
  };
  const labelOf = (element) => {
    if (/^(submit|button|reset)$/.test(element.type ?? "") && element.localName === "input") return element.value;
    if (/^(input|select|textarea)$/.test(element.localName)) return element.labels?.length ? seen(element.labels[0]) : "";
    // A composite's text is its content, not its label.
    return element.matches("[role=combobox], [role=textbox], [role=searchbox]") ? "" : seen(element);
  };
  const nameOf = (element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const byIds = ids.map((id) => element.getRootNode().getElementById?.(id)).filter(Boolean).map((one) => clean(one.getAttribute("aria-label") || (one === element ? seen(one) : one.textContent) || one.value)).join(" ");
    return clean(byIds) || clean(element.getAttribute("aria-label"));
  };

  const told = [];
  const search = (root) => {
    for (const element of Array.from(root.querySelectorAll("[aria-label], [aria-labelledby]")).slice(0, MOST)) {
      if (!element.matches(CONTROLS) || hidden(element) || told.length >= 40) continue;
      const name = nameOf(element);
      const label = clean(labelOf(element));
      const said = words(label), called = words(name);
      if (!name || !said.length || said.join("").length < 2 || label.length > 120) continue;
      // Together, so that “e-post” and “epost” are the same.
      if (called.join("").includes(said.join(""))) continue;
      told.push({ path: pathOf(element), label, name, shared: said.filter((word) => called.includes(word)).length });
    }
    for (const host of root.querySelectorAll("*")) if (host.shadowRoot) search(host.shadowRoot);
  };
  search(document);
  return told;
}
