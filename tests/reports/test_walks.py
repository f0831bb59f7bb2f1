"""Drawings of the tab walk: stops where they are, a line between them, and nothing drawn from what can't be read."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image

from checks.model import Box, Element, Text
from defects.model import Defect, Place
from reports.pictures import BRIGHT, Cutting
from reports.walks import MOST, walks

STOPS = "[[100,100,40,20],[600,500,40,20]]"


@dataclass
class Told:
    """What a drawing needs of a defect."""

    fingerprint: str
    places: tuple[Place, ...]
    evidence: dict[str, str] = field(default_factory=dict)


def place(folder: Path, name: str = "page.png") -> Place:
    Image.new("RGB", (760, 900), (200, 200, 200)).save(folder / name)
    element = Element(("p",), "p", "<p>", "", "", Box(300, 700, 40, 20), ("p",))
    return Place("OF-1", "start", 1, "http://x/", element, Text("", ""), name, 1.0)


def drawn(folder: Path, *told: Any) -> dict[str, Cutting]:
    return walks(folder, cast("tuple[Defect, ...]", told))


def test_the_line_goes_from_stop_to_stop_and_the_element_is_framed(tmp_path: Path) -> None:
    (drawing,) = drawn(tmp_path, Told("a", (place(tmp_path),), {"walk:stops": STOPS})).values()
    held = base64.b64decode(drawing.uri.partition("base64,")[2])
    picture = np.asarray(Image.open(io.BytesIO(held)).convert("RGB")).astype(int)
    bright = np.abs(picture - np.array(BRIGHT)).max(axis=2) < 90
    half_way = bright[300:320, 360:380]
    assert half_way.any()
    assert bright[690:730, 285:355].any(), "the element is not framed"
    assert not bright[100:600, 650:].any(), "something is drawn where the walk never was"


@pytest.mark.parametrize("told", ["", "[]", "{", "[[1,2]]", '[["a",1,1,1]]'])
def test_what_can_not_be_read_gives_no_drawing(tmp_path: Path, told: str) -> None:
    assert drawn(tmp_path, Told("a", (place(tmp_path),), {"walk:stops": told})) == {}


def test_a_walk_is_drawn_once_and_a_report_has_not_many(tmp_path: Path) -> None:
    same = [Told(f"same-{number}", (place(tmp_path),), {"walk:stops": STOPS}) for number in range(3)]
    assert list(drawn(tmp_path, *same)) == ["same-0"]
    others = [Told(f"n{n}", (place(tmp_path, f"{n}.png"),), {"walk:stops": STOPS}) for n in range(MOST + 2)]
    assert len(drawn(tmp_path, *others)) == MOST


def test_a_picture_that_is_lost_gives_no_drawing(tmp_path: Path) -> None:
    there = place(tmp_path)
    (tmp_path / "page.png").unlink()
    assert drawn(tmp_path, Told("a", (there,), {"walk:stops": STOPS})) == {}
