/* Links at the top of the page that lead past something, and whether what they lead to is there. `top` is whether this is the page itself. */
(see) => {
  if (self !== top) return [];
  const WORDS = /^(hoppa|gå (direkt )?till|till (huvud)?innehåll|direkt till|skip|jump|go to (main )?content)/i;
  const links = see.all("a[href]").slice(0, 8);
  const main = see.all("main, [role=main]").some((one) => see.rendered(one));
  const headings = see.all("h1, h2, [role=heading]").filter((one) => see.exposed(one)).length;
  return links.flatMap((link) => {
    const href = link.getAttribute("href");
    const name = see.name(link);
    if (!/^#./.test(href) || !WORDS.test(name) || !see.rendered(link)) return [];
    const id = decodeURIComponent(href.slice(1));
    const target = document.getElementById(id) ?? document.getElementsByName(id)[0] ?? null;
    const there = target && (see.rendered(target) || (!target.childElementCount && !target.textContent.trim() && see.parent(target) && see.rendered(see.parent(target))));
    return there ? [] : [{ element: link, name, href, gone: !target, otherWays: main && headings > 0 }];
  });
}
