"""Contrast of what is not text but needed to recognise a control: the boundary of fields and boxes, the shape of icons.

What fails: a field to write or choose in, or a box to tick, whose boundary has less than 3:1 to what is next to it on
every side, where nothing else shows that there is one; an icon that alone tells what a button or link does, and has
less than 3:1 to its ground.

For whom: people with low vision or with reduced sensitivity to contrast, who do not find the control.

How to fix: give the border, the fill or the icon a colour with at least 3:1 to the colour next to it. For a field one
side is enough, such as a line below it.

Limits: what the browser draws itself, disabled controls and the control that has focus are not judged. Where a
placeholder, a value or an icon also shows where the field is, it is asked about. Icons made of letters, backgrounds or
masks are not judged; raster images are asked about. Parts of charts and changes between states are not judged.

Source: WCAG 2.2 success criterion 1.4.11, techniques G195, G207, G209; Understanding Non-text Contrast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Error as PlaywrightError

from checks.contrast.observe import observe
from checks.contrast.pixels import Camera, Rect, Sheet
from checks.contrast.words import ratio
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import Document, State
from standards.colour import Rgb, contrast, hexadecimal

Array = NDArray[Any]

MOST = 600
MOST_ENLARGED = 20
TIMES = 4
LEAST = 3.0
REACH = 4
"""Pixels on either side of a boundary that belong to it."""

SORTS = {
    "field": Text("Fältets gräns", "The boundary of the field"),
    "box": Text("Rutans gräns", "The boundary of the box"),
    "icon": Text("Ikonen", "The icon"),
}
SHOWN = {
    "placeholder": Text("platshållaren", "the placeholder"),
    "value": Text("texten i det", "the text in it"),
    "select": Text("pilen och texten i det", "the arrow and the text in it"),
    "icon": Text("ikonen intill", "the icon beside it"),
}


@dataclass(frozen=True)
class Best:
    """The best contrast that marks a control, and the two colours that give it."""

    ratio: float
    one: Rgb
    other: Rgb


@check(
    id="contrast-nontext",
    title=Text("Kontrast för fält och ikoner, mätt i bild", "Contrast of fields and icons, measured from pixels"),
    criteria=("1.4.11",),
    looks_at=Text(
        "Fält, kryssrutor och knappar med bara en ikon, med ramar och shadow DOM.",
        "Fields, check boxes and buttons with an icon only, with frames and shadow DOM.",
    ),
    certainty=Text(
        "Hög där inget annat visar kontrollen; annars ställs en fråga.",
        "High where nothing else shows the control; else it is asked about.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each control that can hardly be seen."""
    seen = state.once(observe)
    enlarged = 0
    for document in state.documents:
        try:
            held = document.frame.evaluate_handle(
                script("checks.contrast", "controls.js"), {"most": MOST, "top": not document.path}
            )
            controls = held.evaluate("(told) => told.controls")
        except PlaywrightError:
            continue
        weak = []
        for control in controls:
            boxes = [_moved(box, document) for box in control["boxes"]]
            best = _icon(seen.sheet, boxes[0]) if control["sort"] == "icon" else _boundary(seen.bare, boxes)
            if best and best.ratio < LEAST and control["sort"] == "icon" and enlarged < MOST_ENLARGED:
                # A thin line is paler than its colour until it is painted larger.
                enlarged += 1
                best = _of_shape(Camera(state, ()).shot(_around(boxes[0]), TIMES))
            if best and best.ratio < LEAST:
                weak.append((control, best))
        paths = held.evaluate(
            f"(told, numbers) => numbers.map((number) => ({script('checks', 'path.js')})(told.elements[number]))",
            [control["element"] for control, _ in weak],
        )
        for (control, best), element in zip(weak, state.describe(document, paths), strict=True):
            if element:
                yield _finding(control, best, element, seen.sheet)


def _moved(box: list[float], document: Document) -> Rect:
    x, y, width, height = box
    return x + document.offset[0], y + document.offset[1], width, height


def _boundary(bare: Sheet, boxes: list[Rect]) -> Best | None:
    """The best contrast across any side of any of the boxes; None where they are not in the picture."""
    found = [best for box in boxes for best in _sides(bare, box)]
    return max(found, key=lambda one: one.ratio, default=None)


