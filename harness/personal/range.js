/* Boxes, in the document's CSS pixels, of every place in this text node that says `said`, whatever its case and spaces. */
function (said) {
  const squeeze = (text) => {
    const signs = [];
    const at = [];
    for (let place = 0; place < text.length; place += 1) {
      if (/\s/.test(text[place])) continue;
      const lower = text[place].toLowerCase();
      signs.push(lower.length === 1 ? lower : text[place]);
      at.push(place);
    }
    return { text: signs.join(""), at };
  };
  const here = squeeze(this.data || "");
  const wanted = squeeze(said).text;
  const found = [];
  if (!wanted) return found;
  const view = this.ownerDocument.defaultView;
  for (let from = here.text.indexOf(wanted); from >= 0; from = here.text.indexOf(wanted, from + 1)) {
    const range = this.ownerDocument.createRange();
    range.setStart(this, here.at[from]);
    range.setEnd(this, here.at[from + wanted.length - 1] + 1);
    for (const box of range.getClientRects()) {
      found.push([box.x + view.scrollX, box.y + view.scrollY, box.width, box.height]);
    }
  }
  return found;
}
