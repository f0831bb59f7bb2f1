/* What the page says of a time that runs out: { warned: text of what is shown of it, stay: whether a control gives more time,
 * text: all that is shown }. */
() => {
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const TIME = /(loggas? (snart )?ut|tiden|tid (är|går|tar)|minut(er)? kvar|session|löper ut|går ut|inaktiv|time|expire|log(ged)? out|minutes? left|inactiv)/i;
  const STAY = /(stanna|fortsätt|förläng|mer tid|behåll|jag är kvar|håll|stay|continue|extend|more time|keep|still here)/i;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const places = Array.from(document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog], [role=alert], [role=status], [role=timer], [aria-live]")).filter(shown);
  const warning = places.find((one) => TIME.test(one.innerText));
  const stay = warning && Array.from((warning.closest("dialog, [role=dialog], [role=alertdialog]") ?? document).querySelectorAll("button, a[href], [role=button]")).some((one) => shown(one) && STAY.test(one.innerText));
  return { warned: warning ? clean(warning.innerText).slice(0, 120) : "", stay: Boolean(stay) };
}
