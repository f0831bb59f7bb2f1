"""Paints over places of a picture so that nothing of what stood there is left, but its two colours.

A place becomes its ground with a bar in its letters' colour: what a finding about contrast or size is about still
shows, and no sign can be read. Each place is painted with a rim, since letters reach out of their boxes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

RIM = 2
"""Pixels around a place that are painted too."""

COVER = (110, 110, 110)
"""What a picture in the page is painted with: nothing of its colours is kept."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, order=True)
class Rectangle:
    """A place in CSS pixels from the top left corner of the page; `whole` is painted with one colour of no meaning."""

    x: float
    y: float
    width: float
    height: float
    whole: bool = False


def cover(picture: bytes, places: Iterable[Rectangle], scale: float = 1.0) -> bytes:
    """The picture (any format that Pillow reads) as JPEG with its places painted over; `scale` pixels a CSS pixel."""
    with Image.open(io.BytesIO(picture)) as opened:
        page = opened.convert("RGB")
    pen = ImageDraw.Draw(page)
    pixels = np.asarray(page)
    for place in places:
        left, top = max(0, math.floor(place.x * scale) - RIM), max(0, math.floor(place.y * scale) - RIM)
        right = min(page.width, math.ceil((place.x + place.width) * scale) + RIM)
        bottom = min(page.height, math.ceil((place.y + place.height) * scale) + RIM)
        if left >= right or top >= bottom:
            continue
        edges = (left, top, right - 1, bottom - 1)
        if place.whole:
            pen.rectangle(edges, fill=COVER)
            continue
        ground, letters = _colours(pixels[top:bottom, left:right])
        pen.rectangle(edges, fill=ground)
        pen.rectangle(_bar(left, top, right, bottom), fill=letters)
    held = io.BytesIO()
    page.save(held, "JPEG", quality=70)
    return held.getvalue()


def _bar(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """The bar in a painted place: as high as small letters, as wide as the place in steps, that tell no exact width."""
    height = bottom - top
    width = max(8, (right - left - 2 * RIM) // 8 * 8)
    first = left + min(RIM, (right - left) // 4)
    return first, top + height // 3, min(first + width, right - 1), top + max(height // 3, height * 3 // 4 - 1)


def _colours(part: NDArray[np.uint8]) -> tuple[Colour, Colour]:
    """The colour that there is most of, and of the others that are not rare the one that differs most from it."""
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    usual = colours[counts >= max(2, counts.sum() // 400)]
    if len(usual) < 2:
        usual = colours
    apart = np.abs(usual.astype(int) - ground.astype(int)).sum(axis=1)
    return _colour(ground), _colour(usual[apart.argmax()])


def _colour(pixel: NDArray[np.uint8]) -> Colour:
    red, green, blue = (int(one) for one in pixel)
    return red, green, blue
