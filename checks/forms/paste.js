/* Pastes a text into a field as a user would: whether the page keeps it from coming in. */
(field) => {
  const text = "471147";
  const before = field.value;
  const clipboard = new DataTransfer();
  clipboard.setData("text/plain", text);
  field.focus();
  const event = new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true, composed: true });
  const free = field.dispatchEvent(event);
  const typed = new InputEvent("beforeinput", { inputType: "insertFromPaste", data: text, dataTransfer: clipboard, bubbles: true, cancelable: true, composed: true });
  const freeToo = field.dispatchEvent(typed);
  // A page that takes the paste into its own hands puts it in itself, here or in the fields beside.
  const beside = Array.from((field.form ?? document).querySelectorAll("input")).some((one) => one.value && text.startsWith(one.value.slice(0, 6)) && one.value !== before);
  return { stopped: !free || !freeToo, filled: field.value !== before || beside };
}
