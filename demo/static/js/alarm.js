/* Shows what its template holds when some minutes have passed. */
import { component } from "./component.js";

component("alarm", (place) => {
  setTimeout(() => place.append(place.querySelector("template").content.cloneNode(true)), place.dataset.after * 60_000);
});
