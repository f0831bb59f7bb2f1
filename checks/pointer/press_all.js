/* Presses every control that is shown and not disabled, and moves every field's value. */
() => {
  const CONTROLS = "button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=switch], [role=slider], [tabindex], [onclick]";
  for (const one of document.querySelectorAll(CONTROLS)) {
    if (one.matches(":disabled, [aria-disabled=true]") || !one.checkVisibility({ visibilityProperty: true })) continue;
    one.click();
    // A field that can be filled in is a control that works, whatever the page then makes of it.
    if (one.matches("input:not([type=button], [type=submit], [type=reset], [type=image], [type=checkbox], [type=radio]), textarea")) one.value = one.type === "range" ? one.min : "1";
    if (one.localName === "select") one.selectedIndex = one.options.length - 1;
  }
}
