/* Paths of many elements at once, each as path.js gives it; every list of siblings is counted once only. */
([elements, numbers]) => {
  const places = new Map();
  const placeOf = (element) => {
    const parent = element.parentNode;
    if (element === document.documentElement || !parent || !parent.children) return CSS.escape(element.localName);
    if (!places.has(parent)) places.set(parent, new Map(Array.from(parent.children, (child, at) => [child, at + 1])));
    return `:nth-child(${places.get(parent).get(element)})`;
  };
  const steps = new Map();
  const stepsOf = (element) => {
    if (!steps.has(element)) {
      const above = element.parentElement;
      steps.set(element, above ? `${stepsOf(above)}>${placeOf(element)}` : placeOf(element));
    }
    return steps.get(element);
  };
  return numbers.map((number) => {
    const hops = [];
    for (let at = elements[number]; at; ) {
      const root = at.getRootNode();
      hops.unshift(stepsOf(at));
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return hops;
  });
}
