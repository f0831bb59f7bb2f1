/* Measures a page laid out in several ways, each against how it was at first. For a twin only: it changes styles.
 *
 * spacing(): { lost, locked }; larger(), zoomed(): lost; narrow(): { wide, turned }. Each a list of { path, ... }:
 *   lost    text that was all seen at first and now is cut off or covered: { text, how: "clipped" | "overlapped", share }
 *   locked  text whose spacing a style attribute keeps: { property, value, wanted }
 *   wide    content that is reached or read only by scrolling sideways: { by: pixels past the edge, text }
 *   fixed   text that is not twice as large at 400 % zoom: { grown: times, text }
 *   turned  content turned a quarter between lying and upright: { lying, upright } in degrees
 * orients() tells whether style sheets ask how the screen is held; held() remembers what is shown, gone() tells what of it no
 * longer is: { path, share, text, instead: text that came }, where that is most of the content.
 * `pathOf` is path.js. Sizes in CSS pixels. */
(pathOf) => {
  const MOST_TEXTS = 2500;
  const MOST_TOLD = 12;
  const DEADLINE = 1500;

  const clean = (text) => text.replace(/\s+/g, " ").trim();
  const styleOf = (element) => getComputedStyle(element);
  const parentOf = (node) => node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? node.getRootNode().host : null);

  // Text nodes that people see: not those kept for screen readers or scripts.
  const textsNow = () => {
    const found = [];
    const walk = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
        if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
        return /^(script|style|noscript|template|svg|select|option|textarea|iframe|object|canvas|math|title)$/.test(node.localName)
          || node.matches("[aria-hidden=true], marquee") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      });
      while (found.length < MOST_TEXTS && walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === Node.ELEMENT_NODE) { if (node.shadowRoot) walk(node.shadowRoot); } else if (clean(node.data)) found.push(node);
      }
    };
    walk(document.body ?? document.documentElement);
    return found;
  };

  const rectsOf = (node) => { const range = document.createRange(); range.selectNodeContents(node); return Array.from(range.getClientRects()).filter((one) => one.width > 1 && one.height > 1); };

  // The boxes that cut an element's content off: of ancestors that hide what is outside, as far as they hold it.
  const clipsOf = (element, memo) => {
    if (memo.has(element)) return memo.get(element);
    const clips = [];
    let position = styleOf(element).position;
    let scrolls = false;
    for (let at = element, first = true; at; at = parentOf(at), first = false) {
      const style = styleOf(at);
      if (!first && position === "absolute" && style.position === "static" && style.transform === "none") continue;
      if (!first && position === "fixed") break;
      if (!first) position = style.position;
      if (at === document.documentElement || at === document.body || style.display === "inline" || style.display === "contents") continue;
      const x = style.overflowX, y = style.overflowY;
      if (/auto|scroll/.test(x) || /auto|scroll/.test(y)) scrolls = true;
      // What scrolls within the box may be brought into view; only what clips without it loses.
      const cutsX = /hidden|clip/.test(x) && !scrolls, cutsY = /hidden|clip/.test(y) && !scrolls;
      if (cutsX || cutsY) {
        const box = at.getBoundingClientRect();
        const tiny = box.width <= 2 || box.height <= 2 || /inset\(50%|rect\(/.test(style.clipPath + style.clip);
        clips.push({ at, box, cutsX, cutsY, tiny, ellipsis: style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none" });
      }
    }
    memo.set(element, clips);
    return clips;
  };

  // How much of a text is seen: none of it where it isn't shown at all, or is kept for screen readers only.
  const look = (node, memo) => {
    const element = parentOf(node);
    if (!element || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return { shown: false };
    const rects = rectsOf(node);
    if (!rects.length) return { shown: false };
    const clips = clipsOf(element, memo);
    if (clips.some((one) => one.tiny)) return { shown: false };
    const visible = [];
    let whole = 0, seen = 0, by = null, ellipsis = false;
    for (const rect of rects) {
      let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
      for (const { at, box, cutsX, cutsY, ellipsis: dots } of clips) {
        if (cutsX && (box.left > left + 2 || box.right < right - 2)) { left = Math.max(left, box.left); right = Math.min(right, box.right); by = at; ellipsis ||= dots; }
        // Glyphs are lower than their line: a few pixels less are no loss.
        const slack = Math.max(2, rect.height * 0.2);
        if (cutsY && (box.top > top + slack || box.bottom < bottom - slack)) { top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom); by = at; ellipsis ||= dots; }
      }
      if (right > left && bottom > top) visible.push(new DOMRect(left, top, right - left, bottom - top));
      whole += rect.width * rect.height;
      seen += Math.max(0, right - left) * Math.max(0, bottom - top);
    }
    const outside = rects.every((rect) => rect.right + scrollX <= 0 || rect.bottom + scrollY <= 0);
    return { shown: !outside && seen > 0, cut: 1 - seen / whole, by, ellipsis, rects: visible };
  };

  const blockOf = (element) => { let at = element; while (at && /^(inline|contents)/.test(styleOf(at).display) && parentOf(at)) at = parentOf(at); return at; };

  const measured = (texts) => {
    const memo = new Map();
    const until = performance.now() + DEADLINE;
    return texts.map((node) => (performance.now() < until ? look(node, memo) : { shown: false, late: true }));
  };

  // What of a box its scrolling and clipping ancestors let through; null where nothing is. What is scrolled out of a list
  // lies, by its numbers alone, on what stands above the list.
  const seenOf = (rect, element) => {
    let { top, bottom, left, right } = rect;
    for (let at = element; at && at !== document.body && at !== document.documentElement; at = parentOf(at)) {
      if (styleOf(at).overflowX === "visible" && styleOf(at).overflowY === "visible") continue;
      const port = at.getBoundingClientRect();
      [top, bottom] = [Math.max(top, port.top), Math.min(bottom, port.bottom)];
      [left, right] = [Math.max(left, port.left), Math.min(right, port.right)];
    }
    return bottom > top && right > left ? { top, bottom, left, right, height: bottom - top } : null;
  };

  // Texts of different blocks that lie on one another, by pairs of indexes.
  const overlaps = (texts, looks) => {
    const boxes = [];
    looks.forEach((one, i) => {
      if (!one.shown) return;
      const element = parentOf(texts[i]);
      for (let at = element; at; at = parentOf(at)) if (/^(absolute|fixed|sticky)$/.test(styleOf(at).position)) return;
      for (const rect of one.rects) {
        const seen = seenOf(rect, element);
        if (seen) boxes.push({ i, rect: seen, element });
      }
    });
    boxes.sort((a, b) => a.rect.top - b.rect.top);
    const pairs = new Set();
    for (let a = 0; a < boxes.length && pairs.size < 500; a += 1) {
      for (let b = a + 1; b < boxes.length && boxes[b].rect.top < boxes[a].rect.bottom; b += 1) {
        const one = boxes[a].rect, other = boxes[b].rect;
        const height = Math.min(one.bottom, other.bottom) - other.top;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        // The line boxes of tight text overlap a little with nothing lost; glyphs on glyphs are.
        if (boxes[a].i !== boxes[b].i && width > 6 && height > 0.5 * Math.min(one.height, other.height)
          && blockOf(boxes[a].element) !== blockOf(boxes[b].element)) pairs.add(`${boxes[a].i} ${boxes[b].i}`);
      }
    }
    return pairs;
  };

  const texts = textsNow();
  const first = measured(texts);
  const firstOverlaps = overlaps(texts, first);

  const lost = () => {
    const now = measured(texts);
    const told = new Map();
    const tell = (element, at) => { if (!told.has(element) && told.size < MOST_TOLD) told.set(element, { path: pathOf(element), ...at }); };
    now.forEach((one, i) => {
      const was = first[i];
      if (!was.shown || was.cut > 0.02 || one.late) return;
      if (one.by && one.cut > 0.1 && (one.shown || one.cut >= 1)) {
        const full = parentOf(texts[i]).closest("[title]")?.title ?? "";
        tell(one.by, { how: one.ellipsis ? "ellipsis" : "clipped", share: one.cut, text: clean(texts[i].data).slice(0, 80), elsewhere: clean(full).length >= clean(texts[i].data).length });
      }
    });
    for (const pair of overlaps(texts, now)) {
      if (firstOverlaps.has(pair)) continue;
      const [a, b] = pair.split(" ").map(Number);
      if (first[a].shown && first[b].shown) tell(blockOf(parentOf(texts[a])), { how: "overlapped", share: 1, text: clean(texts[a].data).slice(0, 80), by: clean(texts[b].data).slice(0, 80) });
    }
    return Array.from(told.values());
  };

  // A style attribute with !important wins over the user's style sheet that is put in as the page's own.
  const locked = () => {
    const told = [];
    const wanted = { "line-height": 1.5, "letter-spacing": 0.12, "word-spacing": 0.16 };
    for (const element of document.querySelectorAll("[style*='important' i]")) {
      for (const [property, least] of Object.entries(wanted)) {
        if (element.style.getPropertyPriority(property) !== "important" || /^(inherit|unset|revert|revert-layer)$/.test(element.style.getPropertyValue(property))) continue;
        const own = Array.from(element.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE && clean(node.data));
        const seen = own.find((node) => first[texts.indexOf(node)]?.shown);
        if (!seen || told.length >= MOST_TOLD) continue;
        const lines = new Set(rectsOf(seen).map((rect) => Math.round(rect.top))).size;
        if (property === "line-height" && lines < 2) continue;
        if (property === "word-spacing" && !/\S\s+\S/.test(seen.data)) continue;
        const style = styleOf(element);
        const size = parseFloat(style.fontSize);
        const value = style.getPropertyValue(property);
        const share = value === "normal" ? (property === "line-height" ? 1.2 : 0) : parseFloat(value) / size;
        if (share < least - 0.005) told.push({ path: pathOf(element), property, value: element.style.getPropertyValue(property), wanted: least });
      }
    }
    return told;
  };

  const WIDE_BY_NATURE = "table, [role=table], [role=grid], [role=treegrid], pre, code, svg, canvas, img, video, iframe, object, embed, math, [role=img], [role=application], [role=toolbar], [role=tablist], [contenteditable=true], textarea, marquee, [class*=map i], [id*=map i], [class*=karta i], [id*=karta i]";

  const wide = () => {
    const edge = document.documentElement.clientWidth;
    const page = document.scrollingElement ?? document.documentElement;
    const told = new Map();
    const pageScrolls = page.scrollWidth > edge + 2 && !/hidden|clip/.test(styleOf(document.documentElement).overflowX) && !(document.body && /hidden|clip/.test(styleOf(document.body).overflowX) && styleOf(document.documentElement).overflowX === "visible");
    const memo = new Map();
    texts.forEach((node) => {
      const element = parentOf(node);
      if (!element?.isConnected || told.size >= MOST_TOLD || element.closest(WIDE_BY_NATURE)) return;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
      if (clipsOf(element, memo).some((one) => one.tiny)) return;
      const rects = rectsOf(node);
      const furthest = Math.max(0, ...rects.map((rect) => rect.right + scrollX));
      const leftmost = Math.min(Infinity, ...rects.map((rect) => rect.left + scrollX));
      if (!rects.length || furthest <= edge + 2) return;
      // The box that has to be scrolled: one around the text, or the page.
      let box = null, blocked = false;
      for (let at = element; at && at !== document.documentElement; at = parentOf(at)) {
        const style = styleOf(at);
        if (style.position === "fixed") { blocked = true; break; }
        if (at !== document.body && /hidden|clip/.test(style.overflowX) && at.scrollWidth > at.clientWidth + 2) { blocked = true; break; }
        if (at !== document.body && /auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth + 2) { box = at; break; }
      }
      if (blocked || (!box && !pageScrolls)) return;
      // In a box of its own only lines that are themselves too wide to read are certain: a row of cards may be a carousel.
      const widest = Math.max(...rects.map((rect) => rect.width));
      if (box && widest <= box.clientWidth + 2) return;
      let cause = blockOf(element);
      for (let at = cause; at && at !== document.body && at !== box && at !== document.documentElement; at = parentOf(at)) {
        if (at.getBoundingClientRect().right + scrollX > edge + 2 && !at.matches(WIDE_BY_NATURE)) cause = at;
      }
      if (box) cause = box;
      const by = Math.round(furthest - edge);
      const had = told.get(cause);
      if (!had || had.by < by) told.set(cause, { path: pathOf(cause), by, text: clean(node.data).slice(0, 80), leftmost: Math.round(leftmost) });
    });
    return Array.from(told.values()).sort((a, b) => b.by - a.by);
  };

  // Text set by the width of the window is as small at 400 % as it was: at no zoom is it twice as large.
  const sizes = texts.map((node) => (parentOf(node) ? parseFloat(styleOf(parentOf(node)).fontSize) : 0));
  const atFirst = innerWidth;
  const fixed = () => {
    const times = atFirst / innerWidth;
    const told = new Map();
    texts.forEach((node, i) => {
      const element = parentOf(node);
      if (times < 3 || !first[i].shown || !element?.isConnected || told.size >= MOST_TOLD || !element.checkVisibility({ visibilityProperty: true })) return;
      const grown = (parseFloat(styleOf(element).fontSize) * times) / sizes[i];
      // Browsers go to 500 %: what has grown half as large again at 400 % is twice as large there.
      if (grown < 1.5 && !told.has(blockOf(element))) told.set(blockOf(element), { path: pathOf(blockOf(element)), grown: Math.round(grown * 10) / 10, text: clean(node.data).slice(0, 80) });
    });
    return Array.from(told.values());
  };

  // Whether any style sheet asks how the screen is held.
  const orients = () => {
    const asks = (rules) => Array.from(rules).slice(0, 4000).some((rule) => (rule instanceof CSSMediaRule && /orientation|aspect-ratio/.test(rule.conditionText)) || (rule.cssRules?.length && !(rule instanceof CSSStyleRule) && asks(rule.cssRules)));
    return Array.from(document.styleSheets).some((sheet) => { try { return asks(sheet.cssRules); } catch { return false; } });
  };
  // What is shown now: texts with their length. Held against how it was when the screen was held the other way.
  let lying = [];
  const held = () => { lying = texts.filter((node) => parentOf(node)?.checkVisibility({ visibilityProperty: true })); };
  const gone = () => {
    const long = (some) => some.reduce((all, node) => all + clean(node.data).length, 0);
    const main = document.querySelector("main, [role=main]") ?? document.body;
    const inMain = lying.filter((node) => main.contains(node));
    const lost = inMain.filter((node) => !parentOf(node)?.checkVisibility({ visibilityProperty: true }));
    if (long(lost) < 100 || long(lost) < 0.5 * long(inMain)) return [];
    // The outermost that is not shown.
    let at = parentOf(lost[0]);
    while (parentOf(at) && !parentOf(at).checkVisibility({ visibilityProperty: true })) at = parentOf(at);
    const instead = textsNow().filter((node) => !lying.includes(node) && parentOf(node)?.checkVisibility({ visibilityProperty: true })).map((node) => clean(node.data)).join(" ");
    return [{ path: pathOf(at), share: long(lost) / long(inMain), text: clean(at.textContent).slice(0, 80), instead: instead.slice(0, 120) }];
  };

  const angleOf = (element) => {
    const style = styleOf(element);
    let angle = 0;
    if (style.transform !== "none") { const matrix = new DOMMatrix(style.transform); angle += Math.atan2(matrix.b, matrix.a) * 180 / Math.PI; }
    if (style.rotate && style.rotate !== "none") { const turned = style.rotate.split(" "); if (turned.length === 1) angle += parseFloat(turned[0]); else if (turned[0] === "z") angle += parseFloat(turned[1]); }
    return ((Math.round(angle) % 360) + 360) % 360;
  };
  const candidates = () => Array.from(document.querySelectorAll("html, body, body *")).slice(0, 6000);
  const everyone = candidates();
  const angles = everyone.map(angleOf);
  const turned = () => everyone.flatMap((element, i) => {
    const upright = element.isConnected ? angleOf(element) : angles[i];
    const apart = (((upright - angles[i]) % 360) + 360) % 360;
    const holds = clean(element.innerText ?? "") && element.checkVisibility({ visibilityProperty: true });
    // A small arrow that turns when a menu folds is no orientation.
    const box = element.getBoundingClientRect();
    return (apart === 90 || apart === 270) && holds && box.width * box.height > 2000 ? [{ path: pathOf(element), lying: angles[i], upright }] : [];
  }).slice(0, MOST_TOLD);

  return {
    spacing: () => {
      const held = locked();
      // Made, not written into the page: a page's policy of content may forbid style elements, and says nothing of it.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
      const before = [...document.adoptedStyleSheets]; // A copy: the list itself is live.
      document.adoptedStyleSheets = [...before, sheet];
      const found = lost();
      document.adoptedStyleSheets = before;
      return { lost: found, locked: held };
    },
    // Text alone, twice as large, as Firefox's text zoom does.
    larger: () => {
      const parents = new Set(texts.filter((_, i) => first[i].shown).map(parentOf));
      const sizes = Array.from(parents, (element) => [element, parseFloat(styleOf(element).fontSize), element.getAttribute("style")]);
      for (const [element, size] of sizes) element.style.setProperty("font-size", `${2 * size}px`, "important");
      const found = lost();
      for (const [element, , style] of sizes) { if (style === null) element.removeAttribute("style"); else element.setAttribute("style", style); }
      return found;
    },
    zoomed: lost,
    narrow: () => ({ wide: wide(), turned: turned(), fixed: fixed() }),
    orients, held, gone,
  };
}
