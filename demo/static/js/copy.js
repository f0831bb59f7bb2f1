/* Copies the page's address and tells that it is done. */
import { component } from "./component.js";

component("copy", (root) => {
  const [button, done] = [root.querySelector("button"), root.querySelector(".copy__done")];
  button.addEventListener("click", async () => {
    // Where copying is forbidden, the address is in the address bar all the same.
    await navigator.clipboard?.writeText(location.href).catch(() => {});
    done.textContent = "Länken är kopierad";
  });
});
