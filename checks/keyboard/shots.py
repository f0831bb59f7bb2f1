"""Pictures of the window during a walk, and what differs between two of them.

Pictures are decoded and compared in a thread of their own while the browser goes on.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import CDPSession

from checks.model import Box
from checks.screenshot import screenshot
from standards.colour import contrast

Pixels = NDArray[np.uint8]
"""Rows, columns, red-green-blue."""

LEAST = 24
"""Sum of the differences in red, green and blue from which a pixel is taken to have changed: what the eye may see."""

AROUND = 6
"""CSS pixels around an element in which its indicator is looked for first."""


CORNER = 8
"""CSS pixels from a corner of an element within which a change is only that of its rounding, which nobody sees."""

CLEAR = 3.0
"""Contrast from which a change is a clear one (WCAG 2.4.13)."""

BLOCK = 16
"""Pixels along the side of the blocks in which movement is told."""


Area = tuple[slice, slice]
"""Rows and columns of the window, in pixels."""


@dataclass(frozen=True)
class Shot:
    """A picture of the window, or of an `area` of it; `png` tells pictures apart before any is decoded."""

    png: bytes
    pixels: Future[Pixels]
    area: Area | None = None

    def same(self, other: Shot) -> bool:
        """Whether not a single byte differs, in the same area."""
        return self.png == other.png and self.area == other.area

    def holds(self, rows: slice, columns: slice) -> bool:
        """Whether all of an area is in the picture."""
        return self.area is None or all(
            own.start <= asked.start and asked.stop <= own.stop
            for own, asked in zip(self.area, (rows, columns), strict=True)
        )

    def at(self, rows: slice, columns: slice) -> Pixels:
        """The pixels of an area that the picture holds."""
        down, across = (self.area[0].start, self.area[1].start) if self.area else (0, 0)
        return self.pixels.result()[
            rows.start - down : rows.stop - down, columns.start - across : columns.stop - across
        ]


@dataclass(frozen=True)
class Indicator:
    """What focus changes of a control, in square CSS pixels: all that differs, and what does so by at least 3:1."""

    area: float
    clear: float


def least(box: Box) -> float:
    """Square CSS pixels that focus should change clearly at a control: a line of two around it (WCAG 2.2, 2.4.13)."""
    return 4 * (box.width + box.height)


@dataclass(frozen=True)
class Beyond:
    """How many pixels in the window focus changes; with `unrest` something moves that is not known to."""

    pixels: int
    unrest: bool


class Camera:
    """Takes pictures of the window of one page: `size` is its width and height in CSS pixels. Close it after use."""

    def __init__(self, devtools: CDPSession, scale: float, size: tuple[int, int]) -> None:
        self._devtools = devtools
        self._scale = scale
        self._size = size
        self._decoder = ThreadPoolExecutor(1, "shots")

    def shot(self, around: Sequence[Box] = (), scroll: tuple[float, float] = (0.0, 0.0)) -> Shot:
        """The window as it is now; only what lies in and around some boxes in it where there are any.

        A small picture takes two thirds of the time. `scroll` is how far the page is scrolled.
        """
        asked: dict[str, Any] = {}
        area = self._area(around, scroll)
        if area:
            top, bottom, left, right = (round(edge / self._scale) for part in area for edge in (part.start, part.stop))
            x, y = left + scroll[0], top + scroll[1]
            asked["clip"] = {"x": x, "y": y, "width": right - left, "height": bottom - top, "scale": 1}
        png = screenshot(self._devtools, "png", **asked)
        return Shot(png, self._decoder.submit(_decode, png), area)

    def _area(self, around: Sequence[Box], scroll: tuple[float, float]) -> Area | None:
        """Where in the window some boxes and what lies around them are, None where a part of it can't be pictured."""
        # Between whole pixels the part would be painted otherwise than the window.
        if not around or self._scale != 1 or any(one != int(one) for one in scroll):
            return None
        areas = [self._slices(box) for box in around]
        rows, columns = (
            slice(min(one[part].start for one in areas), max(one[part].stop for one in areas)) for part in (0, 1)
        )
        return (rows, columns) if rows.start < rows.stop and columns.start < columns.stop else None

    def changed_beyond(
        self, focused: Sequence[Shot], without: Sequence[Shot], box: Box, restless: Sequence[Box] = ()
    ) -> Beyond:
        """What in the window differs with and without focus, where nothing moves by itself.

        What moves is told by several pictures of each, and by what is known to be `restless`. Where something moves at
        the box itself, nobody can say: then a pixel.
        """
        moves = np.logical_or.reduce([
            _differs(first.pixels.result(), later.pixels.result())
            for first, *others in (focused, without)
            for later in others
        ])  # fmt: skip
        known = self._mask(restless)
        unrest = bool((moves & ~known).any())
        moving = _spread(moves | known)
        if moving[self._slices(box)].any():
            return Beyond(1, unrest)
        differs = _differs(focused[0].pixels.result(), without[0].pixels.result())
        return Beyond(self._seen(differs & ~moving, box, 0, 0), unrest)

    def is_beside(self, box: Box, others: Sequence[Box]) -> bool:
        """Whether one of others in the window is so near that what differs in it could be taken for the box's own."""
        return bool(_spread(self._mask(others))[self._slices(box)].any())

    def changed_at(self, one: Shot, other: Shot, box: Box, but: Box | None) -> Indicator:
        """What differs in and around a box in the window, leaving out what is in and around another."""
        rows, columns = self._slices(box)
        if one.same(other) or not (one.holds(rows, columns) and other.holds(rows, columns)):
            return Indicator(0, 0)
        here, there = one.at(rows, columns), other.at(rows, columns)
        if here.shape != there.shape:
            return Indicator(0, 0)
        differs = _differs(here, there)
        if but is not None and differs.size:
            down, across = self._slices(but)
            differs[
                max(down.start - rows.start, 0) : max(down.stop - rows.start, 0),
                max(across.start - columns.start, 0) : max(across.stop - columns.start, 0),
            ] = False
        pixels = self._seen(differs, box, rows.start, columns.start)
        clear = int((contrast(here[differs], there[differs]) >= CLEAR).sum()) if pixels else 0
        return Indicator(pixels / self._scale**2, clear / self._scale**2)

    def close(self) -> None:
        """Let the thread go."""
        self._decoder.shutdown(wait=False, cancel_futures=True)

    def _seen(self, differs: NDArray[np.bool_], box: Box, down: int, across: int) -> int:
        """How many pixels differ; none where the corners of a box are all that does. It begins at down, across."""
        rows, columns = np.nonzero(differs)
        if rows.size and min(box.width, box.height) >= 3 * CORNER:
            reach = CORNER * self._scale
            beside = [np.abs(columns + across - at * self._scale) <= reach for at in (box.x, box.x + box.width)]
            level = [np.abs(rows + down - at * self._scale) <= reach for at in (box.y, box.y + box.height)]
            if bool(((beside[0] | beside[1]) & (level[0] | level[1])).all()):
                return 0
        return int(rows.size)

    def _mask(self, boxes: Sequence[Box]) -> NDArray[np.bool_]:
        """The window's pixels, True in and around the boxes."""
        width, height = (round(length * self._scale) for length in self._size)
        mask = np.zeros((height, width), dtype=np.bool_)
        for box in boxes:
            mask[self._slices(box)] = True
        return mask

    def _slices(self, box: Box) -> Area:
        """What of the window lies in a box and around it."""
        return (
            self._slice(box.y, box.height, self._size[1]),
            self._slice(box.x, box.width, self._size[0]),
        )

    def _slice(self, start: float, length: float, most: int) -> slice:
        first = min(max(round((start - AROUND) * self._scale), 0), round(most * self._scale))
        last = min(round((start + length + AROUND) * self._scale), round(most * self._scale))
        return slice(first, max(last, first))


def _decode(png: bytes) -> Pixels:
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB"))


def _spread(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask with whole blocks for its pixels, and the blocks around: what moves is larger than where it is now."""
    rows, columns = mask.shape
    padded = np.pad(mask, ((0, -rows % BLOCK), (0, -columns % BLOCK)))
    blocks = np.pad(padded.reshape(-1, BLOCK, padded.shape[1] // BLOCK, BLOCK).any(axis=(1, 3)), 1)
    height, width = blocks.shape
    grown = np.zeros((height - 2, width - 2), dtype=bool)
    for down in range(3):
        for across in range(3):
            grown |= blocks[down : down + height - 2, across : across + width - 2]
    return grown.repeat(BLOCK, 0).repeat(BLOCK, 1)[:rows, :columns]


def _differs(one: Pixels, other: Pixels) -> NDArray[np.bool_]:
    if one.shape != other.shape:
        return np.ones(one.shape[:2], dtype=bool)
    difference = np.abs(one.astype(np.int16) - other.astype(np.int16)).sum(axis=2)
    return np.asarray(difference >= LEAST, dtype=np.bool_)
