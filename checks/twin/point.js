/* Where in the window an element can be pressed, once it stands still; null where it is covered, disabled, without size
 * or never at rest. It is brought into view first. With a `place` only whether the element still is there.
 * `topmost` is topmost.js. */
(topmost) => async (element, place) => {
  const PATIENCE = 300;
  const until = performance.now() + PATIENCE;
  const boxOf = () => Array.from(element.getClientRects()).find((box) => box.width > 0 && box.height > 0);
  const inView = (box) => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
  const moves = () => document.getAnimations().some((one) => one.playState === "running");
  const framed = () => new Promise((done) => requestAnimationFrame(done));
  const isWithin = (inner) => {
    for (let at = inner; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host ?? null) if (at === element) return true;
    return inner?.closest("label")?.control === element;
  };

  if (place) {
    const [x, y] = place;
    return Array.from(element.getClientRects()).some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
  }
  if (!element.isConnected || element.matches(":disabled")) return null;
  let box = boxOf();
  if (box && !inView(box)) element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  while (box) {
    const before = box;
    if (moves()) await framed();
    box = boxOf();
    if (!box || ["x", "y", "width", "height"].every((edge) => box[edge] === before[edge])) break;
    if (performance.now() > until) return null;
  }
  if (!box) return null;
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  return isWithin(topmost(x, y)) ? [x, y] : null;
}
