/* What a page tells of sending something that binds: its buttons with the form that each sends, what it says has been
 * done, and what has been entered, so that a later page can be seen to show it. `told` entries are of three sorts:
 *
 *   "page"    one: { address, text, entered, fields, controls }
 *   "button"  { name, pair, sends, labels, free, watched, wrong, vouches, asks, refusable, changes }
 *   "said"    headings and messages: { text, heading } */
(see) => {
  const MOST = 200;
  const BACK = /^(avbryt|nej|behåll|tillbaka|gå tillbaka|stäng|cancel|no|keep|back|go back|close)(\b|$)/i;
  const CHANGE = /(^|\s)(ändra|rätta|redigera|korrigera|tillbaka|föregående|backa|change|edit|amend|correct|back|previous)(\s|$)/i;
  const VOUCH = /intyg|bekräfta|kontrollera|granska|stämmer|riktig|korrekt|heder|sanning|certif|confirm|checked|reviewed|correct|accurate|declare/i;
  const WRONG = /\b(fel\b|felen\b|saknas|måste|fyll i|behöver rättas|ogiltig|inte giltig|error|errors|invalid|missing|must|please (enter|fill|correct|fix)|incorrect|not valid)/i;
  const ENTRY = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=password]):not([type=search]), select, textarea";
  const BUTTON = "button, input[type=submit], input[type=image], [role=button]";

  const shown = (one) => see.exposed(one) && see.visible(one);
  // The words that are seen only by assistive technology are part of what a button is called.
  const called = (one) => see.clean(one.value && one.localName === "input" ? one.value : one.getAttribute("aria-label") || one.textContent).slice(0, 120);
  const controls = see.all(`${BUTTON}, a[href]`).filter(shown).slice(0, MOST * 2);
  const labelOf = (field) => see.clean(Array.from(field.labels || [], (one) => one.textContent).join(" ") || field.getAttribute("aria-label")).slice(0, 80);
  const groupOf = (field) => see.clean(see.closest(field, (at) => at.localName === "fieldset")?.querySelector("legend")?.textContent).slice(0, 80);
  const choice = (field) => /^(checkbox|radio)$/.test(field.type);
  const searching = (field) => see.closest(field, (at) => at.matches("[role=search], search"));
  const entries = see.all(ENTRY).filter((field) => field instanceof HTMLElement && !field.disabled && !searching(field)).slice(0, MOST);

  // What stands in the fields now, those of a step that is hidden too.
  const word = (field) => (field.localName === "select" ? see.clean(field.selectedOptions[0]?.textContent) : choice(field) ? labelOf(field) : see.clean(field.value));
  const filled = (field) => (choice(field) ? field.checked : field.localName === "select" ? field.selectedIndex > 0 : Boolean(field.value.trim()));
  const entered = entries.filter((field) => filled(field) && field.type !== "file").map((field) => [field.name || labelOf(field), word(field)]);
  const fields = entries.flatMap((field) => (!field.name ? [] : field.localName === "select"
    ? Array.from(field.options).slice(0, 60).map((option) => [field.name, option.value, see.clean(option.textContent)])
    : [[field.name, choice(field) ? field.value : "", choice(field) ? labelOf(field) : ""]]));

  // The text of the page, without its fields and what labels them.
  const texts = [];
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return /^(script|style|noscript|template|select|textarea|label|legend|datalist)$/.test(node.localName) || !node.checkVisibility({ visibilityProperty: true }) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let size = 0; size < 200000 && walker.nextNode();) { texts.push(walker.currentNode.data); size += walker.currentNode.data.length; }

  const open = see.all("dialog[open], [role=dialog], [role=alertdialog]").filter(shown);
  const heading = see.clean(document.querySelector("h1")?.textContent);
  const told = [{
    element: document.documentElement,
    sort: "page",
    address: location.pathname,
    text: see.clean(texts.join(" ")),
    entered,
    fields,
    controls: controls.map(called),
  }];

  // Errors of this form: on its fields, within it, or over the page's only form.
  const errors = see.all("[role=alert], [class*=error i], [id*=error i], [class*=fel i], [class*=validation i]").filter((one) => shown(one) && WRONG.test(one.innerText ?? ""));
  const alone = new Set(entries.filter((field) => field.form && shown(field)).map((field) => field.form)).size < 2;
  for (const button of controls.filter((one) => one.matches(BUTTON) && !one.disabled)) {
    const form = button.form ?? see.closest(button, (at) => at.localName === "form");
    const dialog = open.find((one) => one.contains(button));
    // In a dialog its own fields count; where a script sends, those around.
    const around = dialog ?? form ?? document.querySelector("main") ?? document.body;
    const own = entries.filter((field) => (!dialog && field.form ? field.form === form : around.contains(field)) && (shown(field) || Array.from(field.labels ?? []).some(shown)));
    const entry = own.filter((field) => field.type !== "checkbox");
    const watched = own.filter((field) => field.willValidate && (field.required || field.pattern || field.min || field.max || /^(email|url|number|date|month|week|time|datetime-local)$/.test(field.type)));
    const submits = form && /^(submit|image)$/.test(button.type);
    const quiet = !form || form.noValidate || button.formNoValidate;
    const near = dialog ?? form?.parentNode ?? button.parentNode;
    const beside = Array.from(near.querySelectorAll(`${BUTTON}, a[href]`)).filter((one) => dialog || form?.contains(one) || one.parentNode === near);
    told.push({
      element: button,
      sort: "button",
      name: called(button),
      pair: submits && button.name ? [button.name, button.value] : null,
      sends: submits && form.method === "post" ? new URL(button.getAttribute("formaction") || form.getAttribute("action") || location.href, document.baseURI).pathname : "",
      labels: Array.from(new Set(own.map((field) => (choice(field) && groupOf(field)) || labelOf(field)).filter(Boolean))).slice(0, 12),
      free: entry.length,
      watched: !quiet && watched.length * 2 >= own.length && watched.length > 0,
      wrong: own.some((field) => field.getAttribute("aria-invalid") === "true") || errors.some((one) => alone || around.contains(one)),
      vouches: Boolean(form ?? dialog) && own.some((field) => field.type === "checkbox" && VOUCH.test(labelOf(field))),
      asks: !entry.length && (Boolean(dialog) || /\?\s*$/.test(heading)),
      refusable: !entry.length && beside.some((one) => one !== button && BACK.test(called(one))),
      changes: entry.length > 0 || Boolean(dialog) || controls.some((one) => one !== button && CHANGE.test(called(one))),
    });
  }

  const SAID = "[role=status], [role=alert], output, [class*=notice i], [class*=message i], [class*=success i], [class*=receipt i], [class*=kvitto i], [class*=alert i], h1, h2";
  for (const one of see.all(SAID).slice(0, MOST)) {
    const text = shown(one) ? see.shown(one) : "";
    if (text) told.push({ element: one, sort: "said", text: text.slice(0, 400), heading: /^h[12]$/.test(one.localName) });
  }
  return told;
}
