/* Warns before the session ends, and ends it when nobody answers. Staying starts the time anew. */
import { component } from "./component.js";
import { open } from "./dialog.js";

const MINUTE = 60_000;

component("time-limit", (actions) => {
  const dialog = actions.closest(".dialog");
  let timers = [];
  const start = () => {
    timers.forEach(clearTimeout);
    timers = [
      setTimeout(() => (dialog.open ?? !dialog.hidden) || open(dialog), actions.dataset.warnsAfter * MINUTE),
      setTimeout(() => location.assign(actions.dataset.leave), actions.dataset.endsAfter * MINUTE),
    ];
  };
  dialog.addEventListener("close", start);
  start();
});
