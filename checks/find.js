/* The element that a path leads to (see path.js and checks/model.py, Element), null where nothing is there. */
(hops) => {
  const depth = (element) => { let steps = 0; for (let at = element; at; at = at.parentElement) steps += 1; return steps; };
  let root = document;
  let element = null;
  for (const hop of hops) {
    // A shadow root can't be named in a selector, so "from the root" is taken to be the shallowest match.
    element = !root ? null : root === document ? root.querySelector(hop)
      : Array.from(root.querySelectorAll(hop)).sort((one, other) => depth(one) - depth(other))[0] ?? null;
    root = element && element.shadowRoot;
  }
  return element;
}
