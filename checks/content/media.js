/* Sound and film that a page plays, with the tracks they have and what stands around them. */
(see) => {
  // A button stops sound when it says so, wherever it stands.
  const SOUND = /ljud|paus|stopp|tyst|spela|spelning|volym|mute|pause|stop|silen|sound|audio|volume|play/i;
  const stops = () => see.all("button, [role=button], input[type=button]").some((button) => SOUND.test(`${see.name(button)} ${button.value ?? ""} ${button.title} ${button.className} ${button.id}`));
  // In a drawing or a formula an element of that name is none.
  return see.all("audio, video").slice(0, 40).filter((one) => one instanceof HTMLMediaElement && (see.visible(one) || one.autoplay)).map((one) => {
    const around = see.closest(see.parent(one), (at) => see.shown(at).length > 40) || document.documentElement;
    const links = Array.from(around.querySelectorAll("a[href], summary, button, h2, h3, h4, figcaption"), (link) => see.name(link) || see.clean(link.textContent)).join(" ");
    const tracks = Array.from(one.querySelectorAll("track"), (track) => ({ kind: track.kind, failed: track.readyState === 3, coming: track.track.mode !== "disabled" && track.readyState < 2, src: track.getAttribute("src") || "" }));
    return {
      element: one, film: one.tagName === "VIDEO", tracks, transcript: /transkri|utskrift|textversion|textalternativ|i text\b|transcript|text version/i.test(links),
      described: Boolean(one.getAttribute("aria-describedby")), loud: one.autoplay && !one.muted && (!one.paused || !one.played.length), seconds: Number.isFinite(one.duration) ? one.duration : null,
      loops: one.loop, controls: one.controls || stops(), visible: see.visible(one), label: /undertext|textad|syntolk|caption|audio descri/i.test(links),
      file: (one.currentSrc || one.getAttribute("src") || one.querySelector("source")?.getAttribute("src") || "").split("/").pop().slice(0, 80), decorative: one.muted && one.loop && one.autoplay && !one.controls,
    };
  });
}
