/* Which sorts of content are seen in a document, how much of each, and a mark of what it is that numbers do not change. */
(see) => {
  const digest = (text) => {
    let hash = 5381;
    for (let at = 0; at < text.length; at += 1) hash = ((hash * 33) ^ text.charCodeAt(at)) >>> 0;
    return hash.toString(36);
  };
  const sort = (elements, tell) => {
    const seen = elements.filter((one) => see.visible(one)).slice(0, 800);
    return { count: seen.length, mark: digest(seen.map((one) => tell(one)).join("|").replace(/\d+/g, "0").slice(0, 60000)) };
  };
  const name = (one) => `${one.tagName}${see.name(one)}`;
  const FIELD = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea, [role=textbox], [role=combobox], [role=switch], [role=slider], [role=spinbutton]";
  const text = see.clean(document.body ? document.body.innerText : "").slice(0, 60000);
  const words = digest(text.replace(/\d+/g, "0"));
  return [{
    element: document.documentElement,
    sorts: {
      page: { count: 1, mark: words },
      text: { count: text ? text.split(" ").length : 0, mark: words },
      headings: sort(see.all("h1, h2, h3, h4, h5, h6, [role=heading]"), name),
      links: sort(see.all("a[href], [role=link]"), name),
      images: sort(see.all("img, svg, canvas, [role=img], input[type=image], object"), (one) => `${one.getAttribute("src") || one.getAttribute("class") || ""}${see.name(one)}`),
      media: sort(see.all("audio, video"), (one) => one.currentSrc),
      tables: sort(see.all("table, [role=table], [role=grid], [role=treegrid]"), (one) => see.clean(one.innerText).slice(0, 300)),
      forms: sort(see.all(FIELD), name),
      errors: sort(see.all("[aria-invalid=true], :user-invalid, [role=alert], [class*=error i], [class*=fel]"), (one) => see.shown(one).slice(0, 120) + one.tagName),
      controls: sort(see.all("button, summary, [role=button], [role=tab], [role=menuitem], [role=option], [onclick], [tabindex]"), name),
    },
  }];
}
