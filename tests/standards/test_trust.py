"""A rule's word is worth what was measured; where it was measured seldom, what its engine's is worth."""

from __future__ import annotations

from typing import Any

import pytest

import standards
from standards import measured as figures
from standards.measured import ASKS, ENOUGH, FAILS
from standards.rules import Engine

ENGINES: tuple[Engine, ...] = ("axe", "htmlcs", "ibm")


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(**rows: tuple[int, int]) -> None:
        told = {"axe": {name: figures._Row(*row) for name, row in rows.items()}}
        monkeypatch.setattr(figures, "_measured", lambda: told)

    return set_to


def test_a_rule_measured_often_is_judged_by_itself(measured: Any) -> None:
    measured(good=(19, 1), middling=(7, 3), bad=(3, 7))
    weights = [standards.trust("axe", rule).weight for rule in ("good", "middling", "bad")]
    assert weights == ["fails", "asks", "supports"]


def test_a_rule_seen_seldom_leans_on_its_engine(measured: Any) -> None:
    measured(good=(96, 4), erring=(0, 2))
    assert standards.trust("axe", "never-seen").weight == "asks"
    measured(good=(99, 1), erring=(0, 2))
    assert standards.trust("axe", "never-seen").weight == "fails"
    assert standards.trust("axe", "erring").weight == "asks"


def test_without_any_measure_nothing_is_believed(measured: Any) -> None:
    measured()
    assert standards.trust("axe", "never-seen").weight == "supports"


@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_measured_are_rules_of_the_engine(engine: Engine) -> None:
    known = {rule.id for rule in standards.rules(engine)}
    assert set(figures._measured()[engine]) <= known


@pytest.mark.parametrize("engine", ENGINES)
def test_a_rule_that_fails_alone_was_right_often_enough(engine: Engine) -> None:
    for rule in standards.rules(engine):
        one = standards.trust(engine, rule.id)
        seen = one.right + one.wrong
        if one.weight == "fails" and seen >= ENOUGH:
            assert one.right / seen >= FAILS
        if one.weight == "supports":
            assert one.precision < ASKS
