/* What the walk reads in one document: where focus is, what has had focus since the last look, and where that is seen.
 * Everything here costs the same on a small page and on a large one, but for `begin` and `end`.
 * `pathOf` is path.js, `topmost` topmost.js.
 */
(pathOf, topmost) => {
  const SAMPLES = [0.1, 0.5, 0.9];
  const MOST_OTHERS = 10;
  const AROUND = 6; // CSS pixels, as in shots.py
  const MOVES = "marquee, progress:indeterminate, video";
  const numbers = new WeakMap();
  const elements = [];
  let received = [];
  let before = null;
  let restlessOnes = new Set();
  let asking = false;
  let passed = false; // Whether the page has been scrolled on the way.
  // A page that scrolls slowly is asked where focus came to rest: it is looked at as soon as a key is pressed.
  const atOnce = new CSSStyleSheet();
  atOnce.replaceSync("* { scroll-behavior: auto !important }");

  const number = (element) => {
    if (!numbers.has(element)) numbers.set(element, elements.push(new WeakRef(element)) - 1);
    return numbers.get(element);
  };
  const element = (at) => elements[at]?.deref() ?? null;
  const isFrame = (one) => /^(iframe|frame|object|embed)$/.test(one.localName);
  const isPage = (one) => !one || one === document.body || one === document.documentElement;
  const deepest = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const parentOf = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const within = (inner, outer) => {
    for (let at = inner; at; at = at.parentElement ?? at.getRootNode().host ?? null) if (at === outer) return true;
    return false;
  };

  const stays = (one) => {
    for (let at = one; at; at = parentOf(at)) if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
    return false;
  };

  // Of nine points of the element, those that lie in the window and those of them that something else covers.
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    let inside = 0;
    let covered = 0;
    let by = null;
    for (const across of SAMPLES) {
      for (const down of SAMPLES) {
        const [x, y] = [box.left + box.width * across, box.top + box.height * down];
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
        inside += 1;
        const top = topmost(x, y);
        if (!top || within(top, one) || within(one, top)) continue;
        covered += 1;
        by = top;
      }
    }
    return { inside, covered, by: by && pathOf(by), fixed: Boolean(by && stays(by)) };
  };

  const inDialog = (one) => {
    for (let at = one; at; at = parentOf(at)) if (at.matches("dialog, [role='dialog'], [role='alertdialog'], [aria-modal='true']")) return true;
    return false;
  };

  const writes = (one) => one.isContentEditable || (!one.readOnly && (one.localName === "textarea"
    || (one.localName === "input" && /^(text|search|email|url|tel|password|number)$/.test(one.type))));

  const look = (one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return {
      id: number(one), path: pathOf(one), tag: one.localName, type: one.type ?? "", frame: isFrame(one),
      box: [box.x, box.y, box.width, box.height], scroll: [scrollX, scrollY], ...seen(one),
      drawn: one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && box.height > 1 && style.clipPath !== "inset(50%)" && style.clip !== "rect(0px, 0px, 0px, 0px)",
      dialog: inDialog(one), restless: besideRestless(box), border: [one.clientLeft, one.clientTop],
      writes: writes(one) && style.caretColor !== "rgba(0, 0, 0, 0)" && style.caretColor !== "transparent",
      looks: [one.localName, one.type ?? "", one.getAttribute("role") ?? "", ...one.classList].join("."),
    };
  };

  // What moves by itself, on and on: a picture of it is another a moment later, whatever has focus.
  const moving = () => {
    const playing = document.getAnimations().filter((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime === Infinity);
    const all = (root) => Array.from(root.querySelectorAll("*")).flatMap((one) => one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]);
    return new Set([...playing.map((one) => one.effect.target), ...all(document).filter((one) => one.matches(MOVES))]);
  };
  const besideRestless = (box) => Array.from(restlessOnes).some((one) => {
    const there = one.getBoundingClientRect();
    return there.left < box.right + AROUND && there.right > box.left - AROUND && there.top < box.bottom + AROUND && there.bottom > box.top - AROUND;
  });

  // On its way down: a handler at the target may take focus away, and then nothing comes back up.
  const note = (event) => {
    const target = event.composedPath()[0];
    if (target instanceof Element) received.push(number(target));
  };

  // Whether anything answers Shift+Tab where focus is: an event that nobody made moves nothing by itself.
  const asked = (one) => {
    if (isPage(one) || isFrame(one)) return false;
    const given = { key: "Tab", code: "Tab", keyCode: 9, which: 9, shiftKey: true, bubbles: true, cancelable: true, composed: true, view: window };
    const alone = ["keydown", "keyup"].map((kind) => one.dispatchEvent(new KeyboardEvent(kind, given)));
    return alone.includes(false) || deepest() !== one;
  };

  const scrolled = () => Array.from(document.querySelectorAll("*")).filter((one) => one.scrollTop || one.scrollLeft)
    .map((one) => [one, one.scrollLeft, one.scrollTop]);

  return {
    /* Remember what the walk will disturb, and put focus at the beginning of the document where that can be done. With
     * `askedBack` every look tells whether the page answers Shift+Tab there. */
    begin(askedBack) {
      asking = askedBack;
      const focused = deepest();
      const range = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
      before = { focused, held: document.hasFocus(), range, scroll: [scrollX, scrollY], scrolled: scrolled() };
      restlessOnes = moving();
      addEventListener("focus", note, true);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, atOnce];
    },
    /* Focus to the document itself, from where Tab leads to its first stop; false where a modal dialog keeps it out. */
    home() {
      const root = document.documentElement;
      const had = root.getAttribute("tabindex");
      root.setAttribute("tabindex", "-1");
      root.focus({ preventScroll: true });
      const there = document.activeElement === root;
      if (had === null) root.removeAttribute("tabindex");
      else root.setAttribute("tabindex", had);
      received = [];
      return there;
    },
    look() {
      const answered = asking && asked(deepest());
      const [focused, had] = [deepest(), received];
      received = [];
      passed ||= Boolean(before) && (scrollX !== before.scroll[0] || scrollY !== before.scroll[1]);
      const others = had.map(element).filter((one) => one?.isConnected && one !== focused).slice(0, MOST_OTHERS);
      return { received: others.map(pathOf), moved: had.length > 0, answered, focus: isPage(focused) ? null : look(focused) };
    },
    told(at) {
      const one = element(at);
      return one?.isConnected ? look(one) : null;
    },
    focus(at) {
      return this.focused(element(at));
    },
    focused(one) {
      one?.focus({ focusVisible: true, preventScroll: true });
      return Boolean(one) && deepest() === one;
    },
    blur() {
      deepest()?.blur();
    },
    element,
    /* Boxes in this document's window of what moves by itself. */
    restless: () => Array.from(restlessOnes, (one) => one.getBoundingClientRect()).map((box) => [box.x, box.y, box.width, box.height]),
    calm() {
      const inner = (some) => some.filter(([one]) => one !== document.scrollingElement);
      const [now, then] = [inner(scrolled()), inner(before.scrolled)];
      if (now.length !== then.length || now.some((one, at) => one.some((part, n) => part !== then[at][n]))) return false;
      if (scrollX === before.scroll[0] && scrollY === before.scroll[1] && !passed) return true;
      return !Array.from(document.querySelectorAll("*")).some((one) => /^(fixed|sticky)$/.test(getComputedStyle(one).position) && one.checkVisibility());
    },
    end() {
      removeEventListener("focus", note, true);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== atOnce);
      if (!before) return;
      const { focused, held, range, scroll, scrolled: inner } = before;
      if (isPage(focused)) deepest()?.blur();
      else if (held && focused?.isConnected && focused !== deepest()) focused.focus({ preventScroll: true });
      // Types of field that have no selection throw.
      try { if (range && range[0] !== null) focused.setSelectionRange(...range); } catch { /* nothing to put back */ }
      for (const [one, left, top] of inner) one.scrollTo({ left, top, behavior: "instant" });
      for (const one of scrolled()) if (!inner.some(([kept]) => kept === one[0])) one[0].scrollTo({ left: 0, top: 0, behavior: "instant" });
      scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" });
    },
  };
}
