/* What moves by itself for more than five seconds: { moving: [{ path, what, sure }], pause: text of a control that may stop
 * it }. `what` is "marquee", "animation", "blink", "gif" or "video"; `sure` where it holds something to read or see.
 * `pathOf` is path.js. */
async (pathOf) => {
  const LONG = 5000;
  const MOST = 8;
  const moving = new Map();
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const visible = (element) => { const box = element.getBoundingClientRect(); return element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && box.width > 4 && box.height > 4; };
  const add = (element, what, sure) => { if (visible(element) && moving.size < MOST && !moving.has(element)) moving.set(element, { path: pathOf(element), what, sure }); };

  for (const element of document.querySelectorAll("marquee")) {
    const loops = Number(element.getAttribute("loop") ?? -1);
    if (loops < 1 && element.scrollAmount > 0) add(element, "marquee", Boolean(clean(element.textContent) || element.querySelector("img")));
  }

  const WAITING = "[role=progressbar], [aria-busy=true], [class*=spinner i], [class*=loader i], [class*=loading i], [class*=skeleton i], [class*=progress i], progress";
  for (const animation of document.getAnimations().slice(0, 300)) {
    const effect = animation.effect;
    const element = effect?.target;
    if (animation.playState !== "running" || !(element instanceof Element) || element.closest(WAITING) || !(animation.timeline instanceof DocumentTimeline)) continue;
    const timing = effect.getComputedTiming();
    if (timing.activeDuration <= LONG || effect.pseudoElement) continue;
    const frames = effect.getKeyframes();
    const values = (name) => new Set(frames.map((frame) => frame[name]).filter((value) => value !== undefined && value !== null));
    const shifts = ["transform", "translate", "left", "right", "top", "bottom", "marginLeft", "marginTop", "scale", "rotate", "textIndent", "offsetDistance"].some((name) => values(name).size > 1);
    const opacities = Array.from(values("opacity"), Number);
    const blinks = (opacities.length > 1 && Math.max(...opacities) - Math.min(...opacities) >= 0.5) || values("visibility").size > 1;
    const text = Boolean(clean(element.innerText));
    if (shifts) add(element, "animation", text);
    else if (blinks) add(element, "blink", text);
  }

  for (const video of document.querySelectorAll("video[autoplay]")) {
    if (!video.controls && !video.paused && (video.loop || video.duration > LONG / 1000)) add(video, "video", true);
  }

  // A GIF's frames: each has a graphic control extension with its delay in hundredths of a second.
  const duration = (bytes) => {
    let frames = 0, hundredths = 0, loops = 1;
    if (bytes.length < 13 || String.fromCharCode(...bytes.slice(0, 3)) !== "GIF") return 0;
    let at = 13 + (bytes[10] & 0x80 ? 3 * 2 ** ((bytes[10] & 7) + 1) : 0);
    const skip = () => { while (at < bytes.length && bytes[at]) at += bytes[at] + 1; at += 1; };
    while (at < bytes.length) {
      const kind = bytes[at];
      if (kind === 0x21) {
        if (bytes[at + 1] === 0xf9) hundredths += (bytes[at + 4] | (bytes[at + 5] << 8)) || 10;
        if (bytes[at + 1] === 0xff && String.fromCharCode(...bytes.slice(at + 3, at + 11)) === "NETSCAPE") loops = (bytes[at + 16] | (bytes[at + 17] << 8)) || Infinity;
        at += 2;
        skip();
      } else if (kind === 0x2c) {
        frames += 1;
        at += 10 + (bytes[at + 9] & 0x80 ? 3 * 2 ** ((bytes[at + 9] & 7) + 1) : 0) + 1;
        skip();
      } else break;
    }
    return frames > 1 ? hundredths * 10 * loops : 0;
  };
  const gifs = Array.from(document.images).filter((image) => /\.gif(\?|$)|^data:image\/gif/i.test(image.currentSrc) && visible(image)).slice(0, 5);
  for (const image of gifs) {
    try {
      const limit = AbortSignal.timeout(800);
      const answer = await fetch(image.currentSrc, { cache: "force-cache", signal: limit });
      if (answer.ok && duration(new Uint8Array(await answer.arrayBuffer())) > LONG) add(image, "gif", true);
    } catch { /* Another origin's picture can't be read; a person sees it. */ }
  }

  const PAUSE = /\b(paus|stopp|stoppa|stäng av|dölj|pause|stop|hide)/i;
  const pause = moving.size && Array.from(document.querySelectorAll("button, [role=button], [role=switch], input[type=button], input[type=checkbox]"))
    .filter(visible).map((one) => clean(one.getAttribute("aria-label") || one.textContent || one.value || one.labels?.[0]?.textContent)).find((name) => PAUSE.test(name));
  return { moving: Array.from(moving.values()), pause: pause || "" };
}
