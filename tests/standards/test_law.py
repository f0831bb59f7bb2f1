"""The legal ground: the right words for each surface, and never too much said of an internal system."""

from __future__ import annotations

import itertools
import tomllib

import pytest

import standards
from standards import Scope
from standards.data_files import data

CLOSED = {Scope.EXTRANET, Scope.INFORMATION_INTRANET}
CASES = [("1.4.3",), ("2.5.8",), ("1.2.4",), ("1.4.6",), (), ("1.4.3", "2.5.8"), ("1.2.4", "2.5.8"), ("4.1.1",)]


def test_public_is_required_by_law_with_clause_and_paragraphs() -> None:
    ground = standards.legal_ground(Scope.PUBLIC, ("1.4.3",))
    assert ground.status == "lagkrav"
    assert ground.confidence == "high"
    assert "EN 301 549 V3.2.1 avsnitt 9.1.4.3" in ground.text.sv
    assert "inte den väg som 5 § MDFFS 2019:2 anger" in ground.text.sv
    assert any(one.startswith("10 § lagen (2018:1937)") for one in ground.citations)
    assert "4–5 §§ MDFFS 2019:2" in ground.citations


@pytest.mark.parametrize("scope", sorted(CLOSED))
def test_closed_groups_are_covered_with_a_reservation(scope: Scope) -> None:
    ground = standards.legal_ground(scope, ("1.4.3",))
    assert ground.status == "lagkrav"
    assert "omfattande översyn" in ground.text.sv


def test_an_internal_case_system_has_other_grounds() -> None:
    ground = standards.legal_ground(Scope.INTERNAL_CASE_SYSTEM, ("2.1.1", "1.4.3"))
    assert ground.status == "utanfor-dos"
    assert "avsnitt 9.1.4.3 och 9.2.1.1" in ground.text.sv
    assert "omfattas sannolikt inte av DOS-lagen" in ground.text.sv
    cited = " ".join(ground.citations)
    for one in ("arbetsmiljölagen", "AFS 2023:11", "AFS 2023:2", "diskrimineringslagen", "9 kap. 2 §"):
        assert one in cited


def test_an_app_is_not_told_a_clause_for_web_as_its_own() -> None:
    ground = standards.legal_ground(Scope.NATIVE_APP, ("1.4.3",))
    assert ground.status == "lagkrav"
    assert "avsnitt 11" in ground.text.sv


@pytest.mark.parametrize("scope", Scope)
def test_wcag_22_is_not_yet_law_anywhere(scope: Scope) -> None:
    ground = standards.legal_ground(scope, ("2.5.8", "2.4.11"))
    assert ground.status == "wcag-2.2-preview"
    assert "ännu inte lagkrav" in ground.title.sv
    assert "kriterium 2.4.11 och 2.5.8" in ground.text.sv


@pytest.mark.parametrize(("scope", "criteria"), [*itertools.product(Scope, [(), ("1.4.6",)])])
def test_what_no_criterion_of_level_a_or_aa_asks_for_is_good_practice(scope: Scope, criteria: tuple[str, ...]) -> None:
    assert standards.legal_ground(scope, criteria).status == "god-praxis"


def test_live_captions_lie_outside() -> None:
    assert standards.legal_ground(Scope.PUBLIC, ("1.2.4",)).status == "utanfor-dos"


def test_the_weightiest_criterion_decides_and_only_it_is_named() -> None:
    ground = standards.legal_ground(Scope.PUBLIC, ("2.5.8", "1.4.3"))
    assert ground.status == "lagkrav"
    assert "2.5.8" not in ground.text.sv


@pytest.mark.parametrize(("scope", "criteria"), [*itertools.product(Scope, CASES)])
def test_every_text_is_whole(scope: Scope, criteria: tuple[str, ...]) -> None:
    ground = standards.legal_ground(scope, criteria)
    for text in (ground.title.sv, ground.title.en, ground.text.sv, ground.text.en):
        assert text
        assert "{" not in text
    assert ground.text.sv.endswith(".")
    assert ground.text.en.endswith(".")


@pytest.mark.parametrize("criteria", CASES)
def test_no_ground_says_that_an_internal_system_breaches_the_act(criteria: tuple[str, ...]) -> None:
    ground = standards.legal_ground(Scope.INTERNAL_CASE_SYSTEM, criteria)
    assert ground.status != "lagkrav"
    said = " ".join([ground.title.sv, ground.text.sv, *ground.citations]).lower()
    assert "bryter mot" not in said
    assert "10 §" not in said
    assert "mdffs" not in said or ground.status == "wcag-2.2-preview"


def test_no_ground_at_all_speaks_of_breach_or_discrimination_as_settled() -> None:
    said = str(tomllib.loads(data("grounds.toml").decode())).lower()
    for claim in ("bryter mot", "strider mot", "är diskriminering", "breaches the", "violates"):
        assert claim not in said


def test_an_unknown_criterion_is_told() -> None:
    with pytest.raises(standards.Unknown):
        standards.legal_ground(Scope.PUBLIC, ("1.9.9",))
