/* The words of a control that offers another way to prove who one is; empty where there is none. */
() => {
  const WAY = /(legitimation|bankid|freja|passkey|nyckel|annat sätt|i stället|länk på e-post|magic link|another way|fingeravtryck|face id)/i;
  const controls = Array.from(document.querySelectorAll("a[href], button, [role=button], summary, input[type=submit]")).filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const words = controls.map((one) => `${one.innerText || one.value || one.getAttribute("aria-label") || ""}`.replace(/\s+/g, " ").trim());
  return words.find((one) => WAY.test(one)) ?? "";
}
