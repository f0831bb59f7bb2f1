/* Makes a long text take less room. */
import { component } from "./component.js";

component("fit", (text) => {
  text.style.setProperty("line-height", "1.2", "important");
  text.style.setProperty("letter-spacing", "0", "important");
});
