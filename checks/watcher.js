/* Watches what is shown and said between two stops, in the recorder's own world, unseen by the page.
 *
 * `self.__changes()` tells what is shown now and was not at the last stop, or before the user's first act since the
 * load: { since: "stop" | "act", acted: paths, kinds, shown: [{ path, text, before, ... }], spoken: [text], views }, or null where
 * there is nothing to compare with. It is then a stop itself. `pathOf` is path.js. */
(pathOf) => {
  const MOST = 6000;
  const TOLD = 40;
  const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=alertdialog], [role=progressbar], output";
  const clean = (text) => text.replace(/\s+/g, " ").trim();
  const skeleton = (text) => text.replace(/\d[\d\s.,:]*/g, "#");
  const above = (element) => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
  // What is live at an element; a part that is said to be none, is none.
  const liveAround = (element) => { for (let at = element; at; at = above(at)) { if (at.getAttribute("aria-live") === "off") return null; if (at.matches(LIVE)) return at; } return null; };
  const quietly = (element) => { for (let at = element; at; at = above(at)) if (at.getAttribute("aria-live") === "off") return true; return false; };
  const DIALOG = "dialog, [role=dialog]";
  const dialogs = () => Array.from(document.querySelectorAll(DIALOG)).filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const closest = (element, selector) => { for (let at = element; at; at = above(at)) if (at.matches(selector)) return at; return null; };

  let before = null;
  let since = "";
  let acted = [];
  let spoken = [];

  const shownTexts = () => {
    const found = [];
    const walk = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) => (/^(script|style|noscript|template|svg|head|select|textarea|iframe)$/.test(node.localName)
        || !node.checkVisibility() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
      while (found.length < MOST && walker.nextNode()) {
        const element = walker.currentNode;
        let own = "";
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) own += node.data;
        own = clean(own);
        if (own) found.push([element, own]);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    if (document.body) walk(document.body);
    return found;
  };

  const keep = (why) => {
    const texts = shownTexts();
    before = { at: new WeakMap(texts), texts: new Set(texts.map(([, text]) => text)), skeletons: new Set(texts.map(([, text]) => skeleton(text))), focus: document.activeElement, dialogs: new Set(dialogs()), files: new Set(), heading: clean(document.querySelector("h1")?.textContent ?? ""), address: location.pathname };
    since = why;
    acted = [];
    spoken = [];
  };

  const act = (event) => {
    if (!event.isTrusted && event.type !== "change") return;
    if (!before && document.readyState === "complete") keep("act");
    const first = event.composedPath()[0];
    const element = first instanceof Element ? first : null;
    if (before && element?.localName === "input" && element.type === "file") for (const file of element.files) before.files.add(file.name);
    if (element && before && acted.at(-1)?.element !== element) { acted.push({ element, kind: event.type }); if (acted.length > 50) acted.shift(); }
  };
  for (const type of ["pointerdown", "keydown", "input", "change"]) addEventListener(type, act, { capture: true, passive: true });

  const observer = new MutationObserver((records) => {
    if (!before) return;
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const live = element && liveAround(element);
      const text = live && clean(live.textContent);
      if (text && !spoken.includes(text) && spoken.length < TOLD) spoken.push(text);
    }
  });
  const observe = () => observer.observe(document, { subtree: true, childList: true, characterData: true });
  observe();

  const NAMES = /(^|[-_\s])(alert|notice|notis|message|meddelande|toast|snackbar|status|warning|varning|error|fel|success|besked|flash|info-?box)/i;
  const named = (element) => { for (let at = element, steps = 0; at && steps < 4; at = above(at), steps += 1) if (NAMES.test(at.getAttribute("class") ?? "")) return !at.querySelector("input:not([type=hidden]), select, textarea") ; return false; };

  self.__changes = () => {
    if (!before) { keep("stop"); return null; }
    for (const record of observer.takeRecords()) { const live = liveAround(record.target instanceof Element ? record.target : record.target.parentElement ?? document.documentElement); if (live && clean(live.textContent)) spoken.push(clean(live.textContent)); }
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    // A press on nothing puts focus on what is around, which tells no one what is in it.
    const moved = focus !== before.focus && !focus?.matches("body, html, main, [role=main]");
    const described = new Set();
    for (const name of ["aria-describedby", "aria-errormessage", "aria-labelledby"]) for (const id of (focus?.getAttribute(name) ?? "").split(/\s+/)) if (id) described.add(id);
    const actedOn = acted.map((one) => one.element).filter((one) => one.isConnected);
    const now = shownTexts();
    const fresh = now.filter(([element, text]) => before.at.get(element) !== text && !before.texts.has(text));
    const shown = [];
    for (const [element, text] of fresh) {
      const live = liveAround(element);
      if (live) { if (!spoken.includes(clean(live.textContent))) spoken.push(clean(live.textContent)); continue; }
      if (actedOn.some((one) => one.contains(element) && !/^(form|main|body|section|div|table)$/.test(one.localName))) continue;
      if (moved && focus.contains(element)) continue;
      // What opens as a dialog is told by the focus that it takes, or should take; what comes in one that was open is not.
      const inDialog = closest(element, DIALOG);
      if ((inDialog && !before.dialogs.has(inDialog)) || quietly(element)) continue;
      if (closest(element, "[role=tooltip], [role=menu], [role=timer], [popover], [aria-hidden=true], title, time")) continue;
      if (Array.from(described).some((id) => closest(element, `#${CSS.escape(id)}`))) continue;
      const form = closest(element, "fieldset, [role=group], label, legend");
      shown.push({
        path: pathOf(element), text: text.slice(0, 160),
        was: before.at.get(element) ?? null,
        // The same words with other figures: a sum or a count that was worked out anew.
        counted: /\d/.test(text) && before.skeletons.has(skeleton(text)) && !closest(element, "td, th, li, option, [role=option], [role=row]"),
        option: Boolean(closest(element, "[role=option], [role=listbox], [role=menuitem], datalist")),
        // It names something else on the page, a table for instance, and stands where it stood.
        names: Boolean(element.id && before.at.get(element) && document.querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`)),
        file: Array.from(before.files).some((name) => text.includes(name) && !(moved && (focus.innerText ?? "").includes(name))),
        message: named(element), form: Boolean(form), control: Boolean(closest(element, "button, a[href], label, legend, input, summary, [role=tab], [role=button]")),
      });
      if (shown.length >= TOLD) break;
    }
    const last = acted.at(-1)?.element;
    // A field with proposals opens them, but what is said about them is a message.
    const opener = last?.isConnected && !last.matches("input, textarea") && closest(last, "summary, [aria-expanded], [aria-controls], [aria-haspopup], [role=tab], [role=menuitem], a[href]");
    const told = {
      since, shown, spoken, fresh: fresh.length, all: now.length,
      typed: acted.some((one) => one.kind === "input"),
      acts: acted.length,
      field: last?.isConnected && last.matches("input, textarea") ? { path: pathOf(last), expanded: last.getAttribute("aria-expanded") } : null,
      opener: Boolean(opener),
      view: before.heading !== clean(document.querySelector("h1")?.textContent ?? "") || before.address !== location.pathname,
      dialog: moved && dialogs().some((one) => !before.dialogs.has(one)),
      pressed: Boolean(last?.isConnected && last.closest("button, [role=button]") && (focus === last.closest("button, [role=button]") || !moved)),
    };
    keep("stop");
    return told;
  };
}
