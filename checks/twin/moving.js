/* Whether something is on its way to where it will stay. What goes on for ever, such as a waiting symbol, is not. */
() => document.getAnimations().some((one) => one.playState === "running" && one.effect?.target
  && Number.isFinite(one.effect.getComputedTiming().endTime));
