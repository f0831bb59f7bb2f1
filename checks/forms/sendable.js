/* Path of the button that sends the first form with empty fields that a script may judge; null where there is none: a
 * form whose required fields the browser itself watches over, or one that is filled in. `pathOf` is path.js. */
(pathOf) => {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  for (const form of Array.from(document.forms).slice(0, 10)) {
    const fields = Array.from(form.elements).filter((one) => /^(input|select|textarea)$/.test(one.localName) && !/^(hidden|submit|button|reset|image)$/.test(one.type) && visible(one));
    const button = Array.from(form.elements).find((one) => (one.type === "submit" || one.type === "image") && visible(one) && !one.disabled)
      ?? Array.from(form.querySelectorAll("button[type=button], [role=button]")).filter(visible).at(-1);
    if (fields.length < 1 || !button || form.getAttribute("role") === "search" || fields.every((one) => one.type === "search")) continue;
    // The browser's own bubble tells which field and what, and takes the focus there.
    if (!form.noValidate && !button.formNoValidate && !fields.some((one) => one.willValidate && !one.validity.valid)) continue;
    if (fields.some((one) => (/^(checkbox|radio)$/.test(one.type) ? !one.checked : !one.value))) return pathOf(button);
  }
  return null;
}
