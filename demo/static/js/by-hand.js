/* A field in which everything must be written sign by sign. */
import { component } from "./component.js";

component("by-hand", (input) => {
  for (const way of ["paste", "drop"]) input.addEventListener(way, (event) => event.preventDefault());
});
