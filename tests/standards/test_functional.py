"""Usage situations: Digg's ten, and whom each criterion serves."""

from __future__ import annotations

import pytest

import standards


def test_digg_has_ten() -> None:
    codes = [one.code for one in standards.situations()]
    assert codes == ["WV", "LV", "WPC", "WH", "LH", "WVC", "LMS", "LR", "PST", "LC"]
    assert all(one.sv.startswith("Användning ") and one.en for one in standards.situations())


def test_privacy_is_a_statement_but_no_situation_of_diggs() -> None:
    assert standards.situation("P").clause == "4.2.11"
    assert standards.situation("P") not in standards.situations()


def test_whom_a_criterion_serves() -> None:
    contrast = standards.functional("1.4.3")
    assert [one.code for one in contrast.primary] == ["LV", "WPC"]
    assert [one.en for one in contrast.secondary] == ["Usage with limited cognition, language or learning"]


@pytest.mark.parametrize("num", [one.num for one in standards.criteria() if one.clause])
def test_every_criterion_of_the_standard_serves_someone(num: str) -> None:
    served = standards.functional(num)
    assert served.primary
    assert not set(served.primary) & set(served.secondary)


def test_what_annex_b_does_not_have_is_the_suites_own_judgement() -> None:
    target_size = standards.functional("2.5.8")
    assert [one.code for one in target_size.primary] == ["LMS"]
    assert not target_size.annexed
    assert standards.functional("1.4.3").annexed


def test_of_aaa_nothing_is_told() -> None:
    assert standards.functional("1.4.6") == standards.Functional()


def test_unknown_ones_are_told() -> None:
    with pytest.raises(standards.Unknown, match="'XX'"):
        standards.situation("XX")
    with pytest.raises(standards.Unknown, match=r"'7\.7\.7'"):
        standards.functional("7.7.7")
