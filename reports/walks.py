"""Draws a tab walk on its state's picture: numbered stops joined by a line, what the defect is about in a frame.

The walk is what the keyboard checks leave in a finding's evidence as `walk:stops`: boxes of the stops in order, in CSS
pixels of the page. The same walk stands as text in `walk`, for those who don't look at pictures.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from defects.model import Defect, Place
from reports.pictures import BRIGHT, DARK, WIDEST, Cutting, data_uri, mark, opened

STOPS = "walk:stops"

TALLEST = 1100
"""Most pixels of the drawing's height."""

MOST = 8
"""Drawings in a report; a state's walk is the same for all that was found on it."""


def walks(folder: Path, defects: tuple[Defect, ...]) -> dict[str, Cutting]:
    """Drawings by the defect's fingerprint, at most `MOST`, and none twice for the same walk on the same picture."""
    drawn: dict[str, Cutting] = {}
    seen: set[tuple[str, str]] = set()
    for defect in defects:
        place = next((one for one in defect.places if one.picture), None)
        told = defect.evidence.get(STOPS, "")
        if place is None or not told or (place.picture, told) in seen or len(drawn) >= MOST:
            continue
        seen.add((place.picture, told))
        if drawing := _drawn(folder, place, told):
            drawn[defect.fingerprint] = drawing
    return drawn


def _drawn(folder: Path, place: Place, told: str) -> Cutting | None:
    page = opened(folder, place.picture)
    stops = _stops(told)
    if page is None or not stops:
        return None
    ratio = min(WIDEST / page.width, 1.0)
    height = min(page.height, round(TALLEST / ratio))
    whole = height == page.height
    part = page.crop((0, 0, page.width, height))
    part = part.resize((round(part.width * ratio), max(1, round(height * ratio))), Image.Resampling.LANCZOS)
    scale = place.scale * ratio
    middles = [((x + width / 2) * scale, (y + tall / 2) * scale) for x, y, width, tall in stops]
    pen = ImageDraw.Draw(part)
    for colour, width in ((DARK, 5), (BRIGHT, 2)):
        for one, other in pairwise(middles):
            pen.line((*one, *other), fill=colour, width=width)
    font = ImageFont.load_default(13)
    for number, (x, y) in enumerate(middles, 1):
        radius = 10 if number < 100 else 13
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=DARK, outline=BRIGHT, width=2)
        pen.text((x, y), str(number), fill=BRIGHT, font=font, anchor="mm")
    if box := place.element and place.element.box:
        mark(part, (box.x * scale, box.y * scale, (box.x + box.width) * scale, (box.y + box.height) * scale))
    return Cutting(data_uri(part), part.width, part.height, whole)


def _stops(told: str) -> list[tuple[float, float, float, float]]:
    try:
        return [(float(x), float(y), float(width), float(tall)) for x, y, width, tall in json.loads(told)]
    except (ValueError, TypeError):
        return []
