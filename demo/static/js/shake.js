/* Sends a form when the telephone is shaken. */
import { component } from "./component.js";

const HARD = 20;

component("shake", (text) => {
  addEventListener("devicemotion", (event) => {
    const { x, y, z } = event.acceleration ?? {};
    if (text.isConnected && Math.hypot(x ?? 0, y ?? 0, z ?? 0) > HARD) document.getElementById(text.dataset.submits).requestSubmit();
  });
});
