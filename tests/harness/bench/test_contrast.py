"""The generated samples know their own contrast, and a lean part of them is measured as the bench measures all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from harness.bench.contrast import Answer, Pace, Sample, growth, measure_samples, samples
from harness.bench.tell_contrast import figures

SAMPLE = Sample("s0", "plain", "<p>", 3.0, 4.5)


@pytest.mark.browser
def test_measured_contrast_is_the_known_one(browser: Browser) -> None:
    told = figures(measure_samples(browser, samples(56, seed=7)), [])
    assert told["samples"] == 56
    assert told["right"] >= 0.99
    assert told["within_3_percent"] == 1.0


def test_samples_are_the_same_every_time_and_lie_on_both_sides() -> None:
    some = samples(400)
    assert some == samples(400)
    assert len({one.name for one in some}) == 400
    failing = sum(one.ratio < one.required for one in some)
    assert 100 < failing < 300


def test_silence_and_questions_are_not_right() -> None:
    assert Answer(SAMPLE, 3.0, "failed").right
    assert not Answer(SAMPLE, 3.0, "cantTell").right
    assert not Answer(SAMPLE, None, "").right
    assert Answer(SAMPLE, None, "").error == 1.0


def test_growth_is_one_where_time_follows_the_number() -> None:
    assert growth([Pace(500, 100, 0), Pace(1000, 200, 0), Pace(2000, 600, 0)]) == pytest.approx(1.5)
