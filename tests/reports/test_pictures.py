"""Cuttings: the element in its frame of two tones, with some of the page around it, in few bytes."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checks.model import Box, Element, Text
from defects.model import Place
from reports.pictures import BRIGHT, DARK, HEAVIEST, LARGEST, LEAST, WIDEST, Cutting, cut

GREY, RED = (200, 200, 200), (220, 0, 0)


def place_at(box: Box | None, *, picture: str = "page.png", scale: float = 1.0) -> Place:
    element = Element(("p",), "p", "<p>", "", "", box, ("p",))
    return Place("OF-1", "start", 1, "http://x/", element, Text("", ""), picture, scale)


def page_with(folder: Path, box: Box, *, size: tuple[int, int] = (1280, 2000), scale: float = 1.0) -> Place:
    page = Image.new("RGB", (round(size[0] * scale), round(size[1] * scale)), GREY)
    page.paste(RED, tuple(round(edge * scale) for edge in (box.x, box.y, box.x + box.width, box.y + box.height)))  # type: ignore[arg-type]
    page.save(folder / "page.png")
    return place_at(box, scale=scale)


def pixels(cutting: Cutting) -> np.ndarray:
    held = base64.b64decode(cutting.uri.partition("base64,")[2])
    assert len(held) <= HEAVIEST
    return np.asarray(Image.open(io.BytesIO(held)).convert("RGB")).astype(int)


def near(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    return np.abs(picture - np.array(colour)).max(axis=2) < 60


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("corner", [(0, 0), (600, 900), (1160, 1960)])
def test_the_element_is_whole_and_framed(tmp_path: Path, corner: tuple[int, int], scale: float) -> None:
    place = page_with(tmp_path, Box(*corner, 120, 40), scale=scale)
    cutting = cut(tmp_path, [place])[place]
    told = pixels(cutting)
    assert cutting.whole
    assert (cutting.width, cutting.height) == (told.shape[1], told.shape[0])
    assert near(told, RED).sum() > 60 * 20
    assert near(told, BRIGHT).sum() > 200
    assert near(told, DARK).sum() > 200
    assert near(told, GREY).mean() > 0.5


def test_in_the_middle_of_the_page_nothing_of_the_element_is_covered(tmp_path: Path) -> None:
    place = page_with(tmp_path, Box(600, 900, 120, 40))
    assert abs(near(pixels(cut(tmp_path, [place])[place]), RED).sum() - 120 * 40) < 250


def test_at_least_so_much_and_at_most_so_much_of_the_page(tmp_path: Path) -> None:
    small = page_with(tmp_path, Box(600, 900, 10, 10))
    cutting = cut(tmp_path, [small])[small]
    assert (cutting.width, cutting.height) == LEAST
    large = page_with(tmp_path, Box(0, 0, 1280, 2000))
    cutting = cut(tmp_path, [large])[large]
    assert not cutting.whole
    assert cutting.width <= WIDEST
    assert cutting.height <= LARGEST[1]


def test_a_busy_page_is_still_light(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1200, 1280, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "page.png")
    place = place_at(Box(100, 100, 800, 500))
    pixels(cut(tmp_path, [place])[place])


@pytest.mark.parametrize(
    "box", [None, Box(-500, 0, 100, 100), Box(0, 5000, 10, 10), Box(5000, 0, 10, 10), Box(10, 10, 0, 20)]
)
def test_what_cannot_be_seen_has_no_picture(tmp_path: Path, box: Box | None) -> None:
    page_with(tmp_path, Box(0, 0, 10, 10))
    assert cut(tmp_path, [place_at(box)]) == {}


def test_a_place_without_element_or_picture_has_none(tmp_path: Path) -> None:
    place = page_with(tmp_path, Box(0, 0, 10, 10))
    assert cut(tmp_path, [replace(place, element=None), replace(place, picture="")]) == {}


def test_a_place_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    place = page_with(tmp_path, Box(0, 0, 100, 100))
    assert cut(run, [replace(place, picture="../page.png"), replace(place, picture=str(tmp_path / "page.png"))]) == {}
