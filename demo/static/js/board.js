/* Cards in columns: dragged with the pointer, or moved by the menu on each card. Where a card went is announced. */
import { announce } from "./announce.js";
import { component } from "./component.js";

component("board", (board) => {
  const columns = [...board.querySelectorAll(".column")];
  const titleOf = (column) => column.querySelector(".column__title").textContent;

  // A card's menu offers the columns in which the card is not.
  const offer = (card) => {
    card.querySelector(".menu").replaceChildren(...columns.filter((column) => !column.contains(card)).map((column) => {
      const item = Object.assign(document.createElement("button"), { type: "button", className: "menu__item", textContent: titleOf(column) });
      item.setAttribute("role", "menuitem");
      item.dataset.to = column.dataset.column;
      const place = document.createElement("li");
      place.setAttribute("role", "none");
      place.append(item);
      return place;
    }));
  };
  const move = (card, column) => {
    if (column.contains(card)) return;
    column.querySelector(".column__cards").append(card);
    card.classList.add("is-new");
    for (const one of columns) one.querySelector("[data-count]").textContent = one.querySelectorAll(".board__card").length;
    offer(card);
    announce(`${card.querySelector(".board__title").textContent} är flyttad till ${titleOf(column)}.`);
    if (!board.hasAttribute("data-leaves-focus")) card.querySelector(".board__move button").focus();
    fetch(board.dataset.saves, { method: "POST", keepalive: true, body: new URLSearchParams({ id: card.dataset.id, till: column.dataset.column }) });
  };

  board.querySelectorAll(".board__card").forEach(offer);
  board.addEventListener("click", (event) => {
    const item = event.target.closest("[data-to]");
    if (item) move(item.closest(".board__card"), columns.find((column) => column.dataset.column === item.dataset.to));
  });

  let dragged = null;
  board.addEventListener("dragstart", (event) => {
    dragged = event.target.closest(".board__card");
    dragged?.classList.add("is-dragged");
  });
  board.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
  });
  for (const column of columns) {
    const over = (on) => column.classList.toggle("is-over", on);
    column.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      over(true);
    });
    column.addEventListener("dragleave", (event) => column.contains(event.relatedTarget) || over(false));
    column.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (dragged) move(dragged, column);
    });
  }
});
