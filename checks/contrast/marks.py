"""What tells that a control is chosen, by the pictures of it and of one alike that is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checks.contrast.pixels import Array, Rect, rgb
from standards.colour import Rgb, contrast

MARGIN = 4
"""CSS pixels around a control that belong to the pictures: a line may be drawn outside it."""

DIFFERS, ALIKE = 10, 14
"""Steps of a channel (0-255) from which two pixels are of different colours, and up to which a ground is one colour."""

LARGEST_STEP = 3.0
"""CSS pixels that the heights of two pictures may differ."""


@dataclass(frozen=True)
class Mark:
    """What is there of a chosen control, and not of the other.

    `ratio` is the best contrast of anything that differs, to what the other has at that place or within the mark
    itself; `colour` and `ground` are the two that give it. `appears` tells that the mark is something of its own on the
    ground around it; else the colour of something that is there anyway has changed.
    """

    ratio: float
    colour: Rgb
    ground: Rgb
    appears: bool


def around(box: Rect, other: Rect) -> tuple[Rect, Rect]:
    """Two boxes with what lies just around them: of those that stand in one row or column, the same part of it."""
    (x, y, width, height), (left, top, breadth, length) = box, other
    if abs(y - top) <= LARGEST_STEP and abs(y + height - top - length) <= LARGEST_STEP:
        lower = max(y + height, top + length)
        y = top = min(y, top)
        height = length = lower - y
    if abs(x - left) <= LARGEST_STEP and abs(x + width - left - breadth) <= LARGEST_STEP:
        outer = max(x + width, left + breadth)
        x = left = min(x, left)
        width = breadth = outer - x
    return _grown_box((x, y, width, height)), _grown_box((left, top, breadth, length))


def mark(here: Array, there: Array, masks: Sequence[Rect] = (), scale: float = 1.0) -> Mark | None:
    """What differs between two pictures (`around` their boxes, `scale` pixels a CSS pixel); None where nothing does.

    `masks` are boxes from the corner of the controls that are not compared.
    """
    aligned = _aligned(here, there, scale)
    if aligned is None:
        return None
    one, other = aligned
    differs = np.abs(one - other).max(axis=2) > DIFFERS
    for x, y, width, height in masks:
        left, top = int((x + MARGIN - 2) * scale), int((y + MARGIN - 2) * scale)
        differs[max(0, top) : top + int((height + 5) * scale), max(0, left) : left + int((width + 5) * scale)] = False
    if differs.sum() < 8 * scale * scale:
        return None
    ratios = contrast(one[differs], other[differs])
    # Some pixels must bear it out, not one at an edge.
    enough = min(len(ratios) - 1, int(6 * scale * scale))
    best = float(np.partition(ratios, len(ratios) - 1 - enough)[len(ratios) - 1 - enough])
    strongest = ratios >= best * 0.97
    colour, ground = np.median(one[differs][strongest], axis=0), np.median(other[differs][strongest], axis=0)
    inner = _within(one[differs])
    if inner[0] > best:
        best, colour, ground = inner
    return Mark(best, rgb(colour), rgb(ground), _appears(one, other, differs, colour, scale))


def _grown_box(box: Rect) -> Rect:
    x, y, width, height = box
    left, top = max(0.0, x - MARGIN), max(0.0, y - MARGIN)
    return left, top, x + width + MARGIN - left, y + height + MARGIN - top


def _aligned(here: Array, there: Array, scale: float) -> tuple[Array, Array] | None:
    """The two cut to one size, from their middles: marks are at the edges. None where their heights differ."""
    if abs(here.shape[0] - there.shape[0]) > LARGEST_STEP * scale:
        return None
    height, width = min(here.shape[0], there.shape[0]), min(here.shape[1], there.shape[1])
    if min(height, width) < 3 * MARGIN * scale:
        return None
    return _cut(here, height, width), _cut(there, height, width)


def _cut(picture: Array, height: int, width: int) -> Array:
    upper, left = (height + 1) // 2, (width + 1) // 2
    rows = np.concatenate([picture[:upper], picture[picture.shape[0] - (height - upper) :]])
    return np.concatenate([rows[:, :left], rows[:, rows.shape[1] - (width - left) :]], axis=1).astype(np.int16)


def _within(colours: Array) -> tuple[float, Array, Array]:
    """The best contrast between two colours of a mark, each of at least a tenth of it."""
    found, counts = np.unique(colours // 8, axis=0, return_counts=True)
    common = found[counts >= 0.1 * len(colours)] * 8 + 4
    if len(common) < 2:
        return 1.0, colours[0], colours[0]
    ratios = contrast(common[:, None], common[None])
    at, other = np.unravel_index(int(np.argmax(ratios)), ratios.shape)
    return float(ratios[at, other]), common[at], common[other]


def _appears(one: Array, other: Array, differs: Array, colour: Array, scale: float) -> bool:
    """Whether what lies around the difference is what the other shows in its place: one ground, with a mark on it.

    A hairline next to the mark is passed over, unless the mark has contrast to that.
    """
    beneath = other[differs]
    ground = np.median(beneath, axis=0)
    even = (np.abs(beneath - ground).max(axis=1) <= ALIKE).mean() >= 0.8
    close = _grown(differs, round(scale))
    beside, beyond = one[close & ~differs], one[_grown(close, round(2 * scale)) & ~close]
    if not even or not len(beside) or not len(beyond):
        return False
    alike = (np.abs(beyond - ground).max(axis=1) <= ALIKE).mean()
    return bool(alike >= 0.6 and (contrast(beside, np.broadcast_to(colour, beside.shape)) >= 3).mean() < 0.3)


def _grown(mask: Array, steps: int) -> Array:
    for _ in range(steps):
        grown = mask.copy()
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        grown[:, 1:] |= mask[:, :-1]
        grown[:, :-1] |= mask[:, 1:]
        mask = grown
    return mask
