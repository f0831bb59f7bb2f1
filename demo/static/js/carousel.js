/* News of which one shows at a time (ARIA Authoring Practices: carousel that its user turns). */
import { component } from "./component.js";

component("carousel", (carousel) => {
  const slides = [...carousel.querySelectorAll(".slide")];
  carousel.addEventListener("click", (event) => {
    const turn = Number(event.target.closest("[data-turn]")?.dataset.turn ?? 0);
    if (!turn) return;
    const now = slides.findIndex((slide) => !slide.hidden);
    slides.forEach((slide, index) => (slide.hidden = index !== (now + turn + slides.length) % slides.length));
  });
});
