/* Collects every text run of one document and of its open shadow roots: where it is painted, and with what.
 *
 * Gives a handle to { elements, runs, cut }. A run tells its element by number, its rectangles (one a line, CSS pixels
 * from the document's own top left corner when `top`, else from its viewport's) already cut by whatever clips it, and
 * what decides the verdict. `plain` is the background as the ancestors' background colours give it, or null where
 * something else may lie behind. `cut` tells that the page holds more than was looked at. Nothing is changed.
 * `behindNow` is behind.js.
 */
(behindNow) => ({ most, patience, top }) => {
  const began = performance.now();
  const [dx, dy] = top ? [window.scrollX, window.scrollY] : [0, 0];
  const elements = [];
  const numbers = new Map();
  const runs = [];
  let cut = false;

  const numberOf = (element) => {
    if (!numbers.has(element)) numbers.set(element, elements.push(element) - 1);
    return numbers.get(element);
  };

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  // rgb() is read as it stands; what else there is (oklch, color(display-p3 …)) is painted and read back.
  const colour = (text) => {
    let told = known.get(text);
    if (told) return told;
    const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
    if (plain) {
      told = [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]];
    } else {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = "#000";
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      told = [r, g, b, a / 255];
    }
    known.set(text, told);
    return told;
  };
  const over = (front, back) => {
    const a = front[3];
    return [0, 1, 2].map((at) => front[at] * a + back[at] * (1 - a)).concat(1);
  };

  const parentOf = (element) => element.assignedSlot || element.parentElement || element.getRootNode().host || null;

  // What an element has from its ancestors, worked out once for each.
  const facts = new Map();
  // Above the page's top, or before its beginning, nobody can scroll: what waits there for focus is seen by none.
  const before = getComputedStyle(document.documentElement).direction === "rtl" ? -Infinity : -dx;
  const all = top ? { left: before, top: -dy, right: Infinity, bottom: Infinity }
    : { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  const within = (box, other) => ({
    left: Math.max(box.left, other.left), top: Math.max(box.top, other.top),
    right: Math.min(box.right, other.right), bottom: Math.min(box.bottom, other.bottom),
  });
  const root = document.documentElement;
  const ground = (() => {
    const own = [root, document.body].filter(Boolean).map((one) => getComputedStyle(one))
      .find((style) => colour(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none");
    const dark = getComputedStyle(root).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches;
    const base = dark ? null : [255, 255, 255, 1];
    if (!own) return top ? base : null;
    return own.backgroundImage !== "none" || !base ? null : over(colour(own.backgroundColor), base);
  })();
  const of = (element) => {
    if (!element) return { opacity: 1, clip: all, inner: all, plain: ground, hard: "", scrolled: !top };
    const had = facts.get(element);
    if (had) return had;
    const style = getComputedStyle(element);
    const above = of(parentOf(element));
    const box = element.getBoundingClientRect();
    const loose = style.position === "absolute" || style.position === "fixed";
    // What is positioned is cut by its containing block's ancestors only.
    let holder = above;
    if (loose) {
      let at = parentOf(element);
      while (at) {
        const that = getComputedStyle(at);
        const holds = that.transform !== "none" || that.filter !== "none"
          || (style.position === "absolute" && that.position !== "static") || /paint|strict|content|layout/.test(that.contain);
        if (holds) break;
        at = parentOf(at);
      }
      holder = at ? of(at) : { inner: all, scrolled: !top };
    }
    const clip = holder.inner;
    const shuts = !/^(inline|contents)$/.test(style.display) && element !== root && element !== document.body && (style.overflowX !== "visible" || style.overflowY !== "visible");
    const left = box.left + element.clientLeft;
    const upper = box.top + element.clientTop;
    const inner = shuts ? within(clip, { left, top: upper, right: left + element.clientWidth, bottom: upper + element.clientHeight }) : clip;
    // What is cut down to nothing by its own box is hidden on purpose, for screen readers only.
    const tiny = holder.tiny || (shuts && (element.clientWidth <= 2 || element.clientHeight <= 2));
    const scrolls = shuts && /auto|scroll/.test(style.overflowX + style.overflowY);
    const opacity = Number(style.opacity);
    const back = colour(style.backgroundColor);
    const isRoot = element === root || element === document.body;
    const special = style.backgroundImage !== "none" || loose || style.position === "sticky" || style.float !== "none"
      || style.filter !== "none" || style.mixBlendMode !== "normal" || style.backdropFilter !== "none" || style.transform !== "none";
    const plain = isRoot ? (style.backgroundImage === "none" ? above.plain : null)
      : special && !(back[3] === 1 && style.backgroundImage === "none" && style.filter === "none" && style.mixBlendMode === "normal") ? null
      : back[3] === 1 ? back : above.plain && over(back, above.plain);
    const hard = above.hard || (style.mixBlendMode !== "normal" && "blend") || (style.filter !== "none" && "filter")
      || (opacity < 1 && (back[3] > 0 || style.backgroundImage !== "none") && "group") || "";
    const told = {
      opacity: above.opacity * opacity, clip, inner, plain, hard, scrolled: holder.scrolled || scrolls, style, tiny,
    };
    facts.set(element, told);
    return told;
  };

  // While a modal dialog is open, what lies behind it is inactive, and is dimmed because it is.
  const behind = behindNow();

  const labelled = new Set();
  for (const off of document.querySelectorAll("[aria-disabled='true'][aria-labelledby], :disabled[aria-labelledby]")) {
    for (const id of off.getAttribute("aria-labelledby").split(/\s+/)) labelled.add(document.getElementById(id));
  }
  const idle = (element) => {
    for (let at = element; at; at = parentOf(at)) {
      if (at.matches(":disabled, [aria-disabled='true']") || labelled.has(at) || at.inert) return true;
      if (at.tagName === "LABEL" && at.control && at.control.matches(":disabled, [aria-disabled='true']")) return true;
      if (at.tagName === "LABEL" && at.control && at.control.closest("[aria-disabled='true']")) return true;
    }
    return false;
  };
  const logo = (element) => {
    for (let at = element, steps = 0; at && steps < 4; at = parentOf(at), steps += 1) {
      if (/(^|[\s_-])(logo|logotyp|logotype|brand|wordmark)($|[\s_-])/i.test(`${at.getAttribute("class") || ""} ${at.id}`)) return true;
    }
    return false;
  };

  const videos = [...document.querySelectorAll("video")].filter((one) => !one.paused).map((one) => one.getBoundingClientRect());
  const moving = (boxes) => videos.some((video) => boxes.some((box) => box.left < video.right && box.right > video.left
    && box.top < video.bottom && box.bottom > video.top));

  // What is on its way to another look has none that can be judged yet.
  const LOOK = ["color", "opacity", "backgroundColor", "backgroundImage", "filter", "fill", "webkitTextFillColor", "visibility"];
  const changing = new Set(document.getAnimations().filter((one) => one.playState === "running" && one.effect?.target
    && one.effect.getKeyframes().some((frame) => LOOK.some((name) => name in frame))).map((one) => one.effect.target));
  const animated = (element) => {
    if (!changing.size) return false;
    for (let at = element; at; at = parentOf(at)) if (changing.has(at)) return true;
    return false;
  };

  const add = (element, boxes, style, kind, told, extra = {}) => {
    if (told.tiny) return;
    const clip = kind === "text" || kind === "pseudo" ? told.inner : told.clip;
    const rects = [];
    const unseen = [];
    for (const box of boxes) {
      if (box.width < 1 || box.height < 1) continue;
      const seen = within(clip, box);
      const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
      const rect = [seen.left + dx, seen.top + dy, width, height];
      if (width >= 2 && height >= 2 && (width * height > 16)) rects.push(rect);
      else if (told.scrolled) unseen.push(1);
    }
    if (!rects.length && !unseen.length) return;
    const fill = kind === "svg" ? style.fill : kind === "placeholder" ? style.color
      : style.webkitTextFillColor === undefined ? style.color : style.webkitTextFillColor;
    if (kind === "svg" && !/^(rgb|color|okl|lab|lch)/.test(fill)) extra.hard = "paint";
    const clipped = kind !== "svg" && /text/.test(style.webkitBackgroundClip || style.backgroundClip || "");
    runs.push({
      element: numberOf(element), kind, rects, colour: colour(/^url|none/.test(fill) ? "rgb(0, 0, 0)" : fill),
      opacity: told.opacity * (kind === "placeholder" ? Number(style.opacity) : 1) * (kind === "svg" ? Number(style.fillOpacity) : 1),
      size: parseFloat(style.fontSize), weight: Number(style.fontWeight) || 400,
      plain: told.plain && told.plain.slice(0, 3), scrolled: !rects.length,
      hard: told.hard || (clipped && "clip") || (parseFloat(style.webkitTextStrokeWidth) > 0 && "stroke") || extra.hard || "",
      shadow: style.textShadow !== "none", logo: logo(element), moving: (moving(boxes) && "moving") || (animated(element) && "animated") || "", ...extra.more,
    });
  };

  const SPOKEN = /[\p{L}\p{N}]/u;
  const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu;
  const isText = (text, element) => {
    const said = text.replace(PRIVATE, "").trim();
    if (!SPOKEN.test(said)) return false;
    // One letter that bears another name is a symbol: X for "Close".
    const named = [...said].length === 1 && element.closest("[aria-label], [aria-labelledby], [title]");
    return !(named && named.textContent.trim() === said);
  };
  const skipped = (element) => idle(element) || behind(element)
    || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  const range = document.createRange();
  const ownText = new Map();
  const look = (scope) => {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const shadows = scope.shadowRoot ? [scope.shadowRoot] : [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (runs.length >= most || performance.now() - began > patience) { cut = true; return; }
      if (node.nodeType === Node.TEXT_NODE) {
        const element = node.parentElement || node.getRootNode().host;
        if (!element || !node.data.trim() || !isText(node.data, element)) continue;
        if (/^(SCRIPT|STYLE|NOSCRIPT|TITLE|OPTION|OPTGROUP|TEXTAREA|TEMPLATE)$/.test(element.tagName)) continue;
        let skip = ownText.get(element);
        if (skip === undefined) ownText.set(element, skip = skipped(element));
        if (skip) continue;
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()];
        if (!boxes.length) continue;
        const told = of(element);
        const svg = element.ownerSVGElement && !/^(foreignObject)$/.test(element.tagName);
        add(element, boxes, told.style, svg ? "svg" : "text", told, { more: { hidden: Boolean(element.closest("[aria-hidden='true']")) } });
        continue;
      }
      if (node.shadowRoot) shadows.push(node.shadowRoot);
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)) control(node);
      else pseudo(node);
    }
    shadows.forEach(look);
  };

  const control = (node) => {
    const type = node.tagName === "INPUT" ? node.type : node.tagName.toLowerCase();
    if (/^(hidden|checkbox|radio|range|color|file|image|password)$/.test(type) || skipped(node)) return;
    const holder = !node.value && node.placeholder ? "placeholder" : "value";
    const words = holder === "placeholder" ? node.placeholder : type === "select" ? node.selectedOptions[0]?.text ?? "" : node.value;
    if (!SPOKEN.test(words) && !/^(date|time|month|week|datetime-local)$/.test(type)) return;
    const told = of(node);
    const box = node.getBoundingClientRect();
    const inset = (side) => parseFloat(told.style[`padding${side}`]) + parseFloat(told.style[`border${side}Width`]);
    const [left, upper] = [box.left + inset("Left"), box.top + inset("Top")];
    const content = new DOMRect(left, upper, box.right - inset("Right") - left, box.bottom - inset("Bottom") - upper);
    add(node, [content], holder === "placeholder" ? getComputedStyle(node, "::placeholder") : told.style, holder, told);
  };

  const pseudo = (node) => {
    for (const which of ["::before", "::after"]) {
      const style = getComputedStyle(node, which);
      if (!style.content || !/^"/.test(style.content) || !isText(style.content.slice(1, -1), node)) continue;
      if (style.display === "none" || skipped(node) || node.textContent.trim()) continue;
      add(node, [node.getBoundingClientRect()], style, "pseudo", of(node));
    }
  };

  look(document.documentElement);
  return { elements, runs, cut };
}
