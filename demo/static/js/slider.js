/* A slider (ARIA Authoring Practices): arrow keys, Page Up and Down, Home and End; a press on its track, a drag, or its buttons. */
import { component } from "./component.js";

const STEP = 0.5;
const LEAP = 2;

const inWords = (hours) => (hours === 1 ? "1 timme" : `${String(hours).replace(".", ",")} timmar`);

component("slider", (root) => {
  const [field, track, thumb, value] = ["input", ".slider__track", ".slider__thumb", "output"].map((one) => root.querySelector(one));
  const most = Number(root.dataset.most);
  const dragOnly = root.hasAttribute("data-drag-only");

  const show = (hours) => {
    track.style.setProperty("--part", `${(100 * hours) / most}%`);
    value.textContent = inWords(hours);
    if (!thumb.hasAttribute("aria-valuenow")) return;
    thumb.setAttribute("aria-valuenow", hours);
    thumb.setAttribute("aria-valuetext", inWords(hours));
  };
  const set = (hours) => {
    const kept = Math.min(Math.max(Math.round(hours / STEP) * STEP, 0), most);
    if (kept === Number(field.value)) return;
    field.value = kept;
    show(kept);
    root.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const at = (event) => {
    const box = track.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * most;
  };

  thumb.addEventListener("keydown", (event) => {
    const now = Number(field.value);
    const to = {
      ArrowRight: now + STEP, ArrowUp: now + STEP, ArrowLeft: now - STEP, ArrowDown: now - STEP,
      PageUp: now + LEAP, PageDown: now - LEAP, Home: 0, End: most,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) set(Number(field.value) + Number(button.dataset.step));
  });
  track.addEventListener("pointerdown", (event) => {
    if (dragOnly && event.target !== thumb) return;
    track.setPointerCapture(event.pointerId);
  });
  track.addEventListener("pointermove", (event) => {
    if (track.hasPointerCapture(event.pointerId)) set(at(event));
  });
  track.addEventListener("pointerup", (event) => {
    if (track.hasPointerCapture(event.pointerId) && event.target !== thumb) set(at(event));
  });
  show(Number(field.value));
});

// The sum of all hours, told when the one who drags has come to rest.
component("assessment", (form) => {
  const total = form.querySelector("[data-total]");
  form.addEventListener("change", () => {
    const hours = [...form.querySelectorAll("[name^=timmar-]")].reduce((all, one) => all + Number(one.value), 0);
    total.textContent = inWords(hours);
  });
});
