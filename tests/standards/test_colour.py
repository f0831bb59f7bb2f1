"""Contrast as WCAG defines it, and the nearest colour that is enough."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standards.colour import (
    DEFICIENCIES,
    Rgb,
    contrast,
    difference,
    hexadecimal,
    is_large,
    luminance,
    nearest,
    parse,
    required,
    simulated,
)

COLOURS = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


def test_contrast_of_known_pairs() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.478, abs=0.001)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.542, abs=0.001)


def test_whole_pictures_are_measured_as_single_colours_are() -> None:
    picture = np.array([[[0, 128, 255], [119, 119, 119]]], dtype=np.uint8)
    assert luminance(picture)[0, 1] == pytest.approx(luminance(np.array([119.0, 119.0, 119.0])))


@pytest.mark.parametrize(
    ("size", "weight", "large"),
    [
        (24, 400, True),
        (23.9, 700, True),
        (23.9, 600, False),
        (18.6667, 700, True),
        (18.5, 700, False),
        (16, 900, False),
    ],
)
def test_large_text(size: float, weight: float, large: bool) -> None:
    assert is_large(size, weight) is large
    assert required(size, weight) == (3.0 if large else 4.5)
    assert required(size, weight, enhanced=True) == (4.5 if large else 7.0)


def test_difference_agrees_with_published_pairs() -> None:
    # Sharma, Wu and Dalal (2005) give pairs in L*a*b*; white against black is 100 in any of them.
    assert difference((255, 255, 255), (0, 0, 0)) == pytest.approx(100, abs=0.1)
    assert difference((10, 20, 30), (10, 20, 30)) == 0


@settings(deadline=None, max_examples=40)
@given(COLOURS, COLOURS)
def test_what_is_suggested_is_enough(colour: Rgb, ground: Rgb) -> None:
    better = nearest(colour, ((ground, 4.5),))
    assert better is not None, "black or white is always enough"
    assert contrast(better, ground) >= 4.5


def test_a_colour_that_is_enough_is_kept() -> None:
    assert nearest((0, 0, 0), (((255, 255, 255), 4.5),)) == (0, 0, 0)


def test_a_suggestion_keeps_the_hue_and_goes_no_further_than_it_must() -> None:
    better = nearest((80, 150, 255), (((255, 255, 255), 4.5),))
    assert better is not None
    assert better[2] > better[1] > better[0]
    assert contrast(better, (255, 255, 255)) < 4.7


def test_one_suggestion_for_several_grounds_is_enough_on_each() -> None:
    grounds = (((255, 255, 255), 4.5), ((227, 244, 234), 4.5))
    better = nearest((127, 183, 150), grounds)
    assert better is not None
    assert all(contrast(better, ground) >= least for ground, least in grounds)


def test_none_where_no_colour_is_enough_for_all() -> None:
    assert nearest((128, 128, 128), (((255, 255, 255), 4.5), ((0, 0, 0), 5.0))) is None


def test_written_and_read() -> None:
    assert parse(hexadecimal((1, 128, 255))) == (1, 128, 255)
    with pytest.raises(ValueError, match="no colour"):
        parse("red")


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_grey_is_seen_as_grey_with_any_colour_vision(deficiency: str) -> None:
    assert simulated((128, 128, 128), deficiency) == (128, 128, 128)


def test_red_and_green_come_close_without_red_or_green_cones() -> None:
    red, green = (200, 60, 60), (100, 130, 60)
    for deficiency in ("protanopia", "deuteranopia"):
        closer = difference(simulated(red, deficiency), simulated(green, deficiency))
        assert closer < 0.6 * difference(red, green)
