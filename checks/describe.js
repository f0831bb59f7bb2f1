/* Describes elements, given by selectors, so that they can be told of after the page is gone.
 *
 * Each of the asked `paths` is a list of hops through shadow roots, outermost first, each a CSS selector.
 * Gives one object for each (see checks/model.py, Element), or null where nothing is there any longer.
 * `paths` is paths.js.
 * `offset` is the place of this document's viewport in the top page, in CSS pixels; the top page's
 * own (`top`) is wherever it is scrolled to.
 */
(paths) => ({ paths: asked, offset, top }) => {
  const { pathOf, placeOf } = paths();
  const HTML_LIMIT = 600;
  const NAME_LIMIT = 120;

  const depth = (element) => { let steps = 0; for (let at = element; at; at = at.parentElement) steps += 1; return steps; };

  // A shadow root can't be named in a selector, so "from the root" is taken to be the shallowest match.
  const find = (root, hop) => (root === document ? root.querySelector(hop)
    : Array.from(root.querySelectorAll(hop)).sort((one, other) => depth(one) - depth(other))[0] ?? null);

  const resolve = (hops) => {
    let root = document;
    let element = null;
    for (const hop of hops) {
      element = root && find(root, hop);
      root = element && element.shadowRoot;
    }
    return element;
  };

  const clean = (text) => (text || "").replace(/\s+/g, " ").trim();

  const ROLES = {
    A: (e) => (e.hasAttribute("href") ? "link" : "generic"), BUTTON: "button", IMG: "img", TABLE: "table",
    SELECT: (e) => (e.multiple || e.size > 1 ? "listbox" : "combobox"), TEXTAREA: "textbox", NAV: "navigation",
    MAIN: "main", HEADER: "banner", FOOTER: "contentinfo", ASIDE: "complementary", FORM: "form", UL: "list", OL: "list",
    LI: "listitem", H1: "heading", H2: "heading", H3: "heading", H4: "heading", H5: "heading", H6: "heading",
    DIALOG: "dialog", IFRAME: "iframe", TH: "columnheader", TD: "cell", TR: "row", FIELDSET: "group", SUMMARY: "button",
    INPUT: (e) => ({ checkbox: "checkbox", radio: "radio", button: "button", submit: "button", reset: "button", image: "button",
      range: "slider", number: "spinbutton", search: "searchbox", hidden: "" }[e.type] ?? "textbox"),
  };
  const roleOf = (element) => {
    const given = (element.getAttribute("role") || "").split(" ")[0];
    const native = ROLES[element.tagName];
    return given || (typeof native === "function" ? native(element) : native) || "";
  };

  // What people would call the element; the checks themselves never judge by it.
  const nameOf = (element) => {
    const root = element.getRootNode();
    const byId = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)
      .map((id) => root.getElementById && root.getElementById(id)).filter(Boolean).map((e) => e.textContent).join(" ");
    const labels = element.labels ? Array.from(element.labels, (label) => label.textContent).join(" ") : "";
    const heading = element.tagName === "FIELDSET" && element.querySelector("legend");
    const own = /^(BUTTON|A|SUMMARY|LABEL|LEGEND|H[1-6]|TH|TD|LI|P|SPAN|OPTION)$/.test(element.tagName) ? element.textContent : "";
    const candidates = [byId, element.getAttribute("aria-label"), labels, element.getAttribute("alt"), heading && heading.textContent,
      own, element.getAttribute("title"), element.getAttribute("placeholder")];
    return candidates.map(clean).find(Boolean)?.slice(0, NAME_LIMIT) || "";
  };

  const parentOf = (element) => element.parentElement || (element.getRootNode().host ?? null);

  // Bits of identity that a new build, another row or another visit does not change.
  const sign = (element) => {
    const bits = [element.tagName.toLowerCase()];
    const add = (mark, value) => value && bits.push(mark + clean(value).slice(0, 60));
    add("#", element.getAttribute("id"));
    for (const name of Array.from(element.classList).sort()) add(".", name);
    for (const name of ["role", "type", "name", "data-testid", "for", "autocomplete"]) add(`@${name}=`, element.getAttribute(name));
    const target = element.getAttribute("href") || element.getAttribute("src") || element.getAttribute("action");
    add("@to=", target && target.split(/[?#]/)[0].split("/").pop());
    return bits.join("\u001f");
  };
  const signatureOf = (element) => {
    const signature = [];
    for (let at = element; at && at !== document.documentElement.parentNode; at = parentOf(at)) signature.push(sign(at));
    return signature;
  };

  // Of elements in a list many ask the same.
  const answered = new Map();
  const once = (where, selector, answer) => {
    if (!answered.has(where)) answered.set(where, new Map());
    const own = answered.get(where);
    if (!own.has(selector)) own.set(selector, answer());
    return own.get(selector);
  };
  const hasOne = (root, selector) => once(root, selector, () => {
    try { return root.querySelectorAll(selector).length === 1; } catch { return false; }
  });
  const isAlone = (element, selector) => once(element.parentNode, `> ${selector}`, () => (
    Array.from(element.parentNode?.children || []).filter((sibling) => sibling.matches(selector)).length <= 1
  ));
  const selectorOf = (element) => {
    const root = element.getRootNode();
    const parts = [];
    for (let at = element; at && at.tagName !== "HTML" && parts.length < 6; at = at.parentElement) {
      const given = at.getAttribute("id"); // A form that has a field called id gives that for its own.
      const id = given && !/\d{3,}|[:.]/.test(given) ? `#${CSS.escape(given)}` : "";
      const tag = at.tagName.toLowerCase();
      const classes = Array.from(at.classList).slice(0, 2).map((name) => `.${CSS.escape(name)}`).join("");
      const attribute = at.getAttribute("name") ? `[name="${CSS.escape(at.getAttribute("name"))}"]` : "";
      const plain = id ? `${tag}${id}` : `${tag}${attribute || classes}`;
      const joined = (bit) => [bit, ...parts].join(" > ");
      if (hasOne(root, joined(plain))) return joined(plain);
      parts.unshift(isAlone(at, plain) ? plain : `${plain}:nth-child(${placeOf(at)})`);
      if (hasOne(root, parts.join(" > "))) return parts.join(" > ");
    }
    return parts.join(" > ") || element.tagName.toLowerCase();
  };

  // The opening tag always; the content only as far as it is short, since a defect is seldom in the depth.
  const htmlOf = (element) => {
    const whole = element.outerHTML;
    if (whole.length <= HTML_LIMIT) return whole;
    const opening = element.cloneNode(false).outerHTML;
    return opening.length > HTML_LIMIT ? `${opening.slice(0, HTML_LIMIT)}…` : opening.replace(/<\/[^>]*>$/, "…$&");
  };

  const boxOf = (element) => {
    const box = element.getBoundingClientRect();
    if (!box.width && !box.height) return null;
    const [x, y] = top ? [window.scrollX, window.scrollY] : [offset.x, offset.y];
    return { x: box.x + x, y: box.y + y, width: box.width, height: box.height };
  };

  return asked.map((hops) => {
    const element = resolve(hops);
    return element && {
      path: pathOf(element), selector: selectorOf(element), html: htmlOf(element), role: roleOf(element), name: nameOf(element),
      box: boxOf(element), signature: signatureOf(element),
    };
  });
}
