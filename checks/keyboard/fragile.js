/* Whether something is open that would close when focus leaves it: a menu, a list of proposals, a popover. */
() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const open = "[role='menu'], [role='listbox'], [role='tooltip'], [role='tree'], :popover-open";
  const beside = Array.from(document.querySelectorAll("[aria-expanded='true']"), (one) => one.getAttribute("aria-controls") ?? one.getAttribute("aria-owns"));
  return Array.from(document.querySelectorAll(open)).some((one) => shown(one) && (one.matches(":popover-open, [role='tooltip']") || beside.includes(one.id)));
}
