/* Begins to watch, by the page's own clock, for a warning of a time that runs out and for the page's being left by itself.
 * `self.__timeLimit` tells at any time: { start, warned: null | { at, text, stay }, left: null | { at, url } }, times in milliseconds. */
() => {
  const EVERY = 10_000;
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const TIME = /(loggas? (snart )?ut|tiden|tid (är|går|tar)|minut(er)? kvar|session|löper ut|går ut|inaktiv|time|expire|log(ged)? out|minutes? left|inactiv)/i;
  const STAY = /(stanna|fortsätt|förläng|mer tid|behåll|kvar|håll|inloggad|stay|continue|extend|more time|keep|still here)/i;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const told = { start: Date.now(), warned: null, left: null };
  self.__timeLimit = told;
  self.navigation?.addEventListener("navigate", (event) => {
    if (!told.left && !event.destination.sameDocument && !event.downloadRequest) told.left = { at: Date.now(), url: event.destination.url };
  });
  self.__pending.every(() => {
    if (told.warned || told.left) return;
    const places = Array.from(document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog], [role=alert], [role=status], [role=timer], [aria-live]")).filter(shown);
    const warning = places.find((one) => TIME.test(one.innerText));
    if (!warning) return;
    const around = warning.closest("dialog, [role=dialog], [role=alertdialog]") ?? document;
    const stay = Array.from(around.querySelectorAll("button, a[href], [role=button]")).some((one) => shown(one) && STAY.test(one.innerText));
    told.warned = { at: Date.now(), text: clean(warning.innerText).slice(0, 120), stay };
  }, EVERY);
}
