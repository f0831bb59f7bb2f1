/* The rules of a document's style sheets that hold now, and whom their pseudo-classes ask about: { states, rules, parts, matching,
 * bearers }. `states` are the pseudo-classes by state, as they are given; `bearers` are the elements that a rule asks to be in one.
 *
 * Only what can be read of the sheets counts; one from another origin can't.
 */
(states) => {
  const rules = [];
  const read = (list) => {
    for (const rule of list) {
      if (rule instanceof CSSStyleRule) rules.push(rule);
      else if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) continue;
      else if (rule.cssRules) read(rule.cssRules);
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    if (sheet.disabled || (sheet.media?.mediaText && !matchMedia(sheet.media.mediaText).matches)) continue;
    try { read(sheet.cssRules); } catch { /* Another origin's. */ }
  }

  // One list of selectors as its parts: commas within brackets belong to a part.
  const parts = (text) => {
    const found = [""];
    let depth = 0;
    for (const sign of text) {
      depth += "([".includes(sign) - ")]".includes(sign);
      if (sign === "," && depth === 0) found.push("");
      else found[found.length - 1] += sign;
    }
    return found.map((one) => one.trim());
  };
  // The compound that bears the pseudo-class, with what stands before it: whom to force. "" where it is inside brackets.
  const bearer = (selector, pseudo) => {
    const at = new RegExp(`:${pseudo}(?![\\w-])`).exec(selector);
    if (!at || /\([^)]*$/.test(selector.slice(0, at.index))) return "";
    const before = selector.slice(0, at.index);
    const rest = /^[^\s>+~]*/.exec(selector.slice(at.index + at[0].length))[0].replace(/:(hover|focus|focus-visible|focus-within|active)(?![\w-])|::?[\w-]+(\([^)]*\))?$/g, "");
    const own = (before + rest).replace(/:(hover|focus|focus-visible|focus-within|active)(?![\w-])/g, "");
    return /(^|[\s>+~])$/.test(own) ? `${own}*` : own;
  };
  const matching = (selector) => { try { return [...document.querySelectorAll(selector)]; } catch { return []; } };
  const bearers = (rule, pseudos) => parts(rule.selectorText).flatMap((selector) => pseudos.flatMap((pseudo) => {
    const whom = bearer(selector, pseudo);
    return whom ? matching(whom) : [];
  }));
  return { states, rules, parts, matching, bearers };
}
