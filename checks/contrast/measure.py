"""Contrast of a text run, from the pixels with its text and without.

The colour of the letters is the computed one over what lies behind each pixel: the edges of letters are smoothed, and
WCAG asks for the colour that the author meant. The pixels must bear it out; where they don't, or where the
colour is made by blending, clipping or filters, the letters are painted afresh at four times the size, and
the colour is read in their middle. Contrast is measured in cells a letter wide. What counts is the best
contrast that each letter has (W3C ACT rule afw4f7), so that a gradient fails where one letter fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checks.contrast.pixels import Rect, rgb
from standards.colour import Rgb, contrast

Array = NDArray[Any]


class Way(StrEnum):
    """How a run was measured."""

    PIXELS = "pixels"
    ENLARGED = "enlarged"
    STYLES = "styles"


@dataclass(frozen=True)
class Run:
    """Text of one text node, or of one control, as it is painted. Colours 0-255; sizes in CSS pixels.

    `hard` says why the colour can't be computed, empty where it can. `plain` is the background that the style
    sheets give, None where something else may lie behind. `scrolled` tells that none of it is in view. `moving` says
    that a video plays behind ("moving") or the look is animated ("animated"): one picture is then not the whole truth.
    """

    document: int
    element: int
    kind: str
    rects: tuple[Rect, ...]
    colour: tuple[float, float, float, float]
    opacity: float
    size: float
    weight: float
    plain: Rgb | None
    scrolled: bool
    hard: str
    shadow: bool
    logo: bool
    moving: str
    hidden: bool = False


@dataclass(frozen=True)
class Measure:
    """Contrast of a run. `best` is that of its least readable letter at its best, `worst` at its worst.

    `share` (0-1) is how much of what lies around the letters gives less than required, `letters` how many letters
    do at their best; `text` and `background` are the colours at the least readable letter.
    """

    best: float
    worst: float
    share: float
    letters: float
    text: Rgb
    background: Rgb
    way: Way
    even: bool


UNSEEN = None
"""Nothing of the run is painted: something covers it, or cuts it away."""


class Doubt(Exception):
    """The pixels do not bear the computed colour out; the letters must be looked at enlarged."""


def by_styles(run: Run) -> Measure | None:
    """From style sheets alone, for what is not in the picture; None where they can't tell."""
    if run.plain is None or run.hard or run.opacity < 1:
        return None
    back = np.array(run.plain, dtype=float)
    text = _over(run, back)
    ratio = float(contrast(text, back))
    return Measure(ratio, ratio, 0.0, 1.0, rgb(text), rgb(back), Way.STYLES, True)


def by_pixels(run: Run, pairs: Sequence[tuple[Array, Array]], least: float) -> Measure | None:
    """From pairs of pictures, one for each rectangle: with text and without. UNSEEN where nothing is painted.

    Raises Doubt where the pixels tell of another colour than the computed one.
    """
    if run.hard:
        raise Doubt(run.hard)
    lines = [(painted.astype(np.int16), bare.astype(np.int16)) for painted, bare in pairs]
    back = _ground(lines)
    return _uneven(run, lines, least) if back is None else _even(run, lines, back)


def _ground(lines: Sequence[tuple[Array, Array]]) -> Array | None:
    """The colour of all that lies behind, None where there are several."""
    first = lines[0][1]
    low, high = _ends(first)
    if (high - low).max() > 3:
        return None
    for _, bare in lines[1:]:
        lower, higher = _ends(bare)
        if (lower < low - 1).any() or (higher > high + 1).any():
            return None
    back: Array = np.median(first.reshape(-1, 3), axis=0) if (low < high).any() else low.astype(float)
    return back


def _even(run: Run, lines: Sequence[tuple[Array, Array]], back: Array) -> Measure | None:
    text = _over(run, back)
    shift = text - back
    changes = np.concatenate([(painted - bare).reshape(-1, 3) for painted, bare in lines])
    strongest = _strongest(changes)
    span = float(np.abs(shift).max())
    if span >= 8:
        letters = strongest > max(3.0, 0.12 * span)
        if letters.sum() < 3:
            return UNSEEN
        _bear_out(run, changes[letters], np.broadcast_to(shift, (int(letters.sum()), 3)))
    elif strongest.max() > span + 8:
        raise Doubt("other")
    ratio = float(contrast(text, back))
    return Measure(ratio, ratio, 0.0, 1.0, rgb(text), rgb(back), Way.PIXELS, True)


def _uneven(run: Run, lines: Sequence[tuple[Array, Array]], least: float) -> Measure | None:
    cells: list[tuple[Array, Array]] = []
    all_changes, all_shifts, strange = [], [], 0
    for painted, bare in lines:
        changes = painted - bare
        shifts = _over(run, bare.astype(float)) - bare
        strength, fits = _strongest(changes), _fits(changes, shifts)
        letters = (strength > 3) & fits
        strange += int(((strength > 8) & ~fits).sum())
        all_changes.append(changes[letters])
        all_shifts.append(shifts[letters])
        texts, backs = bare + shifts, bare.astype(float)
        cells += [
            (texts[:, cut][letters[:, cut]], backs[:, cut][letters[:, cut]])
            for cut in _columns(letters, run.size * 0.55 * painted.shape[0] / max(run.rects[0][3], 1))
        ]
    changes, shifts = np.concatenate(all_changes), np.concatenate(all_shifts)
    if len(changes) < 3 and not strange:
        return UNSEEN
    # Letters of other text may lie within the rectangle; when most are, the colour is another than computed.
    if strange > len(changes):
        raise Doubt("other")
    _bear_out(run, changes, shifts)
    return _worst_cell(cells, least, Way.PIXELS)


