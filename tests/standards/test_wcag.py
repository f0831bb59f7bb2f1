"""The criteria: complete, with level and clause, and the legal floor as Annex A of EN 301 549 V3.2.1 has it."""

from __future__ import annotations

from collections import Counter

import pytest

import standards
from standards import Criterion

NEW_IN_22 = {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}


def test_there_are_as_many_as_wcag_has() -> None:
    # WCAG 2.0 has 25 + 13, 2.1 adds 5 + 7, 2.2 adds 2 + 4.
    counted = Counter((one.introduced, one.level) for one in standards.criteria())
    assert counted == {
        ("2.0", "A"): 25,
        ("2.0", "AA"): 13,
        ("2.1", "A"): 5,
        ("2.1", "AA"): 7,
        ("2.2", "A"): 2,
        ("2.2", "AA"): 4,
    }


def test_they_come_in_order() -> None:
    numbers = [one.num for one in standards.criteria()]
    assert numbers.index("1.4.3") < numbers.index("1.4.10")
    assert numbers == sorted(numbers, key=lambda num: [int(part) for part in num.split(".")])


def test_the_legal_floor_is_annex_a() -> None:
    floor = {one.num for one in standards.criteria() if one.legal_floor}
    assert len(floor) == 49
    assert {one.num for one in standards.criteria()} - floor == NEW_IN_22 | {"1.2.4"}


@pytest.mark.parametrize("criterion", standards.criteria(), ids=lambda one: one.num)
def test_each_has_what_a_report_says(criterion: Criterion) -> None:
    assert criterion.clause == (None if criterion.num in NEW_IN_22 else f"9.{criterion.num}")
    assert criterion.preview_only is (criterion.num in NEW_IN_22)
    assert not (criterion.preview_only and criterion.legal_floor)
    assert criterion.sv and criterion.en and criterion.principle
    assert criterion.understanding_url.startswith("https://www.w3.org/WAI/")


def test_the_label_gives_english_where_the_swedish_name_is_not_sure() -> None:
    assert standards.criterion("1.4.1").label == "Användning av färg"
    assert standards.criterion("1.4.10").label == "Omflöde (Reflow)"


def test_aaa_can_be_looked_up_but_is_not_listed() -> None:
    enhanced = standards.criterion("1.4.6")
    assert enhanced.level == "AAA"
    assert not enhanced.legal_floor
    assert not enhanced.preview_only
    assert enhanced not in standards.criteria()


def test_an_unknown_number_is_told_with_the_nearest() -> None:
    with pytest.raises(standards.Unknown, match=r"'1\.4\.33' inte; närmast: .*1\.4\.3"):
        standards.criterion("1.4.33")
    with pytest.raises(KeyError):
        standards.criterion("9.1.4.3")
