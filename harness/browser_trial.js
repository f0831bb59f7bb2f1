// Draws å, ä, ö and a sign that no font has, and says whether all four came out differently. Without a usable font every
// sign is the same empty box (or nothing at all), and what a check or a person then reads off a screenshot is nonsense.
() => {
  const drawn = (sign) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 60;
    const pen = canvas.getContext("2d");
    pen.font = "40px sans-serif";
    pen.fillText(sign, 10, 45);
    return canvas.toDataURL();
  };
  return new Set(["å", "ä", "ö", "\u{10FFFD}"].map(drawn)).size === 4;
}
