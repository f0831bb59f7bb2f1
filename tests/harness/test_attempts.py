"""What counts where a scenario was driven more than once."""

from __future__ import annotations

from checks.model import Visit
from harness.attempts import settle
from harness.journal import Line
from reports.model import Driven, Ending
from tests.defects.conftest import make_finding, make_visit


def driven(ending: Ending, attempt: int) -> Line:
    return Line(attempt=attempt, driven=Driven("A-1", "", "", "", "", "", ending, 1.0))


def visited(attempt: int, visit: Visit) -> Line:
    return Line(attempt=attempt, visit=visit)


def names(visits: tuple[Visit, ...]) -> dict[str, list[str]]:
    return {one.state: [finding.element.selector for finding in one.findings if finding.element] for one in visits}


def test_the_last_attempt_says_how_it_ended_whatever_the_order_of_lines() -> None:
    lines = [driven(Ending.COMPLETED, 2), driven(Ending.BROKEN, 1)]
    (told,) = settle(lines).driven
    assert told.ending is Ending.COMPLETED


def test_what_only_an_earlier_attempt_reached_is_kept() -> None:
    lines = [
        visited(1, make_visit("A-1", "tom", make_finding("a"))),
        visited(1, make_visit("A-1", "klar", make_finding("b"))),
        visited(2, make_visit("A-1", "tom", make_finding("a"))),
    ]
    settled = settle(lines)
    assert names(settled.visits) == {"tom": ["a"], "klar": ["b"]}
    assert settled.unstable == ()


def test_what_shows_in_one_visit_of_a_state_only_is_unstable_and_kept() -> None:
    lines = [
        visited(1, make_visit("A-1", "tom", make_finding("a"), make_finding("b"))),
        visited(2, make_visit("A-1", "tom", make_finding("b"), make_finding("c"))),
    ]
    settled = settle(lines)
    assert names(settled.visits) == {"tom": ["b", "c", "a"]}
    assert len(settled.unstable) == 2


def test_what_is_steady_at_another_state_is_not_unstable() -> None:
    from dataclasses import replace

    there = replace(make_visit("A-1", "klar", make_finding("a")), url="http://127.0.0.1/tom")
    lines = [
        visited(1, make_visit("A-1", "tom", make_finding("a"))),
        visited(2, make_visit("A-1", "tom")),
        visited(2, there),
    ]
    assert settle(lines).unstable == ()
