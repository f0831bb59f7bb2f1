/* Animations that flash more than three times a second on a large area: [{ path, rate, area, sure }], rate in flashes a
 * second, area in square pixels of the window. `pathOf` is path.js.
 * A flash is a pair of opposing changes of relative luminance by 0.1 or more, the darker below 0.8 (WCAG 2.2). */
(pathOf) => {
  const LARGE = 21_824;
  const FASTEST = 3;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = "#000"; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return Array.from(canvas.getImageData(0, 0, 1, 1).data); };
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => { for (let at = element; at; at = at.parentElement) { const colour = rgba(getComputedStyle(at).backgroundColor); if (colour[3] === 255) return colour; } return [255, 255, 255, 255]; };
  const over = (top, below, alpha) => [0, 1, 2].map((i) => top[i] * alpha + below[i] * (1 - alpha));
  const red = ([r, g, b]) => r + g + b > 0 && r / (r + g + b) >= 0.8;

  const told = new Map();
  for (const animation of document.getAnimations().slice(0, 300)) {
    const effect = animation.effect;
    const element = effect?.target;
    if (animation.playState !== "running" || !(element instanceof Element) || effect.pseudoElement) continue;
    const timing = effect.getComputedTiming();
    const box = element.getBoundingClientRect();
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    const area = Math.round(Math.max(width, 0) * Math.max(height, 0));
    if (area < LARGE || !(timing.duration > 0) || timing.activeDuration < 1000 * Math.min(1, FASTEST * timing.duration / 1000)) continue;
    const frames = effect.getKeyframes();
    const below = behind(element.parentElement ?? element);
    const own = behind(element);
    const looks = frames.filter((frame) => frame.opacity !== undefined || frame.backgroundColor !== undefined || frame.visibility !== undefined).map((frame) => {
      const background = frame.backgroundColor === undefined ? own : rgba(frame.backgroundColor);
      const alpha = frame.visibility === "hidden" ? 0 : (frame.opacity === undefined ? 1 : Number(frame.opacity)) * (background[3] ?? 255) / 255;
      return over(background, below, alpha);
    });
    if (looks.length < 2) continue;
    const swings = effect.getTiming().direction.startsWith("alternate");
    // A round begins anew where it does not swing back: from its end to its start is a change too.
    const round = swings ? looks : [...looks, looks[0]];
    const light = round.map(luminance);
    // From one extreme to the next: what rises by steps is one change.
    const extremes = light.filter((one, i) => i === 0 || i === light.length - 1 || (one - light[i - 1]) * (light[i + 1] - one) < 0);
    const changes = extremes.slice(1).filter((one, i) => Math.abs(one - extremes[i]) >= 0.1 && Math.min(one, extremes[i]) < 0.8).length;
    const reds = round.slice(1).filter((one, i) => red(one) !== red(round[i])).length;
    const rate = Math.max(changes, reds) / 2 * 1000 / timing.duration;
    if (rate <= FASTEST || told.has(element)) continue;
    told.set(element, { path: pathOf(element), rate, area, sure: !/image|gradient/.test(getComputedStyle(element).backgroundImage) });
  }
  return Array.from(told.values()).slice(0, 6);
}
