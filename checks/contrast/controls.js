/* Collects the controls of one document that are known by more than text: fields by their boundary, icons by their shape.
 *
 * Gives { elements, controls }. A control tells its element by number, what it is ("field", "box", "slider", "icon", "drawn"), the boxes that
 * may mark it (its own first, then wrappers that hold nothing else; CSS pixels as in collect.js), and what else marks it.
 * Exempt are disabled controls, what the browser draws itself, the one that has focus, and what is behind a modal dialog.
 * `behindNow` is behind.js.
 */
(behindNow) => ({ most, top }) => {
  const [dx, dy] = top ? [window.scrollX, window.scrollY] : [0, 0];
  const elements = [];
  const controls = [];
  const place = (element) => {
    const box = element.getBoundingClientRect();
    return [box.left + dx, box.top + dy, box.width, box.height];
  };
  const behind = behindNow();
  const above = (element) => element.parentElement || element.getRootNode().host || null;
  const up = (element, test) => { for (let at = element; at; at = above(at)) if (test(at)) return true; return false; };
  // What is scrolled halfway out of a box is painted by halves: neither its edge nor its shape is in the picture.
  const cut = (element, box) => up(above(element), (at) => {
    if (at === document.documentElement || at === document.body || getComputedStyle(at).overflow === "visible") return false;
    const port = at.getBoundingClientRect();
    return at.scrollHeight > at.clientHeight + 1 && (box.top < port.top - 1 || box.bottom > port.bottom + 1)
      || at.scrollWidth > at.clientWidth + 1 && (box.left < port.left - 1 || box.right > port.right + 1);
  });
  const usable = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    if (box.width < 8 || box.height < 8 || box.right + dx < 8 || box.bottom + dy < 8) return false;
    if (cut(element, box)) return false;
    if (element.getRootNode().activeElement === element || element.matches(":disabled")) return false;
    if (up(element, (at) => at.inert || at.getAttribute("aria-disabled") === "true" || Number(getComputedStyle(at).opacity) < 0.05)) return false;
    return !behind(element);
  };

  // A field that the page has not styled is the browser's to draw, and exempt.
  const own = (style) => style.borderTopStyle === "inset" && style.borderTopWidth === "2px" && style.boxShadow === "none";

  const FIELDS = "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], input[type=url], input[type=number],"
    + " input[type=password], input[type=date], input[type=time], input[type=month], input[type=week], input[type=datetime-local], textarea, select,"
    + " [role=textbox], [role=searchbox], [role=combobox]:not(button):not(input)";
  const BOXES = "input[type=checkbox], input[type=radio]";
  const PRESSED = "button, a[href], summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=switch], [role=option]";

  const wrappers = (element) => {
    const found = [];
    const box = element.getBoundingClientRect();
    for (let at = above(element), steps = 0; at && steps < 3; at = above(at), steps += 1) {
      const outer = at.getBoundingClientRect();
      if (outer.height > box.height + 40 || at.querySelectorAll(FIELDS).length > 1 || /^(BODY|FORM|TD|TH|LI|FIELDSET)$/.test(at.tagName)) break;
      found.push(place(at));
    }
    return found;
  };
  const beside = (element) => {
    const box = element.getBoundingClientRect();
    const at = above(element);
    return [...(at ? at.querySelectorAll("svg, img, button, [class*=icon]") : [])].some((one) => {
      const other = one.getBoundingClientRect();
      return other.width > 4 && other.left < box.right + 8 && other.right > box.left - 8 && other.top < box.bottom && other.bottom > box.top;
    });
  };

  // The words that an editor shows until something is written lie over it, in an element of their own, or are the style sheet's.
  const prompted = (element) => {
    if (!element.isContentEditable) return false;
    const styled = (one) => ["::before", "::after"].some((which) => /^"[^"]*\p{L}{2}/u.test(getComputedStyle(one, which).content));
    if ([element, ...element.querySelectorAll("*")].slice(0, 60).some(styled)) return true;
    const box = element.getBoundingClientRect();
    let around = element;
    for (let steps = 0; steps < 3 && above(around) && above(around).getBoundingClientRect().height <= box.height + 40; steps += 1) around = above(around);
    return [...around.querySelectorAll("*")].some((one) => {
      if (element.contains(one) || ![...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) return false;
      const other = one.getBoundingClientRect();
      return one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && other.width > 4
        && other.left >= box.left - 1 && other.right <= box.right + 1 && other.top >= box.top - 1 && other.bottom <= box.bottom + 1;
    });
  };

  const field = (element) => {
    const style = getComputedStyle(element);
    if (own(style)) return;
    const shown = element.tagName === "SELECT" ? "select" : (!element.value && element.placeholder) || prompted(element) ? "placeholder"
      : element.defaultValue && element.value === element.defaultValue ? "value" : element.isContentEditable && element.textContent.trim() ? "value" : "";
    controls.push({ element: elements.push(element) - 1, sort: "field", boxes: [place(element), ...wrappers(element)], shown: shown || (beside(element) ? "icon" : ""), raster: false });
  };

  const box = (element) => {
    const style = getComputedStyle(element);
    if (style.appearance !== "none" || element.checked) return;
    const image = style.backgroundImage !== "none";
    controls.push({ element: elements.push(element) - 1, sort: "box", boxes: [place(element)], shown: image ? "icon" : "", raster: false });
  };

  const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu;
  const seenText = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.replace(PRIVATE, "").trim()) continue;
      const parent = node.parentElement;
      const outer = parent.getBoundingClientRect();
      if (outer.width <= 2 || outer.height <= 2 || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      range.selectNodeContents(node);
      const inner = range.getBoundingClientRect();
      if (inner.width > 2 && inner.height > 2 && inner.right + dx > 0) return true;
    }
    return false;
  };
  const drawn = (element) => [element, ...element.querySelectorAll("*")].slice(0, 6).some((one) => [null, "::before", "::after"].some((which) => {
    const style = getComputedStyle(one, which);
    return style.backgroundImage !== "none" || (style.maskImage || "none") !== "none" || (which && style.content !== "none" && style.content !== "normal");
  }));
  // Within the border, which is no drawing.
  const inside = (element) => {
    const [left, upper] = place(element);
    return [left + element.clientLeft + 1, upper + element.clientTop + 1, element.clientWidth - 2, element.clientHeight - 2];
  };
  const icon = (element) => {
    const shapes = [...element.querySelectorAll("svg, img")].filter((one) => {
      const size = one.getBoundingClientRect();
      return size.width >= 6 && size.height >= 6 && size.width <= 64 && size.height <= 64 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    });
    if (seenText(element)) return;
    if (!shapes.length && drawn(element)) {
      controls.push({ element: elements.push(element) - 1, sort: "drawn", boxes: [inside(element)], shown: "", raster: false });
    }
    if (shapes.length !== 1) return;
    const [shape] = shapes;
    const raster = shape.localName === "img" && !/\.svg([?#]|$)|^data:image\/svg/.test(shape.currentSrc || shape.src);
    controls.push({ element: elements.push(element) - 1, sort: "icon", boxes: [place(shape)], shown: "", raster });
  };

  const look = (scope) => {
    for (const element of scope.querySelectorAll("*")) {
      if (controls.length >= most) return;
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.matches(FIELDS)) { if (usable(element)) field(element); }
      else if (element.matches(BOXES)) { if (usable(element)) box(element); }
      else if (element.matches("[role=slider]")) { if (usable(element)) controls.push({ element: elements.push(element) - 1, sort: "slider", boxes: [place(element)], shown: "", raster: false }); }
      else if (element.matches(PRESSED) && usable(element)) icon(element);
    }
  };
  look(document);
  return { elements, controls };
}
