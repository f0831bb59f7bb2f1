"""What is painted over is gone, and its two colours are still there."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from masking import Rectangle, cover


def page(said: str, ink: tuple[int, int, int] = (0, 0, 0), ground: tuple[int, int, int] = (255, 255, 255)) -> bytes:
    picture = Image.new("RGB", (300, 80), ground)
    ImageDraw.Draw(picture).text((20, 30), said, fill=ink, font_size=20)
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


PLACE = Rectangle(20, 30, 170, 24)


@pytest.mark.parametrize(("one", "other"), [("19840131-1236", "20120231-4425"), ("Anna", "Erik")])
def test_two_texts_look_the_same_once_they_are_covered(one: str, other: str) -> None:
    assert page(one) != page(other)
    assert cover(page(one), [PLACE]) == cover(page(other), [PLACE])


def test_without_the_cover_they_differ() -> None:
    assert cover(page("Anna"), []) != cover(page("Erik"), [])


def test_the_colours_stay() -> None:
    covered = np.asarray(Image.open(io.BytesIO(cover(page("Anna", (200, 0, 0), (240, 240, 200)), [PLACE]))))
    inside = covered[30:54, 20:190].reshape(-1, 3).astype(int)
    for colour in ((200, 0, 0), (240, 240, 200)):
        assert (abs(inside - colour).sum(axis=1) < 40).mean() > 0.2


def test_a_picture_in_the_page_leaves_no_colour_of_its_own() -> None:
    pair = [
        cover(page("x", (9, 9, 9), ground), [Rectangle(-5, -5, 500, 500, whole=True)])
        for ground in ((255, 0, 0), (0, 0, 255))
    ]
    assert pair[0] == pair[1]


@pytest.mark.parametrize("place", [Rectangle(500, 500, 9, 9), Rectangle(-50, 0, 20, 20), Rectangle(299, 79, 1, 1)])
def test_a_place_at_or_over_the_edge_is_no_error(place: Rectangle) -> None:
    assert cover(page("Anna"), [place]).startswith(b"\xff\xd8")


def test_a_picture_with_more_pixels_a_css_pixel() -> None:
    large = [Image.open(io.BytesIO(page(said))).resize((600, 160)) for said in ("Anna", "Erik")]
    held = [io.BytesIO(), io.BytesIO()]
    for one, to in zip(large, held, strict=True):
        one.save(to, "PNG")
    assert cover(held[0].getvalue(), [PLACE], 2) == cover(held[1].getvalue(), [PLACE], 2)
