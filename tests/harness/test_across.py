"""Checks that look across states: they get what was noted, in order, and what they find lands at the right stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.found import found
from checks.model import Finding, Outcome, Stop, Text, Visit
from checks.registry import Across, Check
from harness.across import look_across


def check(across: Across) -> Check:
    return Check("c", Text("c", "c"), ("3.2.3",), Text("", ""), Text("", ""), (), lambda state: [], across=across)


def visit(scenario: str, state: str, number: int) -> Visit:
    return Visit(scenario, state, number, "http://example.test/", state, (), {})


VISITS = [visit("A", "ett", 1), visit("A", "två", 2), visit("B", "ett", 1)]
NOTES = {("A", "ett"): {"c": 1}, ("B", "ett"): {"c": 3}}
SURFACES = {"A": "intern", "B": "extern"}


def test_a_finding_lands_at_its_stop() -> None:
    seen: list[Stop] = []

    def across(stops: Sequence[Stop]) -> Iterable[tuple[Stop, Finding]]:
        seen.extend(stops)
        yield stops[1], found("c", "c", "consistent-navigation", None, expected=("a", "a"), observed=("b", "b"))

    visits = look_across(VISITS, NOTES, [check(across)], SURFACES)
    assert [(one.scenario, one.surface, one.note) for one in seen] == [("A", "intern", 1), ("B", "extern", 3)]
    assert [len(one.findings) for one in visits] == [0, 0, 1]


def test_without_notes_it_is_not_called() -> None:
    assert look_across(VISITS, {}, [check(lambda stops: 1 / 0)], SURFACES) == VISITS  # type: ignore[arg-type]


def test_one_that_breaks_is_told_as_untested() -> None:
    visits = look_across(VISITS, NOTES, [check(lambda stops: [][1])], SURFACES)
    (finding,) = visits[0].findings
    assert finding.outcome is Outcome.UNTESTED
    assert finding.evidence == {"error": "IndexError"}
