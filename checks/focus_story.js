/* Remembers what has had focus since the page was loaded, in a world of its own, so that it can be told how focus came to
 * be where it is.
 *
 * `self.__focusStory()` gives, where focus is on nothing, what it was on last: `gone` says how that went away
 * ("removed", "hidden", "disabled", "closed" where it was left when a dialog closed, or "" where it is still there), `around` is the path of the nearest of its ancestors
 * that is left, `opener` that of what had focus before, outside the dialog that it was in. Null where nothing has had
 * focus, where it is on something, and where the user gave it up by pressing on nothing.
 * `pathOf` is path.js.
 */
(pathOf) => {
  const MOST = 30;
  const DIALOG = "dialog, [role='dialog'], [role='alertdialog']";
  const REGION = "form, section, article, fieldset, main, nav, aside, dialog, table, ul, ol, [role]";
  const story = [];
  let givenUp = false;

  const parentOf = (one) => one.parentElement ?? one.getRootNode().host ?? null;
  const chain = (one) => { const all = []; for (let at = one; at; at = parentOf(at)) all.push(new WeakRef(at)); return all; };
  addEventListener("focus", (event) => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || target === document.documentElement || target === document.body) return;
    const around = chain(target);
    story.push({ target: around[0], around, dialog: around.find((ref) => ref.deref().matches(DIALOG)) ?? null, at: performance.now(), href: location.href });
    if (story.length > MOST) story.shift();
    givenUp = false;
  }, true);
  addEventListener("mousedown", (event) => {
    const takes = event.composedPath().some((one) => one instanceof Element && one !== document.body && one !== document.documentElement
      && (one.tabIndex >= 0 || one.hasAttribute("tabindex") || one.localName === "label"));
    if (event.isTrusted && !takes) givenUp = true;
  }, true);

  const shown = (one) => one.isConnected && one.checkVisibility({ visibilityProperty: true });
  self.__focusStory = () => {
    const now = document.activeElement;
    const last = story.at(-1);
    if (!last || givenUp || (now && now !== document.body && now !== document.documentElement)) return null;
    const target = last.target.deref();
    const gone = !target?.isConnected ? "removed" : !shown(target) ? "hidden" : target.matches(":disabled") ? "disabled" : "";
    const left = last.around.map((ref) => ref.deref()).filter((one) => one && one !== target && shown(one));
    // The nearest that is left may have been moved: what is around it is where it is now.
    const outwards = left[0] ? [left[0]] : [];
    while (outwards.length && parentOf(outwards.at(-1))) outwards.push(parentOf(outwards.at(-1)));
    const around = outwards.find((one) => one.matches(REGION) && shown(one)) ?? left[0];
    const dialog = last.dialog?.deref();
    // A dialog that closes gives focus back by itself; a script that then takes it away leaves it nowhere.
    const former = story.at(-2)?.dialog?.deref();
    if (!gone && former && former !== dialog && !shown(former)) {
      return { gone: "closed", dialog: true, moved: last.href !== location.href, around: pathOf(target), opener: pathOf(target) };
    }
    const before = story.filter((one) => dialog && one.dialog?.deref() !== dialog).map((one) => one.target.deref()).filter((one) => one && shown(one)).at(-1);
    return {
      gone, dialog: Boolean(last.dialog), moved: last.href !== location.href,
      around: around ? pathOf(around) : null, opener: before ? pathOf(before) : null,
    };
  };
}
