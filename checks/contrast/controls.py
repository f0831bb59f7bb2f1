"""The controls of a state that are known by more than text, and how well what marks them shows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Error as PlaywrightError

from checks.asking import Held, hold
from checks.contrast.cover import behind, covered, points
from checks.contrast.pixels import Rect, Sheet, rgb
from checks.model import Element
from checks.scripts import behind_now, script
from checks.state import Document, State
from standards.colour import Rgb, contrast

Array = NDArray[Any]

MOST = 600
REACH = 4
"""CSS pixels on either side of a boundary that belong to it."""


@dataclass(frozen=True)
class Control:
    """A control by `sort`: a "field", "box" or "slider" by its boundary, an "icon" (svg, img) or what is "drawn".

    `boxes` are where that may be, in CSS pixels of the top page. `shown` says what else marks it, empty for nothing;
    `raster` that the icon is an image of pixels.
    """

    document: Document
    held: Held
    number: int
    sort: str
    boxes: tuple[Rect, ...]
    shown: str
    raster: bool

    def beneath(self, state: State) -> bool:
        """Whether something else lies over a part of it."""
        asked = [(self.number, points(self.boxes[:1]))]
        return covered(state.documents[0], self.document, self.held, asked)[0] > 0

    def describe(self, state: State) -> Element | None:
        """The element, None where it is gone."""
        try:
            hops = self.held.ask(
                f"(told, number) => ({script('checks', 'path.js')})(told.elements[number])", self.number
            )
            return state.describe(self.document, [hops])[0]
        except PlaywrightError:
            return None


@dataclass(frozen=True)
class Best:
    """The best contrast that marks a control, and the two colours that give it."""

    ratio: float
    one: Rgb
    other: Rgb


def controls(state: State) -> tuple[Control, ...]:
    """The controls of all documents; for `State.once`."""
    found: list[Control] = []
    for document in state.documents:
        if behind(document):
            continue
        try:
            held = hold(
                document.frame,
                f"({script('checks.contrast', 'controls.js')})({behind_now()})",
                {"most": MOST, "top": not document.path},
            )
            told = held.ask("(told) => told.controls")
        except PlaywrightError:
            continue
        x, y = document.offset
        for one in told:
            boxes = tuple((left + x, top + y, width, height) for left, top, width, height in one["boxes"])
            found.append(Control(document, held, one["element"], one["sort"], boxes, one["shown"], one["raster"]))
    return tuple(found)


def boundary(bare: Sheet, boxes: tuple[Rect, ...]) -> Best | None:
    """The best contrast across any side of any of the boxes; None where they are not in the picture."""
    found = [best for box in boxes for best in _sides(bare, box)]
    return max(found, key=lambda one: one.ratio, default=None)


def drawing(sheet: Sheet, box: Rect) -> Best | None:
    """Contrast of a shape to the ground around it; None where there is no shape, or no even ground."""
    part = sheet.part(around(box))
    return None if part is None else of_shape(part)


def of_shape(part: Array) -> Best | None:
    """The same in an array of pixels (h, w, 3)."""
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
    return Best(top, rgb(colour), rgb(ground))


def around(box: Rect) -> Rect:
    """A box with one CSS pixel of what lies around it."""
    x, y, width, height = box
    return max(0.0, x - 1), max(0.0, y - 1), width + 2, height + 2


def _sides(sheet: Sheet, box: Rect) -> list[Best]:
    x, y, width, height = box
    found = []
    # The middle of each side: corners may be round.
    for rect, axis in (
        ((x + width * 0.2, y - REACH, width * 0.6, 2 * REACH), 1),
        ((x + width * 0.2, y + height - REACH, width * 0.6, 2 * REACH), 1),
        ((x - REACH, y + height * 0.2, 2 * REACH, height * 0.6), 0),
        ((x + width - REACH, y + height * 0.2, 2 * REACH, height * 0.6), 0),
    ):
        part = sheet.part(rect)
        if part is not None and min(part.shape[:2]) > 2:
            found.append(_strongest(np.median(part, axis=axis)))
    return found


def _strongest(line: Array) -> Best:
    """The two colours on a line of pixels with the most contrast."""
    colours = np.unique(np.round(line).astype(int), axis=0)
    pairs = list(combinations(range(len(colours)), 2))
    if not pairs:
        return Best(1.0, rgb(colours[0]), rgb(colours[0]))
    first, second = colours[[one for one, _ in pairs]], colours[[other for _, other in pairs]]
    ratios = contrast(first, second)
    at = int(np.argmax(ratios))
    return Best(float(ratios[at]), rgb(first[at]), rgb(second[at]))
