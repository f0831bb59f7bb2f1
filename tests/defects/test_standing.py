"""A defect is mended only where it was looked for again."""

from __future__ import annotations

import pytest

from defects.standing import Known, Look, Status, reached, remembered, statuses
from tests.defects.conftest import make_finding, make_untested, make_visit

HERE, THERE = Look("A-1", "tom", "axe"), Look("A-1", "klar", "axe")


@pytest.mark.parametrize(
    ("known", "seen", "looked", "expected"),
    [
        (None, True, {HERE}, Status.NEW),
        (Known(False, frozenset({HERE})), True, {HERE}, Status.OPEN),
        (Known(True, frozenset({HERE})), True, {HERE}, Status.BACK),
        (Known(False, frozenset({HERE})), False, {HERE}, Status.MENDED),
        (Known(False, frozenset({HERE})), False, {THERE}, Status.NOT_SEEN),
        (Known(False, frozenset({HERE, THERE})), False, {HERE}, Status.NOT_SEEN),
        (Known(True, frozenset({HERE})), False, {HERE}, None),
    ],
)
def test_status(known: Known | None, seen: bool, looked: set[Look], expected: Status | None) -> None:
    told = statuses({"f": known} if known else {}, {"f"} if seen else set(), looked)
    assert told.get("f") is expected


def test_a_check_that_broke_at_a_state_did_not_look_there() -> None:
    visits = [make_visit("A-1", "tom", make_untested("axe")), make_visit("A-1", "klar", make_finding("x"))]
    assert reached(visits, ["axe", "pa11y"]) == {
        Look("A-1", "tom", "pa11y"),
        Look("A-1", "klar", "axe"),
        Look("A-1", "klar", "pa11y"),
        # A person's look is read anew from the file, wherever the run came.
        Look("A-1", "klar", "manual"),
        Look("A-1", "tom", "manual"),
    }


def test_what_a_person_dismissed_is_neither_seen_nor_mended() -> None:
    known = {"f": Known(False, frozenset({HERE})), "g": Known(False, frozenset({HERE}))}
    told = statuses(known, set(), {HERE}, {"f", "never known"})
    assert told == {"f": Status.DISMISSED, "g": Status.MENDED}


def test_where_it_was_seen_before_and_not_looked_at_now_is_remembered() -> None:
    from dataclasses import replace

    from defects import merge
    from scenarios.registry import all_scenarios
    from standards import Scope

    scenario = all_scenarios()[0]
    visit = replace(make_visit("A-1", "klar", make_finding("x")), scenario=scenario.id)
    (defect,) = merge([visit], {scenario.id: scenario}, {scenario.surface: Scope.PUBLIC})
    there = Look(scenario.id, "klar", "axe")
    known = Known(False, frozenset({HERE}))
    assert remembered(known, defect, frozenset({there})) == {HERE, there}
    assert remembered(known, defect, frozenset({there, HERE})) == {there}
    assert remembered(Known(True, frozenset({HERE})), defect, frozenset({there})) == {there}
