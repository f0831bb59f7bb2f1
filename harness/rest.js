/* Waits until the page is at rest: loaded, fonts there, finite animations ended, painted.
 * Gives up after `limit` milliseconds; an endless animation is never waited for. */
async (limit) => {
  const bounded = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, limit))]);
  if (document.readyState !== "complete") await bounded(new Promise((done) => addEventListener("load", done, { once: true })));
  await bounded(document.fonts.ready);
  const finite = document.getAnimations().filter((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity);
  if (finite.length) await bounded(Promise.allSettled(finite.map((one) => one.finished)));
  // After the next frame's own work: what the last change asked for is then laid out and painted. A hidden page paints none.
  if (!document.hidden) await bounded(new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}
