/* How far a frame's document lies from the frame element's own top left corner: its border and padding, in CSS pixels. */
(frame) => {
  const style = getComputedStyle(frame);
  // One that is in no slot has no style at all.
  return [frame.clientLeft + (parseFloat(style.paddingLeft) || 0), frame.clientTop + (parseFloat(style.paddingTop) || 0)];
}
