/* Leaves the page when some minutes have passed, whatever is written there. */
import { component } from "./component.js";

component("leave-after", (mark) => {
  setTimeout(() => location.replace(mark.dataset.leave), mark.dataset.minutes * 60_000);
});
