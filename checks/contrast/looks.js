/* How controls look by their style sheets: [{ look, boxes, fine }], one for each of `numbers`.
 *
 * `look` is alike where nothing that marks a control has changed. `boxes` are where its boundary may be, its outline's too, or its
 * icon, in CSS pixels of the page. `fine` where its border, outline or drawing has at least 3:1 to an even ground: no picture is needed then.
 */
({ parse, over, ratio }) => (told, numbers) => {
  const ICON = ["color", "fill", "stroke", "backgroundColor", "backgroundImage", "opacity", "filter", "visibility"];
  const BOUNDARY = [
    "backgroundColor", "backgroundImage", "boxShadow", "opacity", "filter", "visibility", "outlineStyle", "outlineColor", "outlineWidth", "outlineOffset",
    ...["Top", "Right", "Bottom", "Left"].flatMap((side) => ["Color", "Style", "Width"].map((part) => `border${side}${part}`)),
  ];
  const SIDES = ["borderTop", "borderBottom", "borderLeft", "borderRight", "outline"];
  const SHAPES = "path, rect, circle, ellipse, line, polyline, polygon, use";
  // What is seen behind what is in an element, null where that takes a picture.
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
  const clear = (colour, below) => colour?.[3] === 1 && ratio(colour, below) >= 3;
  const bordered = (element) => {
    const below = element.parentElement && ground(element.parentElement);
    const own = getComputedStyle(element);
    return Boolean(below) && own.opacity === "1" && own.filter === "none"
      && SIDES.some((side) => own[`${side}Style`] === "solid" && parseFloat(own[`${side}Width`]) >= 1 && clear(parse(own[`${side}Color`]), below));
  };
  const drawn = (shape) => {
    const below = ground(shape);
    const some = [...shape.querySelectorAll(SHAPES)];
    return Boolean(below) && some.length > 0 && some.every((one) => {
      const { color, fill, stroke, opacity, fillOpacity, strokeOpacity } = getComputedStyle(one);
      // What a symbol holds takes its colour from there or from here.
      const paints = [fill, stroke, ...(one.localName === "use" ? [color] : [])].filter((paint) => paint !== "none");
      return [opacity, fillOpacity, strokeOpacity].every((value) => value === "1") && paints.length > 0 && paints.every((paint) => clear(parse(paint), below));
    });
  };
  const place = ({ left, top, width, height }, by = 0) => [left + window.scrollX - by, top + window.scrollY - by, width + 2 * by, height + 2 * by];
  return numbers.map(({ number, icon }) => {
    const element = told.elements[number];
    const shape = icon && [...element.querySelectorAll("svg, img")].find((one) => one.checkVisibility({ visibilityProperty: true }));
    const around = [];
    for (let at = element.parentElement; at && around.length < 3; at = at.parentElement) around.push(at);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    const looks = (one) => { const its = getComputedStyle(one); return (icon ? ICON : BOUNDARY).map((name) => its[name]).join(" "); };
    return {
      look: [element, ...around, ...[...element.querySelectorAll("*")].slice(0, 8)].map(looks).join("|"),
      boxes: icon ? (shape ? [place(shape.getBoundingClientRect())] : []) : [place(box), ...(outline > 0 ? [place(box, outline)] : [])],
      fine: icon ? Boolean(shape) && shape.localName === "svg" && drawn(shape) : bordered(element),
    };
  });
}
