/* How far a frame's document lies from the frame element's own top left corner: its border and padding, in CSS pixels. */
(frame) => {
  const style = getComputedStyle(frame);
  return [frame.clientLeft + parseFloat(style.paddingLeft), frame.clientTop + parseFloat(style.paddingTop)];
}