def enlarged(run: Run, painted: Array, bare: Array, least: float, times: float) -> Measure | None:
    """From pictures at `times` the size, where the middle of a stroke shows its full colour."""
    changes = _strongest(painted.astype(np.int16) - bare)
    if changes.max() < 2:
        return UNSEEN
    letters = changes > max(2, 0.1 * float(changes.max()))
    core = _shrunk(letters)
    if core.sum() < 12:
        core = letters & (changes >= 0.8 * changes.max())
    cells = [
        (painted[:, cut][core[:, cut]].astype(float), bare[:, cut][core[:, cut]].astype(float))
        for cut in _columns(core, run.size * 0.55 * times)
    ]
    return _worst_cell(cells, least, Way.ENLARGED)


def _worst_cell(cells: Sequence[tuple[Array, Array]], least: float, way: Way) -> Measure | None:
    found: tuple[float, float, Array, Array] | None = None
    lowest, below, total, weak, counted = 21.0, 0, 0, 0, 0
    for texts, backs in cells:
        if len(texts) < 6:
            continue
        ratios = contrast(texts, backs)
        low, high = np.percentile(ratios, (8, 92))
        weak, counted = weak + int(high < least), counted + 1
        below += int((ratios < least).sum())
        total += len(ratios)
        lowest = min(lowest, float(low))
        if found is None or high < found[0]:
            at = ratios >= np.percentile(ratios, 70)
            found = (float(high), float(low), np.median(texts[at], axis=0), np.median(backs[at], axis=0))
    if found is None:
        return UNSEEN
    even = int(np.ptp(np.concatenate([backs for _, backs in cells]), axis=0).max()) <= 6
    return Measure(found[0], lowest, below / total, weak / counted, rgb(found[2]), rgb(found[3]), way, even)


def _fits(changes: Array, shifts: Array) -> Array:
    """Where the picture changes as letters of the computed colour change it, however thinly."""
    length = np.maximum(_product(shifts, shifts), 1e-6)
    along = _product(changes, shifts) / length
    aside = _strongest(changes - along[..., None] * shifts)
    # Where text and ground are nearly alike, any small change fits.
    alike = (length < 400) & (_strongest(changes) < 24)
    fits: Array = ((along < 1.15) & (along > 0) & (aside < 18)) | alike
    return fits


def _bear_out(run: Run, changes: Array, shifts: Array) -> None:
    """Whether letters change the picture along the line from background to text colour, and nearly all the way."""
    length = _product(shifts, shifts)
    told = length > 400
    if told.sum() < 3:
        return
    if not told.all():
        changes, shifts, length = changes[told], shifts[told], length[told]
    along = _product(changes, shifts) / length
    aside = _strongest(changes - along[:, None] * shifts)
    strong = along > 0.4
    farthest = float(np.percentile(along, 98))
    thin = run.size < 13 or run.weight < 400
    if farthest > 1.12 or farthest < (0.4 if thin else 0.55) or not strong.any():
        raise Doubt("strength")
    if float(np.median(aside[strong])) > 14:
        raise Doubt("hue")


# numpy goes through a last axis of three ten times as slowly as through its three parts.


def _ends(colours: Array) -> tuple[Array, Array]:
    """The least and the greatest red, green and blue of an array of pixels (h, w, 3)."""
    parts = [colours[..., channel] for channel in range(3)]
    return np.array([one.min() for one in parts]), np.array([one.max() for one in parts])


def _strongest(changes: Array) -> Array:
    """The size of the change in the colour that changes most, of shape (…)."""
    sizes = np.abs(changes)
    most: Array = np.maximum(np.maximum(sizes[..., 0], sizes[..., 1]), sizes[..., 2])
    return most


def _product(some: Array, others: Array) -> Array:
    """The sum over red, green and blue, of shape (…)."""
    told: Array = np.einsum("...i,...i->...", some, others, dtype=float)
    return told


def _over(run: Run, back: Array) -> Array:
    alpha = run.colour[3] * run.opacity
    mixed: Array = np.array(run.colour[:3], dtype=float) * alpha + back * (1 - alpha)
    return mixed


def _columns(letters: Array, width: float) -> list[slice]:
    """Cells about a letter wide, over the columns that hold letters."""
    used = np.flatnonzero(letters.any(axis=0))
    if not len(used):
        return []
    first, last = int(used[0]), int(used[-1]) + 1
    number = max(1, min(400, round((last - first) / max(width, 2.0))))
    edges = np.linspace(first, last, number + 1).astype(int)
    return [slice(left, right) for left, right in pairwise(edges) if right > left]


def _grown(mask: Array) -> Array:
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown


def _shrunk(mask: Array) -> Array:
    return ~_grown(~mask)
