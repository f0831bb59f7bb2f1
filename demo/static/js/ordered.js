/* A list whose order is chosen: by dragging, or step by step with the buttons of each line. */
import { announce } from "./announce.js";
import { component } from "./component.js";

component("ordered", (list) => {
  const text = (line) => line.querySelector(".goal__text").textContent;
  const place = (line, before) => {
    list.insertBefore(line, before);
    announce(`${text(line)} är nummer ${[...list.children].indexOf(line) + 1} av ${list.children.length}.`);
    const order = new URLSearchParams([...list.children].map((one) => ["mal", text(one)]));
    fetch(list.dataset.saves, { method: "POST", keepalive: true, body: order });
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    const line = button?.closest("li");
    if (button?.dataset.step === "-1" && line.previousElementSibling) place(line, line.previousElementSibling);
    else if (button?.dataset.step === "1" && line.nextElementSibling) place(line, line.nextElementSibling.nextElementSibling);
    else return;
    button.focus();
  });

  let dragged = null;
  list.addEventListener("dragstart", (event) => (dragged = event.target.closest("li")));
  list.addEventListener("dragend", () => (dragged = null));
  list.addEventListener("dragover", (event) => dragged && event.preventDefault());
  list.addEventListener("drop", (event) => {
    const onto = event.target.closest("li");
    event.preventDefault();
    if (!dragged || !onto || onto === dragged) return;
    const down = dragged.compareDocumentPosition(onto) & Node.DOCUMENT_POSITION_FOLLOWING;
    place(dragged, down ? onto.nextElementSibling : onto);
  });
});
