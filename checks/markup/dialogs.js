/* Dialogs that are open, with no name in code. */
(see) => see.all("dialog[open], [role=dialog], [role=alertdialog]").filter((one) => see.visible(one) && see.exposed(one)).flatMap((one) => {
  const ids = (one.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => one.getRootNode().getElementById?.(id)).filter(Boolean);
  // A heading that is not yet written, or an image, may be what names it.
  const named = see.clean(one.getAttribute("aria-label")) || see.clean(one.getAttribute("title"))
    || ids.some((at) => see.clean(at.textContent) || see.clean(at.getAttribute("aria-label")) || at.querySelector("[alt]:not([alt='']), [aria-label]"));
  return named ? [] : [{ element: one, heading: see.clean(one.querySelector("h1, h2, h3, h4, [role=heading]")?.textContent).slice(0, 80) }];
})
