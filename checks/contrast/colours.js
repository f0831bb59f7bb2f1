/* Reckons with colours as style sheets give them: { parse, over, ratio }, each colour [red, green, blue, alpha], to 255 and 1. */
() => {
  // None of what is not rgb(): that is for the pictures to tell.
  const parse = (text) => /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text)?.slice(1).map((one) => one === undefined ? 1 : +one);
  const over = (front, back) => [0, 1, 2].map((at) => front[at] * front[3] + back[at] * (1 - front[3]));
  // WCAG's relative luminance.
  const light = (colour) => colour.slice(0, 3).map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return { parse, over, ratio };
}
