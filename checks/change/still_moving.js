/* Elements that an animation moves, turns or scales over and over, or for more than a second: paths, at most six. `pathOf` is path.js. */
(pathOf) => {
  const MOVES = ["transform", "translate", "scale", "rotate", "left", "right", "top", "bottom", "marginLeft", "marginTop", "backgroundPosition", "offsetDistance"];
  const WAITING = "[role=progressbar], [aria-busy=true], [class*=spinner i], [class*=loader i], [class*=loading i], progress";
  const found = new Map();
  for (const animation of document.getAnimations().slice(0, 300)) {
    const effect = animation.effect;
    const element = effect?.target;
    if (animation.playState !== "running" || !(element instanceof Element) || element.closest(WAITING) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const timing = effect.getComputedTiming();
    if (timing.activeDuration <= 1000) continue;
    const frames = effect.getKeyframes();
    if (MOVES.some((name) => new Set(frames.map((frame) => frame[name]).filter((value) => value != null)).size > 1) && found.size < 6) found.set(element, pathOf(element));
  }
  return Array.from(found.values());
}