def _sides(sheet: Sheet, box: Rect) -> Iterator[Best]:
    x, y, width, height = box
    # The middle of each side: corners may be round.
    for rect, axis in (
        ((x + width * 0.2, y - REACH, width * 0.6, 2 * REACH), 1),
        ((x + width * 0.2, y + height - REACH, width * 0.6, 2 * REACH), 1),
        ((x - REACH, y + height * 0.2, 2 * REACH, height * 0.6), 0),
        ((x + width - REACH, y + height * 0.2, 2 * REACH, height * 0.6), 0),
    ):
        part = sheet.part(rect)
        if part is not None and min(part.shape[:2]) > 2:
            yield _strongest(np.median(part, axis=axis))


def _strongest(line: Array) -> Best:
    """The two colours on a line of pixels with the most contrast."""
    colours = np.unique(np.round(line).astype(int), axis=0)
    pairs = list(combinations(range(len(colours)), 2))
    if not pairs:
        return Best(1.0, _rgb(colours[0]), _rgb(colours[0]))
    first, second = colours[[one for one, _ in pairs]], colours[[other for _, other in pairs]]
    ratios = contrast(first, second)
    at = int(np.argmax(ratios))
    return Best(float(ratios[at]), _rgb(first[at]), _rgb(second[at]))


def _icon(sheet: Sheet, box: Rect) -> Best | None:
    part = sheet.part(_around(box))
    return None if part is None else _of_shape(part)


def _of_shape(part: Array) -> Best | None:
    """Contrast of a shape to the ground around it; None where there is no even ground or no shape."""
    edge = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])
    grounds, counts = np.unique(edge, axis=0, return_counts=True)
    if counts.max() < 0.5 * len(edge):
        return None
    ground = grounds[int(np.argmax(counts))]
    pixels = part.reshape(-1, 3)
    ratios = contrast(pixels, np.broadcast_to(ground, pixels.shape))
    shape = ratios > 1.08
    if shape.sum() < 8:
        return None
    top = float(np.percentile(ratios[shape], 90))
    colour = np.median(pixels[shape & (ratios >= top * 0.97)], axis=0)
    return Best(top, _rgb(colour), _rgb(ground))


def _around(box: Rect) -> Rect:
    x, y, width, height = box
    return max(0.0, x - 1), max(0.0, y - 1), width + 2, height + 2


def _finding(control: dict[str, Any], best: Best, element: Element, sheet: Sheet) -> Finding:
    sort, shown = SORTS[control["sort"]], SHOWN.get(control["shown"])
    question = None
    if shown:
        question = Text(
            f"{sort.sv} har bara {ratio(best.ratio).sv}. Räcker {shown.sv} för att se att det finns ett fält?",
            f"{sort.en} has only {ratio(best.ratio).en}. Is {shown.en} enough to see that there is a field?",
        )
    elif control["raster"]:
        question = Text(
            "Ikonen är en bild med låg kontrast. Går det att se vad den föreställer?",
            "The icon is an image of low contrast. Can it be seen what it shows?",
        )
    elif best.ratio < 1.02:
        question = Text(
            "Ingen gräns syns. Går det att se var kontrollen är?",
            "No boundary shows. Can it be seen where the control is?",
        )
    return Finding(
        check="contrast-nontext",
        rule=f"{control['sort']}-contrast",
        engine="contrast",
        outcome=Outcome.CANT_TELL if question else Outcome.FAILED,
        kind="nontext-contrast",
        criteria=("1.4.11",),
        element=element,
        expected=Text(
            f"{sort.sv} har minst 3:1 mot färgen intill", f"{sort.en} has at least 3:1 to the colour beside it"
        ),
        observed=Text(
            f"{sort.sv} har {ratio(best.ratio).sv}: {hexadecimal(best.one)} mot {hexadecimal(best.other)}",
            f"{sort.en} has {ratio(best.ratio).en}: {hexadecimal(best.one)} to {hexadecimal(best.other)}",
        ),
        question=question,
        evidence={
            "kontrast": ratio(best.ratio).sv,
            "krav": "3:1",
            "färg": hexadecimal(best.one),
            "bakgrund": hexadecimal(best.other),
        },
    )


def _rgb(colour: Array) -> Rgb:
    red, green, blue = (round(float(channel)) for channel in colour[:3])
    return red, green, blue
