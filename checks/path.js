/* The path of an element within its document: hops through shadow roots, outermost first (see
 * checks/model.py, Element). Each hop counts children from its root, so that it names one element. */
(element) => {
  const hops = [];
  for (let at = element; at; ) {
    const root = at.getRootNode();
    const steps = [];
    for (let step = at; step; step = step.parentElement) {
      const tag = step.localName;
      const siblings = step.parentNode && step.parentNode.children;
      steps.unshift(step === document.documentElement || !siblings ? CSS.escape(tag) : `:nth-child(${Array.prototype.indexOf.call(siblings, step) + 1})`);
    }
    hops.unshift(steps.join(">"));
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return hops;
}
