/* Goes to what is chosen at once. */
import { component } from "./component.js";

component("go", (select) => select.addEventListener("change", () => select.form.submit()));
