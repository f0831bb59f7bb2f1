/* Records what the user does to a page since it was loaded, in a world of its own that the page can't see.
 *
 * `self.__acts()` gives the acts in order (see checks/twin/replay.py), each with the path of its element as it was
 * then. Only trusted events count, but for `change`, which drivers of browsers dispatch for choices in lists and dates.
 * `self.__lost()` gives the paths of the fields that something was entered in and that are empty now, in the form that was
 * sent last of all that was done.
 * `self.__unheard(is)` tells whether what is done is the suite's own, and no act of the user's.
 * `pathOf` is path.js, `stands` is stands.js.
 */
(pathOf, stands) => {
  const MOST = 400;
  const KEEP_FILES = 1_000_000;
  const acts = [];
  let over = false;
  let unheard = false;
  let pressed = null;
  let pointer = null;
  let lost = 0;
  // Fields with what was last entered in them, and the form that was sent where nothing has been done since.
  const entered = new Map();
  let sent = null;

  const targetOf = (event) => { const first = event.composedPath()[0]; return first instanceof Element ? first : document.documentElement; };
  const add = (act) => { if (acts.length < MOST) acts.push(act); else lost += 1; };
  const place = (event) => {
    const element = targetOf(event);
    const box = element.getBoundingClientRect();
    const share = (at, start, size) => (size ? Math.min(Math.max((at - start) / size, 0.01), 0.99) : 0.5);
    return { path: pathOf(element), x: share(event.clientX, box.x, box.width), y: share(event.clientY, box.y, box.height) };
  };
  const isText = (element) => element.isContentEditable || element.localName === "textarea" || (element.localName === "input"
    && !/^(checkbox|radio|button|submit|reset|image|file|color|range|hidden)$/.test(element.type));
  const valueOf = (element) => (element.isContentEditable ? element.innerText : element.localName === "select"
    ? Array.from(element.selectedOptions, (option) => option.index) : element.value);

  const on = (type, heard) => addEventListener(type, (event) => { try { if (!unheard) heard(event); } catch { lost += 1; } }, { capture: true, passive: true });

  for (const type of ["mousedown", "keydown"]) on(type, (event) => { if (event.isTrusted) sent = null; });
  on("submit", (event) => { sent = event.composedPath()[0]; });
  on("mousemove", (event) => { if (event.isTrusted) pointer = event; });
  on("mousedown", (event) => { if (event.isTrusted) pressed = { kind: "click", button: event.button, ...place(event) }; });
  on("mouseup", (event) => {
    if (!event.isTrusted || !pressed) return;
    // Recorded before the page's own listeners, so that the path is of the page as it was when it was pressed.
    const released = place(event);
    if (String(released.path) === String(pressed.path)) add({ ...pressed, count: event.detail });
    else add({ ...pressed, kind: "drag", to: released });
    pressed = null;
  });
  on("drop", (event) => { if (event.isTrusted && pressed) { add({ ...pressed, kind: "drag", to: place(event) }); pressed = null; } });
  on("keydown", (event) => {
    if (!event.isTrusted || /^(Shift|Control|Alt|Meta|AltGraph|Dead|Process|Unidentified)$/.test(event.key)) return;
    const typing = isText(targetOf(event)) && !event.ctrlKey && !event.metaKey && (event.key.length === 1 || /^(Backspace|Delete)$/.test(event.key));
    const held = ["Control", "Alt", "Shift", "Meta"].filter((name) => event.getModifierState(name) && !(name === "Shift" && event.key.length === 1));
    if (!typing) add({ kind: "key", key: [...held, event.key === " " ? "Space" : event.key].join("+"), path: pathOf(targetOf(event)) });
  });
  const changed = (event) => {
    const element = targetOf(event);
    if (element.localName === "input" && element.type === "file") {
      const files = Array.from(element.files);
      const last = acts.at(-1);
      // A choice of files is told twice, as input and as change.
      if (last?.kind === "files" && String(last.path) === String(pathOf(element))) last.files = files.length ? files : last.files;
      else if (files.length) add({ kind: "files", path: pathOf(element), files });
      return;
    }
    if (!isText(element) && element.localName !== "select" && !/^(range|color)$/.test(element.type ?? "")) return;
    if (!event.isTrusted && !/^(select|input)$/.test(element.localName)) return;
    const path = pathOf(element);
    const value = valueOf(element);
    if (typeof value === "string" && (entered.has(element) || entered.size < MOST)) entered.set(element, value.trim());
    const last = acts.at(-1);
    if (last?.kind === "value" && String(last.path) === String(path)) last.value = value;
    else add({ kind: "value", path, value });
  };
  on("input", (event) => { if (event.isTrusted || event.target?.localName === "input") changed(event); });
  on("change", (event) => {
    const element = targetOf(event);
    if (element.localName === "select" || element.type === "file") changed(event);
  });

  const readFile = (file) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done({ name: file.name, type: file.type, base64: String(reader.result).split(",")[1] ?? "" });
    reader.onerror = () => done(null);
    reader.readAsDataURL(file);
  });
  const told = async (act) => {
    if (act.kind !== "files") return act;
    const small = act.files.every((file) => file.size <= KEEP_FILES);
    const files = small ? await Promise.all(act.files.map(readFile)) : [null];
    if (files.includes(null)) over = true;
    return { ...act, files: files.filter(Boolean) };
  };
  self.__unheard = (is) => { unheard = is; };
  self.__lost = () => Array.from(entered).filter(([field, value]) => sent && value && field.isConnected && field.form === sent && !valueOf(field).trim())
    // Written down elsewhere in the form, as what is chosen one after another is.
    .filter(([, value]) => !Array.from(sent.elements).some((one) => one.value === value) && !stands(sent.innerText, value))
    .map(([field]) => pathOf(field));
  self.__acts = async () => {
    const told_ = await Promise.all(acts.map(told));
    let over_ = null;
    if (pointer) {
      const element = pointer.composedPath()[0] ?? document.elementFromPoint(pointer.clientX, pointer.clientY);
      if (element instanceof Element && element.isConnected) over_ = pathOf(element);
    }
    const at = pointer && { x: pointer.clientX, y: pointer.clientY, path: over_ };
    return { acts: told_, pointer: at, lost: lost + (over ? 1 : 0) };
  };
}
