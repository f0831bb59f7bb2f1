/* How a button looks, and what it says of itself: { look, said }. */
(one) => {
  const looks = (at) => { const style = getComputedStyle(at); return [style.backgroundColor, style.backgroundImage, style.color, style.borderTopColor, style.borderTopWidth, style.borderBottomColor, style.borderBottomWidth, style.boxShadow, style.fontWeight, style.textDecorationLine, style.fill, style.opacity].join(); };
  const parts = [one, ...Array.from(one.querySelectorAll("*")).slice(0, 8)];
  const attributes = parts.flatMap((at) => at.getAttributeNames().filter((name) => /^(aria-|title$|alt$|disabled$)/.test(name)).map((name) => `${name}=${at.getAttribute(name)}`));
  // What an icon draws tells the eye only; of several words the one that is shown is said.
  return { look: parts.map(looks).join("|"), said: [(one.innerText ?? one.textContent).replace(/\s+/g, " ").trim(), ...attributes].join("|") };
}
