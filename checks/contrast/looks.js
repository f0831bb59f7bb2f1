/* How controls look by their style sheets: [{ look, boxes, fine }], one for each of `numbers`.
 *
 * `look` is alike where nothing that marks a control has changed. `boxes` are where its boundary may be, its outline's too, or its
 * icon, in CSS pixels of the page. `fine` where its border or outline has at least 3:1 to an even ground: no picture is needed then.
 */
({ parse, over, ratio }) => ([told, numbers]) => {
  const LOOK = [
    "color", "backgroundColor", "backgroundImage", "boxShadow", "opacity", "filter", "fill", "stroke", "visibility", "outlineStyle", "outlineColor",
    "outlineWidth", "outlineOffset", "borderTopColor", "borderRightColor", "borderBottomColor", "borderLeftColor", "borderTopWidth", "borderBottomWidth",
    "borderTopStyle", "borderBottomStyle",
  ];
  const SIDES = ["borderTop", "borderBottom", "borderLeft", "borderRight", "outline"];
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const back = parse(style.backgroundColor);
      if (!back || style.backgroundImage !== "none" || style.opacity !== "1" || style.filter !== "none") return null;
      if (back[3] > 0) layers.push(back);
      if (back[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const fine = (element) => {
    const below = element.parentElement && ground(element.parentElement);
    const own = getComputedStyle(element);
    return Boolean(below) && own.opacity === "1" && own.filter === "none" && SIDES.some((side) => {
      const colour = parse(own[`${side}Color`]);
      return own[`${side}Style`] === "solid" && parseFloat(own[`${side}Width`]) >= 1 && colour?.[3] === 1 && ratio(colour, below) >= 3;
    });
  };
  const place = ({ left, top, width, height }, by = 0) => [left + window.scrollX - by, top + window.scrollY - by, width + 2 * by, height + 2 * by];
  return numbers.map(({ number, icon }) => {
    const element = told.elements[number];
    const shape = icon && [...element.querySelectorAll("svg, img")].find((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const around = [];
    for (let at = element.parentElement; at && around.length < 3; at = at.parentElement) around.push(at);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    return {
      look: [element, ...around, ...[...element.querySelectorAll("*")].slice(0, 8)].map((one) => { const its = getComputedStyle(one); return LOOK.map((name) => its[name]).join(" "); }).join("|"),
      boxes: icon ? (shape ? [place(shape.getBoundingClientRect())] : []) : [place(box), ...(outline > 0 ? [place(box, outline)] : [])],
      fine: !icon && fine(element),
    };
  });
}
