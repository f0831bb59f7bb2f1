"""Cuts a defect's element out of its state's picture, with some of the page around it, and marks it.

The mark is a frame of two tones, a bright line between two dark ones, so that one of them stands
out whatever the page looks like. It goes around the element, and inside it only at the picture's edge.
"""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

from PIL import Image, ImageDraw

from checks.model import Box
from defects.model import Place

LARGEST = (900, 560)
"""Most of the page that is shown, in CSS pixels."""

LEAST = (560, 180)
"""Least of the page that is shown: a lone button tells nobody where it sits."""

MARGIN = 32
WIDEST = 760
"""Most pixels of the cutting's width."""

HEAVIEST = 36_000
"""Most bytes of a cutting, before it is written as a data URI."""

ALL, LIGHTEST = 5_500_000, 5_000
"""Bytes that all cuttings of a report share, and what each may have however many they are."""

DARK, BRIGHT = (20, 20, 20), (255, 214, 10)


@dataclass(frozen=True)
class Cutting:
    """A marked cutting as a data URI, `width` by `height` pixels. `whole` tells whether all of the element is in it."""

    uri: str
    width: int
    height: int
    whole: bool


def cut(folder: Path, places: Iterable[Place]) -> dict[Place, Cutting]:
    """The cutting of every place that can be shown; each picture is opened once.

    A place is left out when it has no picture or no box, when its element lies outside the
    picture, and when the picture is missing, broken or outside `folder`.
    """
    shown = [place for place in dict.fromkeys(places) if place.picture and place.element and place.element.box]
    heaviest = min(max(ALL // max(len(shown), 1), LIGHTEST), HEAVIEST)
    groups = [(name, [*some]) for name, some in groupby(sorted(shown, key=_picture), key=_picture)]
    # Pillow works without Python's lock, so that threads share the machine's cores.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(chain.from_iterable(pool.map(lambda one: [*_of_one(folder, one[0], one[1], heaviest)], groups)))


def opened(folder: Path, name: str, within: tuple[int, int] | None = None) -> Image.Image | None:
    """A picture of the run, shrunk to fit `within`; None when it is missing, broken or outside `folder`."""
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()):
        return None
    try:
        with Image.open(file) as picture:
            if within:
                picture.thumbnail(within, Image.Resampling.BILINEAR)
            picture.load()
            return picture if picture.mode == "RGB" else picture.convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):  # what Pillow raises for broken files
        return None


def _picture(place: Place) -> str:
    return place.picture


def _of_one(folder: Path, name: str, places: Iterable[Place], heaviest: int) -> Iterator[tuple[Place, Cutting]]:
    page = opened(folder, name)
    if page is None:
        return
    for place in places:
        box = place.element and place.element.box
        if box and (cutting := _cutting(page, box, place.scale or 1.0, heaviest)):
            yield place, cutting


def _cutting(page: Image.Image, box: Box, scale: float, heaviest: int) -> Cutting | None:
    width, height = page.width / scale, page.height / scale
    left, right = max(box.x, 0.0), min(box.x + box.width, width)
    top, bottom = max(box.y, 0.0), min(box.y + box.height, height)
    if right - left < 1 or bottom - top < 1:
        return None
    x1, x2 = _window(left, right, width, LEAST[0], LARGEST[0])
    y1, y2 = _window(top, bottom, height, LEAST[1], LARGEST[1])
    part = page.crop((round(x1 * scale), round(y1 * scale), round(x2 * scale), round(y2 * scale)))
    if part.width > WIDEST:
        part = part.resize((WIDEST, max(1, round(part.height * WIDEST / part.width))), Image.Resampling.LANCZOS)
    ratio = part.width / (x2 - x1)
    mark(part, ((left - x1) * ratio, (top - y1) * ratio, (right - x1) * ratio, (bottom - y1) * ratio))
    whole = right <= x2 and bottom <= y2 and (right - left, bottom - top) == (box.width, box.height)
    return Cutting(data_uri(part, heaviest), part.width, part.height, whole)


def _window(start: float, end: float, limit: float, least: float, largest: float) -> tuple[float, float]:
    """What to show along one axis: the element with its margin, neither less nor more than allowed."""
    length = min(max(end - start + 2 * MARGIN, least), largest, limit)
    # What is too large is shown from its beginning.
    middle = (start + end) / 2 if end - start + 2 * MARGIN <= length else start - MARGIN + length / 2
    first = min(max(middle - length / 2, 0.0), limit - length)
    return first, first + length


def mark(part: Image.Image, box: tuple[float, float, float, float]) -> None:
    """Frame a box of a picture: left, top, right, bottom, in its pixels."""
    pen = ImageDraw.Draw(part)
    left, top, right, bottom = box
    for distance, width, colour in ((8, 2, DARK), (6, 4, BRIGHT), (2, 1, DARK)):
        edges = (
            max(left - distance, 8 - distance), max(top - distance, 8 - distance),
            min(right + distance, part.width - 9 + distance), min(bottom + distance, part.height - 9 + distance),
        )  # fmt: skip
        if edges[0] < edges[2] and edges[1] < edges[3]:
            pen.rectangle(edges, outline=colour, width=width)


def data_uri(part: Image.Image, heaviest: int = HEAVIEST) -> str:
    """A picture as a data URI, as good as so many bytes let it be."""
    ways = ((1.0, 78), (1.0, 60), (1.0, 36), (0.75, 40), (0.5, 40), (0.5, 15))
    # Where there are many, the best ones would only be tried in vain.
    for shrink, quality in ways if heaviest == HEAVIEST else ways[2:]:
        size = (max(1, round(part.width * shrink)), max(1, round(part.height * shrink)))
        smaller = part if shrink == 1.0 else part.resize(size, Image.Resampling.LANCZOS)
        held = io.BytesIO()
        smaller.save(held, "WEBP", quality=quality, method=2)
        if held.tell() <= HEAVIEST:
            break
    return f"data:image/webp;base64,{base64.b64encode(held.getvalue()).decode()}"
