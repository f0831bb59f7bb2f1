"""How often a rule was right is counted by cases, and only what the corpus' rule is about is held against it."""

from __future__ import annotations

from typing import Literal

from harness.bench.cases import Case
from harness.bench.engines import Seen
from harness.bench.measure import Result
from harness.bench.trust import counted, written


def case(id: str, expected: Literal["failed", "passed"], group: str = "knapp") -> Case:
    return Case(id, group, id, "", expected, frozenset({"4.1.2"}))


def saw(id: str, *rules: str, kind: str = "missing-name") -> Result:
    return Result(id, {"axe-core": tuple(Seen("failed", rule, kind, ("4.1.2",)) for rule in rules)})


def test_a_case_is_one_observation_however_often_the_rule_speaks() -> None:
    pairs = [(case("a", "failed"), saw("a", "button-name", "button-name")), (case("b", "passed"), saw("b"))]
    assert counted(pairs) == {"axe": {"button-name": (1, 0)}}


def test_what_fails_a_passed_case_is_wrong() -> None:
    pairs = [(case("a", "failed"), saw("a", "button-name")), (case("b", "passed"), saw("b", "button-name"))]
    assert counted(pairs) == {"axe": {"button-name": (1, 1)}}


def test_another_kind_of_fault_on_a_passed_case_is_not_held_against_the_rule() -> None:
    hidden = saw("b", "aria-hidden-focus", kind="hidden-focusable")
    pairs = [(case("a", "failed"), saw("a", "button-name")), (case("b", "passed"), hidden)]
    assert counted(pairs) == {"axe": {"button-name": (1, 0)}}


def test_where_nobody_found_the_fault_everything_is_held_against_the_rule() -> None:
    pairs = [(case("a", "failed"), saw("a")), (case("b", "passed"), saw("b", "aria-hidden-focus", kind="x"))]
    assert counted(pairs) == {"axe": {"aria-hidden-focus": (0, 1)}}


def test_what_is_written_is_what_is_read() -> None:
    import tomllib

    text = written({"axe": {"button-name": (1, 0)}}, [], {"axe": "4"})
    assert tomllib.loads(text) == {"axe": {"button-name": {"right": 1, "wrong": 0}}}
