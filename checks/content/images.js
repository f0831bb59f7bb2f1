/* Pictures that are shown: their names, files and sizes, and how much of a picture there is in them.
 *
 * Nothing is fetched anew: the pixels are those that are on the page, read through a small canvas. */
(see) => {
  const found = [];
  const file = (url) => { try { return url.startsWith("data:") ? "" : decodeURIComponent(new URL(url, document.baseURI).pathname.split("/").pop()); } catch { return ""; } };

  // How many clearly different colours a picture has, and how busy it is: a spacer or a plain ground has neither.
  const look = (image) => {
    try {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 48;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      context.drawImage(image, 0, 0, 48, 48);
      const { data } = context.getImageData(0, 0, 48, 48);
      const colours = new Set();
      let edges = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] < 40) { colours.add("none"); continue; }
        colours.add(`${data[at] >> 5}/${data[at + 1] >> 5}/${data[at + 2] >> 5}`);
        if (at >= 4 && Math.abs(data[at] - data[at - 4]) + Math.abs(data[at + 1] - data[at - 3]) + Math.abs(data[at + 2] - data[at - 2]) > 90) edges += 1;
      }
      return { colours: colours.size, edges: edges / (48 * 48) };
    } catch {
      return { colours: null, edges: null };
    }
  };

  for (const image of see.all("img, input[type=image], svg[role=img], [role=img], canvas, object, area[href]").slice(0, 600)) {
    if (!see.visible(image) || !see.exposed(image)) {
      if (!(image.tagName === "IMG" && image.alt === "" && see.visible(image))) continue;
    }
    const { width, height } = image.getBoundingClientRect();
    const raster = image.tagName === "IMG" && image.complete && image.naturalWidth > 0;
    const link = image.closest("a[href], button, [role=link], [role=button]");
    const others = link ? see.clean(see.shown(link)) : "";
    found.push({
      element: image, tag: image.tagName.toLowerCase(), alt: image.getAttribute("alt"), name: see.name(image), title: see.clean(image.getAttribute("title")),
      file: file(image.currentSrc || image.src || image.data || ""), width, height, broken: image.tagName === "IMG" && image.complete && !image.naturalWidth,
      named: /\p{L}{2}/u.test(others), control: image.tagName === "INPUT" || image.tagName === "AREA" || Boolean(link && !others),
      beside: see.shown(see.closest(see.parent(image), (at) => /^(FIGURE|A|BUTTON|LI|P|TD|TH|DD|DT|DIV|SECTION|BODY|FORM)$/.test(at.tagName)) || document.documentElement).slice(0, 300),
      caption: see.clean(image.closest("figure")?.querySelector("figcaption")?.textContent), role: see.role(image), hidden: !see.exposed(image) || image.getAttribute("aria-hidden") === "true",
      ...(raster ? look(image) : { colours: null, edges: null }),
    });
  }
  return found;
}
