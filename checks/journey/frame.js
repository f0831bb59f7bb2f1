/* What recurs on a surface's pages: its navigation, the ways to help, and what its controls are called.
 *
 * Only what stands outside the page's own content is looked at; bread crumbs and page numbers follow from where one is. */
(see) => {
  const here = new URL(location.href);
  const target = (link) => {
    try {
      const url = new URL(link.getAttribute("href"), document.baseURI);
      return url.origin === here.origin ? url.pathname : url.origin + url.pathname;
    } catch {
      return "";
    }
  };
  const own = (element) => Boolean(see.closest(element, (at) => at.matches("main, [role=main], dialog, [role=dialog], [role=alertdialog]")));
  const PART = "nav, [role=navigation], header, [role=banner], footer, [role=contentinfo], aside, [role=complementary]";
  const part = (element) => {
    const at = see.closest(element, (one) => one.matches(PART));
    return at ? see.role(at) || at.tagName.toLowerCase() : "";
  };
  const shown = (one) => see.exposed(one) && see.visible(one) && !own(one);
  const found = [{
    element: document.documentElement, sort: "page", lang: document.documentElement.lang ?? "", heading: see.clean(see.all("h1").find((one) => see.visible(one))?.textContent),
    modal: see.all("dialog[open], [role=dialog], [role=alertdialog]").some((one) => see.visible(one)),
    search: see.all("[role=search], search, input[type=search]").some((one) => see.visible(one)),
    map: see.all("a[href]").some((one) => /webbkarta|innehållsöversikt|site ?map|^a[–-](ö|z)$/i.test(see.name(one))),
    links: see.all("nav a[href], [role=navigation] a[href]").filter((one) => see.visible(one)).length,
  }];

  const CRUMBS = "[aria-label*=brödsmul i], [aria-label*=breadcrumb i], [aria-label*=sida i], [aria-label*=sidor i], [aria-label*=page i], [class*=pagination i], [class*=breadcrumb i]";
  for (const menu of see.all("nav, [role=navigation]").filter((one) => shown(one) && !one.closest(CRUMBS) && !one.querySelector("nav")).slice(0, 8)) {
    const links = Array.from(menu.querySelectorAll("a[href]")).filter((link) => see.visible(link) && see.name(link)).slice(0, 60);
    if (links.length > 1) found.push({ element: menu, sort: "menu", name: see.name(menu), links: links.map((link) => [see.name(link), target(link)]) });
  }

  const HELP = /^(hjälp|hjälp och kontakt|kontakt och hjälp|help|support|kontakt|kontakta oss|contact|contact us|vanliga frågor|frågor och svar|faq|chatt|chat|chatta med oss|essetsupporten)$/i;
  // A telephone number or an address to write to, outside the content, is a way to help as well.
  const reaches = (at) => /^(tel|mailto):/.test(at.getAttribute("href") ?? "") && Boolean(part(at));
  for (const one of see.all("a[href], button").filter((at) => (HELP.test(see.name(at)) || reaches(at)) && shown(at)).slice(0, 8)) {
    found.push({ element: one, sort: "help", name: see.name(one), target: one.hasAttribute("href") ? target(one) : "", part: part(one) });
  }

  for (const link of see.all("a[href]").slice(0, 1500)) {
    if (found.length > 70) break;
    const place = part(link);
    if (place && shown(link) && see.name(link) && !link.closest(CRUMBS) && !/^[#?]/.test(link.getAttribute("href"))) {
      found.push({ element: link, sort: "link", name: see.name(link), target: target(link), part: place });
    }
  }
  return found;
}
