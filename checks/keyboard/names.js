/* What the page's controls are called, a line each. */
() => Array.from(document.querySelectorAll("a, button, input, select, label, summary"),
  (one) => [one.innerText, one.value, one.getAttribute("aria-label")].filter(Boolean).join(" ")).join("\n")
