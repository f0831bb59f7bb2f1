/* Where on this page the faulty HTML of a case stands: `within` are paths of its outermost elements, `at` the path of
 * what holds them together where the HTML has text or several elements of its own. Addresses are compared by file name
 * only: a corpus moves its pictures. Class names are compared first, then not: the page's own script may set them. */
(pathOf) => (html) => {
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const example = new DOMParser().parseFromString(html, "text/html").body;
  const last = (value) => value.split(/[/#?]/).filter(Boolean).pop() || value;
  const sameAttribute = (one, other, name) => {
    const [a, b] = [one.getAttribute(name), other.getAttribute(name)];
    return a === b || (["src", "href", "data", "poster"].includes(name) && a !== null && b !== null && last(a) === last(b));
  };
  const same = (one, other, lax) =>
    one.getAttributeNames().every((name) => (lax && name === "class") || sameAttribute(one, other, name)) &&
    plain(one.textContent) === plain(other.textContent);
  const find = (element) => {
    const alike = [...document.querySelectorAll(element.localName)];
    const exact = alike.filter((one) => same(element, one, false));
    return exact.length ? exact : alike.filter((one) => same(element, one, true));
  };
  const roots = [...example.children].filter((one) => one.localName !== "br");
  const found = roots.flatMap(find);
  const loose = [...example.childNodes].some((node) => node.nodeType === 3 && plain(node.data));
  const at = [];
  if (loose || roots.length !== 1) {
    // The innermost element that holds all of it.
    const text = plain(example.textContent);
    const holders = [...document.querySelectorAll("body *")].filter(
      (one) => plain(one.textContent).includes(text) && found.every((part) => one.contains(part)));
    if (holders.length) at.push(pathOf(holders[holders.length - 1]));
  }
  return { within: found.map(pathOf), at };
}
