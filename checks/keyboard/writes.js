/* Whether what has focus in an element, or the element itself, is a field that one writes in. */
(element) => {
  const at = element.matches(":focus") ? element : (element.querySelector(":focus") ?? element);
  return at.isContentEditable || at.matches("textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=range])");
}
