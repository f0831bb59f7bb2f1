/* <esset-document>: pages in a shadow root, turned with its buttons, with the arrow keys, or by a swipe on a touch screen. */
const SMALLEST = 0.8;
const LARGEST = 2;
const SWIPE = 60;

customElements.define("esset-document", class extends HTMLElement {
  connectedCallback() {
    const root = this.shadowRoot;
    const pages = [...root.querySelectorAll(".page")];
    const area = root.querySelector(".pages");
    let at = 0;
    let zoom = 1;

    const limit = (attribute, value, off) => root.querySelector(`[${attribute}="${value}"]`)?.setAttribute("aria-disabled", String(off));
    const turn = (step) => {
      at = Math.min(Math.max(at + step, 0), pages.length - 1);
      pages.forEach((page, index) => (page.hidden = index !== at));
      root.querySelector(".now").textContent = at + 1;
      limit("data-step", -1, at === 0);
      limit("data-step", 1, at === pages.length - 1);
      area.scrollTop = 0;
    };
    const scale = (step) => {
      zoom = Math.min(Math.max(zoom + step * 0.2, SMALLEST), LARGEST);
      area.style.setProperty("--zoom", zoom);
      limit("data-zoom", -1, zoom <= SMALLEST);
      limit("data-zoom", 1, zoom >= LARGEST);
    };

    root.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.step) turn(Number(button.dataset.step));
      if (button?.dataset.zoom) scale(Number(button.dataset.zoom));
    });
    area.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || area.scrollWidth > area.clientWidth) return;
      event.preventDefault();
      turn(step);
    });
    let from = null;
    area.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || this.hasAttribute("swipe-only")) from = event.clientX;
    });
    area.addEventListener("pointerup", (event) => {
      if (from !== null && Math.abs(event.clientX - from) > SWIPE) turn(event.clientX < from ? 1 : -1);
      from = null;
    });
    turn(0);
    scale(0);
  }
});
