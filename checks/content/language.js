/* Text by the element that gives it its language: the page's own, and each part that is marked or stands in a block of its own.
 *
 * A part's text leaves out what lies in a part with a language of its own. */
(see) => {
  const found = [];
  const bare = (holder, page) => {
    const parts = [];
    const visit = (node) => {
      for (const child of node.childNodes) {
        if (parts.length > 3000) return;
        if (child.nodeType === Node.TEXT_NODE) parts.push(child.data);
        else if (child.nodeType === Node.ELEMENT_NODE && !/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|CODE|PRE|KBD|SAMP|VAR|SVG|MATH|TEXTAREA|SELECT|OPTION)$/i.test(child.tagName)
          && !child.hasAttribute("lang") && !child.hasAttribute("xml:lang") && child.getAttribute("translate") !== "no" && see.visible(child)) {
          if (child.tagName === "IMG") parts.push(` ${child.alt} `);
          visit(child);
          parts.push(" ");
        }
      }
    };
    if (holder.tagName === "IMG") return holder.alt;
    if (page || see.visible(holder)) visit(holder);
    return see.clean(parts.join(""));
  };

  const page = document.documentElement;
  const body = document.body;
  if (body && !body.hasAttribute("lang")) found.push({ element: page, page: true, marked: false, lang: page.lang || "", text: bare(body, true).slice(0, 8000) });

  for (const part of see.all("[lang]")) {
    if (part === page || part.closest("svg") || found.length > 300) continue;
    const text = bare(part, false);
    if (text) found.push({ element: part, page: false, marked: true, lang: part.getAttribute("lang"), text: text.slice(0, 2000) });
  }
  // A paragraph in another language than the page's, with no mark of it at all.
  for (const part of see.all("p, li, dd, blockquote, figcaption")) {
    if (found.length > 600) break;
    const lang = see.language(part);
    if (part.hasAttribute("lang") || !lang || part.querySelector("p, li, dd, blockquote")) continue;
    const text = bare(part, false);
    if (text.split(" ").length >= 12) found.push({ element: part, page: false, marked: false, lang, text: text.slice(0, 2000) });
  }
  // A hidden text that names an image is heard in the image's name all the same.
  for (const image of see.all("img[aria-labelledby], [role=img][aria-labelledby]")) {
    for (const id of image.getAttribute("aria-labelledby").split(/\s+/)) {
      const label = image.getRootNode().getElementById?.(id);
      if (label && see.exposed(image) && !see.rendered(label) && label.closest("[lang]") !== page) {
        found.push({ element: label, page: false, marked: true, lang: see.language(label), text: see.clean(label.textContent).slice(0, 2000) });
      }
    }
  }
  return found;
}
