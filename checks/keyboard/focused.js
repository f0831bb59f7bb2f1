/* What decides how stops look with keyboard focus, in one document: each is given focus in turn and its surroundings read.
 *
 * `paths` lead to the stops. For each: null where nobody can say (it is gone, takes no focus by script, does not match
 * :focus-visible then, is scrolled out of a box, or stays in place on a scrolled page), else `parts`, numbers of lines in
 * `lines`, `alike`, the same but for what is written in it and how wide that makes it (null where nothing near it has another
 * style without focus), and its `box` in the page. `around` is what all of them share: style rules, theme, window; `beyond` what of
 * it no computed style tells. What fades in is ended first, so that its last value is read. Near elements are read as far as a
 * style rule about focus may sensibly reach, and no farther: the cost of a stop does not grow with the page. `find` is find.js.
 */
(find) => ({ paths }) => {
  const STYLES = ["display", "visibility", "opacity", "position", "z-index", "overflow-x", "overflow-y", "clip", "clip-path", "mask-image", "filter",
    "backdrop-filter", "mix-blend-mode", "transform", "translate", "scale", "rotate", "color", "background-color", "background-image",
    "background-size", "background-position", "background-clip", "border-top-style", "border-top-color", "border-right-style", "border-right-color",
    "border-bottom-style", "border-bottom-color", "border-left-style", "border-left-color", "border-top-width", "border-right-width",
    "border-bottom-width", "border-left-width", "border-top-left-radius", "border-image-source", "box-shadow", "outline-style", "outline-color",
    "outline-width", "outline-offset", "text-decoration-line", "text-decoration-color", "text-decoration-style", "text-decoration-thickness",
    "text-shadow", "text-underline-offset", "font-weight", "font-style", "font-size", "letter-spacing", "fill", "stroke", "stroke-width",
    "accent-color", "appearance", "color-scheme", "forced-color-adjust", "content", "animation-name", "-webkit-text-fill-color"];
  const NEAR = 3; // Siblings on either side,
  const UP = 2; // of the stop and of so many of what it lies in.
  const DEEP = 24;
  const RING = 16; // CSS pixels around a stop in which what lies there matters.
  const GENERATED = /\b(id|for|name|aria-(?:controls|labelledby|describedby|owns|activedescendant))="[^"]*"/g;
  const numbers = new Map();
  const lines = [];
  const line = (text) => { if (!numbers.has(text)) numbers.set(text, lines.push(text) - 1); return numbers.get(text); };
  const parentOf = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const deepest = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
  const short = (number) => Math.round(number * 64) / 64;

  const look = (one, pseudo) => {
    const style = getComputedStyle(one, pseudo);
    if (pseudo && (style.content === "none" || style.content === "normal")) return "";
    return STYLES.map((name) => style.getPropertyValue(name)).join(";");
  };
  const looks = (one) => [look(one), look(one, "::before"), look(one, "::after")].join("|");
  // How it is painted, and where, as far as it reaches into what lies around the stop: told from the stop's nearest edge.
  const whole = (one, from) => {
    const box = one.getBoundingClientRect();
    const within = (at, size) => {
      const clamped = short(Math.max(-RING, Math.min(at, size + RING)));
      return clamped > size / 2 ? `${short(clamped - size)} after` : clamped;
    };
    const place = [within(box.left - from.left, from.width), within(box.top - from.top, from.height),
      within(box.right - from.left, from.width), within(box.bottom - from.top, from.height)];
    return line([one.localName, place.join(), looks(one)].join("|"));
  };
  const upFrom = (one) => { const found = []; for (let at = one; at && found.length <= UP; at = parentOf(at)) found.push(at); return found; };
  const ended = () => { for (const moving of document.getAnimations()) if (moving instanceof CSSTransition) moving.finish(); };
  const beside = (one) => {
    const found = [];
    for (let at = one.nextElementSibling, n = 0; at && n < NEAR; at = at.nextElementSibling, n += 1) found.push(at);
    for (let at = one.previousElementSibling, n = 0; at && n < NEAR; at = at.previousElementSibling, n += 1) found.push(at);
    return found;
  };

  const told = (one) => {
    if (!one) return null;
    deepest()?.blur();
    ended();
    const without = upFrom(one).map(looks);
    one.focus({ focusVisible: true, preventScroll: true });
    if (deepest() !== one || !one.matches(":focus-visible")) return null;
    ended();
    const box = one.getBoundingClientRect();
    const out = [];
    for (let at = parentOf(one); at; at = parentOf(at)) {
      const style = getComputedStyle(at);
      if (/fixed|sticky/.test(style.position) && (scrollX || scrollY)) return null;
      if (at === document.body || at === document.documentElement || (style.overflowX === "visible" && style.overflowY === "visible")) continue;
      const clip = at.getBoundingClientRect();
      if (box.left < clip.left || box.top < clip.top || box.right > clip.right || box.bottom > clip.bottom) return null;
    }
    out.push(whole(one, box));
    for (const at of Array.from(one.querySelectorAll("*")).slice(0, DEEP)) out.push(whole(at, box));
    let up = 0;
    for (let at = one; at; at = parentOf(at), up += 1) {
      if (at !== one) out.push(whole(at, box));
      if (up <= UP) for (const near of beside(at)) out.push(whole(near, box));
    }
    // What shows because of a style shows on all that have it; what a script shows elsewhere may be this one's own.
    const styled = upFrom(one).map(looks).some((now, at) => now !== without[at]);
    const written = [line(one.outerHTML.replace(GENERATED, "$1")), line(`${short(box.width)} ${short(box.height)}`)];
    return { parts: [...written, ...out], alike: styled ? [line(`${one.type ?? ""} ${Boolean(one.textContent.trim())}`), ...without.map(line), ...out] : null, box: [box.x + scrollX, box.y + scrollY, box.width, box.height] };
  };

  const sheets = (root) => [...root.styleSheets, ...root.adoptedStyleSheets];
  const rules = (sheet, which = () => true) => {
    const shown = `${sheet.disabled} ${sheet.media.mediaText}`;
    try { return `${shown}\n${Array.from(sheet.cssRules).filter(which).map((rule) => rule.cssText).join("\n")}`; } catch { return `${shown} ${sheet.href}`; }
  };
  // Those of animations, also within other rules.
  const moving = (rule) => rule instanceof CSSKeyframesRule || Array.from(rule.cssRules ?? []).some(moving);
  const roots = [document];
  for (const root of roots) for (const one of root.querySelectorAll("*")) if (one.shadowRoot) roots.push(one.shadowRoot);
  const media = ["(prefers-reduced-motion: reduce)", "(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];
  const shared = [...media.map((query) => String(matchMedia(query).matches)), [innerWidth, innerHeight, devicePixelRatio].join()];
  const around = [...roots.flatMap(sheets).map((sheet) => rules(sheet)), ...shared];
  const beyond = [...new Set(roots.flatMap(sheets).map((sheet) => rules(sheet, moving)))].concat(shared);
  return { around, beyond, stops: paths.map((path) => told(find(path))), lines };
}
