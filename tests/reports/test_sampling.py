"""The sample of manual tests: every criterion of every process, as few stops as can be, the same from run to run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checks.model import Finding, Outcome, Text, Visit
from defects.review import Book, ManualTest
from reports.model import Run
from reports.reviewed import reviewed
from reports.sampling import GUIDED, Planned, sampled, tally

NEEDED = {
    ("OF-1", "steg 1, inkomster"): ("1.1.1", "1.3.1", "2.4.4"),
    ("OF-1", "sammanfattningen"): ("1.3.1", "3.3.1"),
    ("BU-1", "formuläret tomt"): ("1.3.1",),
    ("EB-2", "kalkylen öppen"): ("1.3.1", "1.1.1"),
}


def called(run: Run, needed: dict[tuple[str, str], tuple[str, ...]] = NEEDED) -> Run:
    return replace(run, visits=tuple(_called(one, needed.get((one.scenario, one.state), ())) for one in run.visits))


def _called(visit: Visit, criteria: tuple[str, ...]) -> Visit:
    said = Text("Nytt här: text (1)", "New here: text (1)")
    finding = Finding(GUIDED, GUIDED, GUIDED, Outcome.UNTESTED, "untested", criteria, None, said, said)
    return replace(visit, findings=(*visit.findings, finding)) if criteria else visit


def at_states(tests: tuple[Planned, ...], sample: str) -> set[tuple[str, str, str]]:
    return {(one.scenario, one.state, one.criterion) for one in tests if one.sample == sample}


def done(state: str, criterion: str, **told: object) -> ManualTest:
    right = {"outcome": "godkänd", "method": "NVDA", "by": "Anna", "on": date(2026, 11, 27), "scenario": "OF-1"}
    return ManualTest(criterion=criterion, state=state, **right | told)  # type: ignore[arg-type]


def test_every_criterion_of_a_process_is_tested_once_where_most_is_new(run: Run) -> None:
    assert at_states(sampled(called(run)), "structured") == {
        ("OF-1", "steg 1, inkomster", "1.1.1"),
        ("OF-1", "steg 1, inkomster", "1.3.1"),
        ("OF-1", "steg 1, inkomster", "2.4.4"),
        ("OF-1", "sammanfattningen", "3.3.1"),
        ("BU-1", "formuläret tomt", "1.3.1"),
        ("EB-2", "kalkylen öppen", "1.3.1"),
        ("EB-2", "kalkylen öppen", "1.1.1"),
    }


def test_a_tenth_of_the_states_more_are_drawn_and_tested_in_full(run: Run) -> None:
    first, *rest = run.visits
    more = tuple(replace(first, state=f"steg {number}", number=number) for number in range(3, 9))
    needed = NEEDED | {("OF-1", one.state): ("1.3.1", "2.4.4") for one in more}
    told = sampled(called(replace(run, visits=(first, *rest, *more)), needed))
    drawn = at_states(told, "random")
    assert len({state for _, state, _ in drawn}) == 1 and {num for *_, num in drawn} == {"1.3.1", "2.4.4"}
    # In another order of visits the same.
    again = sampled(called(replace(run, visits=(first, *rest, *reversed(more))), needed))
    assert at_states(again, "random") == drawn


def test_clauses_are_tested_on_each_driven_surface(run: Run) -> None:
    told = [one for one in sampled(called(run)) if one.sample == "clause"]
    assert {one.surface for one in told} == {"kundportal", "arendesystem"}
    assert {one.criterion for one in told} >= {"5.2", "11.7"}


def test_a_run_that_noted_nothing_has_no_states_to_test_at(run: Run) -> None:
    assert [one for one in sampled(run) if one.scenario] == []


def test_what_is_done_is_counted_by_outcome_and_what_was_not_asked_for_apart(run: Run) -> None:
    tests = (
        done("steg 1, inkomster", "1.1.1"),
        done("steg 1, inkomster", "1.3.1", outcome="underkänd", note="x", kind="table-structure", version="2"),
        done("sammanfattningen", "2.4.4"),
    )
    told = reviewed(called(run), Book((), tests))
    count = tally(sampled(told), "")
    assert count.planned == tally(sampled(called(run))).planned
    assert (count.done, count.passed, count.failed, count.beside, count.other_version) == (2, 1, 1, 1, 1)
