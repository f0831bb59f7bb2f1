"""Every criterion of level A and AA has an honest entry: how it is tested, and what a person does."""

from __future__ import annotations

import pytest

import standards


def test_every_criterion_has_a_guide_and_no_other() -> None:
    assert [one.num for one in standards.guides()] == [one.num for one in standards.criteria()]


@pytest.mark.parametrize("guide", standards.guides(), ids=lambda one: one.num)
def test_a_guide_says_what_to_do_in_both_languages(guide: standards.Guide) -> None:
    assert guide.where
    assert guide.instruction.sv.endswith(("?", "."))
    assert guide.instruction.sv != guide.instruction.en


def test_the_clauses_beside_wcag_are_there() -> None:
    asked = {one.num.partition(".")[0] for one in standards.clauses()} | {one.num for one in standards.clauses()}
    assert {"5", "6", "7", "10", "11.7", "11.8", "12"} <= asked


def test_an_unknown_criterion_is_told() -> None:
    with pytest.raises(standards.Unknown):
        standards.guide("9.9.9")
