/* Sentences that point at something by its place, shape or colour, and what on the page could be meant.
 *
 * `point`, `instruct` and `skip` are regular expressions; `nouns` have a word, as one too, and the roles that fit it. */
(see, { point, instruct, nouns, skip }) => {
  const pointing = new RegExp(point, "iu");
  const instructing = new RegExp(instruct, "iu");
  const skipping = new RegExp(skip, "iu");
  const found = [];

  // What may be meant: everything that has a role and may have a name, and every heading.
  const named = see.all("a[href], button, [role], input, select, textarea, nav, form, table, h1, h2, h3, h4, h5, h6, img, iframe, section, aside, main, ul, ol, fieldset, figure")
    .filter((one) => see.exposed(one)).slice(0, 2500).map((one) => ({ one, role: see.role(one), name: see.name(one).toLocaleLowerCase(), heading: /^H[1-6]$/.test(one.tagName) }));
  const framed = [];
  for (const frame of see.all("iframe")) {
    try { for (const one of frame.contentDocument.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")) framed.push(see.clean(one.textContent).toLocaleLowerCase()); } catch { /* another origin */ }
  }

  for (const holder of see.all("p, li, dd, td, div, span, label, legend, figcaption, [role=note]").slice(0, 4000)) {
    if (found.length > 60) break;
    const own = Array.from(holder.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 8);
    if (!own || !see.visible(holder) || !see.exposed(holder) || holder.closest("nav, button, a, select, option, code, pre")) continue;
    const text = see.clean(holder.innerText);
    if (text.length > 600 || !pointing.test(text)) continue;
    for (const sentence of text.split(/(?<=[.!?])\s+/)) {
      const pointed = sentence.match(pointing);
      if (!pointed || !instructing.test(sentence) || skipping.test(sentence)) continue;
      const lower = sentence.toLocaleLowerCase();
      const quoted = Array.from(sentence.matchAll(/[“”"»«‘’'](.{2,60}?)[“”"»«‘’']/g), (one) => one[1].toLocaleLowerCase());
      // What is pointed at stands closest to the pointing.
      const [thing] = nouns.map((noun) => [noun, sentence.match(new RegExp(`(?<!\\p{L})(?:${noun.word})(?!\\p{L})`, "iu"))])
        .filter(([, match]) => match).sort(([, one], [, other]) => Math.abs(one.index - pointed.index) - Math.abs(other.index - pointed.index))
        .map(([noun]) => noun);
      // The thing is told by its name too: in quotation marks, or written out as it stands on the control.
      const byName = framed.some((name) => lower.includes(name) || quoted.some((word) => name.includes(word)))
        || named.some(({ one, name, role, heading }) => {
          if (name.length <= 2 || one.contains(holder) || holder.contains(one)) return false;
          const control = heading || /button|link|tab|menuitem|textbox|checkbox|radio/.test(role);
          return quoted.some((word) => name.includes(word)) || (control && name.length < 60 && lower.includes(name));
        });
      if (byName) continue;
      const fitting = thing ? named.filter(({ one, role, name, heading }) => !one.contains(holder) && (thing.roles.includes(role) || (heading && new RegExp(thing.word, "iu").test(name)) || (name && new RegExp(`(?<!\\p{L})(?:${thing.word})(?!\\p{L})`, "iu").test(name)))) : [];
      found.push({ element: holder, sentence: sentence.slice(0, 240), sense: pointed[0], thing: thing ? thing.label : "", fitting: fitting.length, linked: Boolean(holder.querySelector("a[href]")) });
    }
  }
  return found;
}
