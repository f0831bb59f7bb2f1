/* What looks like a heading or a list, and what a heading says. */
(see) => {
  const found = [];
  const heading = (element) => /^H[1-6]$/.test(element.tagName) || element.getAttribute("role") === "heading";
  const INLINE = /^(inline|contents)/;

  // Headings with the text that follows them up to the next.
  for (const one of see.all("h1, h2, h3, h4, h5, h6, [role=heading]").slice(0, 400)) {
    // One that holds the label of a field names that field, with whatever word it has.
    if (one.querySelector("label") || one.closest("label")) continue;
    if (see.exposed(one)) found.push({ element: one, sort: "heading", text: see.name(one), level: one.tagName });
  }

  // The look of running text: the size and weight that most of the page's letters have.
  const texts = see.all("p, div, span, b, strong, font, td, dt, li").filter((element) => {
    const own = Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return own && see.visible(element) && see.exposed(element);
  }).slice(0, 4000);
  const letters = new Map();
  for (const element of texts) {
    const size = parseFloat(getComputedStyle(element).fontSize);
    letters.set(size, (letters.get(size) || 0) + element.textContent.length);
  }
  const body = [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 16;

  const PART = "h1, h2, h3, h4, h5, h6, [role=heading], a, button, label, legend, th, dt, caption, figcaption, summary, nav, li, td, select, option, header, footer, [role=button], [role=link], [role=tab], [role=status], [role=alert], [role=columnheader], [role=rowheader], [role=note], [aria-live], output, table, dl, form fieldset, blockquote, figure, time, [role=dialog] [id]:only-child";
  const following = (element) => { let next = element.nextElementSibling; while (next && !see.visible(next)) next = next.nextElementSibling; return next; };
  for (const element of see.all("p, div").slice(0, 6000)) {
    if (found.length > 800 || !see.visible(element) || !see.exposed(element)) continue;
    if (element.closest(PART) || element.querySelector("*:not(b, strong, span, font, i, em, br, u, small)")) continue;
    const text = see.shown(element);
    const words = text.split(" ").length;
    if (!/\p{L}{3}/u.test(text) || text.length > 80 || words > 10 || /[.,;:!?…]$/.test(text)) continue;
    // A line of its own, followed by running text.
    if (getComputedStyle(element).display === "inline") continue;
    const next = following(element);
    if (!next || !/^(P|UL|OL|DIV|SECTION|FIELDSET|TABLE|DL|FORM)$/.test(next.tagName)) continue;
    const fields = next.matches("div, fieldset, section") && next.querySelector("input:not([type=hidden]), select, textarea") && !next.matches("label");
    const prose = fields ? next : /^(UL|OL|TABLE|DL|FORM)$/.test(next.tagName) ? next : next.matches("p, div") && see.shown(next).length >= Math.max(40, text.length * 1.5) ? next : null;
    if (!prose || heading(next)) continue;
    let inner = element;
    while (inner.childElementCount === 1 && see.clean(inner.textContent) === see.clean(inner.firstElementChild.textContent)) inner = inner.firstElementChild;
    const style = getComputedStyle(inner);
    const after = getComputedStyle(prose.querySelector("p, li, td, dd, label") || prose);
    const size = parseFloat(style.fontSize);
    // Labels are bold themselves; over them it is the size that tells.
    const bold = Number(style.fontWeight) >= 600 && (Boolean(fields) || Number(after.fontWeight) < 600);
    const ratio = size / parseFloat(after.fontSize);
    const lines = element.getBoundingClientRect().height / (parseFloat(style.lineHeight) || size * 1.3);
    if (lines > 2.6 || element.getBoundingClientRect().width < 20) continue;
    // Over fields, a bold line of their size is a question, which a group tells.
    if (fields && ratio < 1.2) continue;
    if (ratio >= 1.4 || (bold && ratio >= 1.0)) found.push({ element, sort: "like-heading", text, bold, ratio, body, lines, look: `${element.localName}.${element.className} ${see.parent(element)?.localName ?? ""}` });
  }
  for (const one of found) if (one.sort === "like-heading") one.alike = found.filter((other) => other.look === one.look && other.text !== one.text).length + 1;

  // Lines that begin with a mark, as in a list, but are none.
  const MARK = /^\s*([*•·‣▪▫●○◦–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/u;
  const BULLET = /^\s*[*•·‣▪▫●○◦–—-]\s+\S/u;
  const NOT = "ul, ol, dl, table, pre, code, select, textarea, [role=list], [contenteditable]";
  const seen = new Set();
  for (const element of see.all("p, div, td, span, section, body, main").slice(0, 6000)) {
    if (found.length > 900 || element.closest(NOT) || !see.visible(element)) continue;
    // Within one element, parted by line breaks.
    if (element.querySelector(":scope > br")) {
      const lines = [];
      let line = "";
      for (const node of element.childNodes) {
        if (node.nodeName === "BR") { lines.push(line); line = ""; } else if (node.nodeType === Node.TEXT_NODE) line += node.data; else if (node.nodeType === Node.ELEMENT_NODE && INLINE.test(getComputedStyle(node).display)) line += node.textContent; else { lines.push(line); line = ""; }
      }
      lines.push(line);
      let run = [];
      const runs = [];
      for (const one of [...lines, ""]) { if (MARK.test(one)) run.push(see.clean(one)); else if (one.trim() || run.length) { runs.push(run); run = []; } }
      const longest = runs.sort((one, other) => other.length - one.length)[0] || [];
      // A holder of the whole page points nowhere; the break between the lines does.
      const at = /^(BODY|MAIN|SECTION|ARTICLE)$/.test(element.tagName) ? element.querySelector(":scope > br") : element;
      if (longest.length >= 2 && ordered(longest)) { found.push({ element: at, sort: "like-list", lines: longest.slice(0, 6), bullets: longest.every((one) => BULLET.test(one)), count: longest.length }); seen.add(element); }
    }
    // Siblings that each begin with a mark.
    if (!MARK.test(element.textContent) || seen.has(element.parentElement)) continue;
    const siblings = [];
    for (let at = element; at && at.tagName === element.tagName && MARK.test(see.shown(at)) && siblings.length < 50; at = at.nextElementSibling) siblings.push(at);
    const before = element.previousElementSibling;
    const first = !(before && before.tagName === element.tagName && MARK.test(see.shown(before)));
    if (first && siblings.length >= 2 && siblings.every((one) => !INLINE.test(getComputedStyle(one).display) && !one.querySelector("p, div, h1, h2, h3"))) {
      const lines = siblings.map((one) => see.shown(one).slice(0, 80));
      if (ordered(lines)) found.push({ element, sort: "like-list", lines: lines.slice(0, 6), bullets: lines.every((one) => BULLET.test(one)), count: siblings.length });
    }
  }
  // The same bullet throughout, or numbers that count on.
  function ordered(lines) {
    const marks = lines.map((one) => one.match(MARK)[1]);
    if (marks.every((one) => one === marks[0] && BULLET.test(`${one} x`))) return true;
    const numbers = marks.map((one) => one.replace(/[().]/g, "")).map((one) => (/\d/.test(one) ? Number(one) : one.charCodeAt(0)));
    return numbers.every((one, at) => at === 0 || one === numbers[at - 1] + 1);
  }
  return found;
}
