/* Paths of many elements, each as path.js gives it: every list of siblings is counted once only.
 *
 * Gives `pathOf`, and `placeOf`: where an element is among its siblings, from one; 0 where nothing holds it.
 */
() => {
  const places = new Map();
  const placeOf = (element) => {
    const parent = element.parentNode;
    if (!parent || !parent.children) return 0;
    if (!places.has(parent)) places.set(parent, new Map(Array.from(parent.children, (child, at) => [child, at + 1])));
    return places.get(parent).get(element);
  };
  const step = (element) => {
    const place = element === document.documentElement ? 0 : placeOf(element);
    return place ? `:nth-child(${place})` : CSS.escape(element.localName);
  };
  const steps = new Map();
  const stepsOf = (element) => {
    if (!steps.has(element)) {
      const above = element.parentElement;
      steps.set(element, above ? `${stepsOf(above)}>${step(element)}` : step(element));
    }
    return steps.get(element);
  };
  const pathOf = (element) => {
    const hops = [];
    for (let at = element; at; ) {
      const root = at.getRootNode();
      hops.unshift(stepsOf(at));
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return hops;
  };
  return { pathOf, placeOf };
}
