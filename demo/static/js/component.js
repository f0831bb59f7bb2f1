/* A component is markup with data-component="name" and a function that gives it its behaviour. */

/** Run `mount` once for each element of a component, now and in what is put into the page later (see `mountIn`). */
export function component(name, mount) {
  mounts.set(name, mount);
  mountOne(name, document);
}

/** Give behaviour to markup that has just been put in. */
export function mountIn(root) {
  for (const name of mounts.keys()) mountOne(name, root);
}

const mounts = new Map();
const mounted = new WeakMap();

function mountOne(name, root) {
  for (const element of root.querySelectorAll(`[data-component~="${name}"]`)) {
    const done = mounted.get(element) ?? new Set();
    if (done.has(name)) continue;
    mounted.set(element, done.add(name));
    mounts.get(name)(element);
  }
}
