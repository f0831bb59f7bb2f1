/* Says something to those who can't see that it happened, by the page's live region. */

/** Announce a text. The same text twice in a row is told twice. */
export function announce(text) {
  const region = document.getElementById("meddelande");
  // A mark that makes no sound tells the same text from the one before it.
  region.textContent = region.textContent === text ? text + "\u200b" : text;
}
