/* The menus and dialogs that are shown, as paths joined to one word each. `pathOf` is path.js. */
(pathOf) => Array.from(document.querySelectorAll("[role=menu], menu, [popover], dialog[open], [role=dialog], [class*=menu i], [class*=meny i]"))
  .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getBoundingClientRect().height > 4).map((one) => pathOf(one).join(" "))
