"""What people decide changes what a run says, never what the machine saw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from checks.model import Outcome, Text, Visit
from defects.model import Defect, Level, Mode, Priority, Term
from defects.priority import UNSURE
from defects.review import Book, Decision, ManualTest, judged, review
from standards import Scope
from tests.reports.conftest import make_defects

ON = date(2026, 11, 27)
BREACH, QUESTION = "a1b2c3d4e5f60718", "00000000000000aa"
SCENARIOS = {
    "OF-1": SimpleNamespace(area="Överförmyndarverksamhet", surface="kundportal"),
    "BU-1": SimpleNamespace(area="Barn och unga", surface="arendesystem"),
}
SCOPES = {"kundportal": Scope.PUBLIC, "arendesystem": Scope.INTERNAL_CASE_SYSTEM}
VISITS = [Visit("OF-1", "steg 1", 1, "http://esset.test/1", "Steg 1", (), {})]
FAILED = ManualTest(
    criterion="1.3.1", scenario="OF-1", state="steg 1", outcome="underkänd", method="NVDA", by="Bo", on=ON,
    note="Tabellen läses utan rubriker.", kind="table-structure", evidence="bilagor/1.mp4",
)  # fmt: skip


def decision(defect: str, **told: object) -> Decision:
    return Decision(defect=defect, by="Anna", on=ON, **told)  # type: ignore[arg-type]


def decided(*decisions: Decision, defects: tuple[Defect, ...] = ()) -> tuple[dict[str, Defect], object]:
    kept, told = review(defects or make_defects(), VISITS, Book(decisions), SCENARIOS, SCOPES)
    return {one.fingerprint: one for one in kept}, told


def test_a_confirmed_breach_stays_and_says_who() -> None:
    kept, told = decided(decision(BREACH, verdict="bekräftad"))
    one = kept[BREACH]
    assert (one.outcome, one.mode) == (Outcome.FAILED, Mode.SEMI_AUTO)
    assert one.reviewed and one.reviewed.by == "Anna" and len(told.met) == 1  # type: ignore[attr-defined]


def test_a_false_alarm_leaves_the_failures_and_is_listed() -> None:
    kept, told = decided(decision(BREACH, verdict="falskt larm", note="Namnet kommer ur ikonens titel."))
    assert BREACH not in kept
    (one,) = told.dismissed  # type: ignore[attr-defined]
    assert (one.fingerprint, one.outcome, one.mode) == (BREACH, Outcome.PASSED, Mode.SEMI_AUTO)


@pytest.mark.parametrize(("verdict", "outcome"), [("fel", Outcome.FAILED), ("inget fel", Outcome.PASSED)])
def test_an_answered_question_is_no_question(verdict: str, outcome: Outcome) -> None:
    unsure = Priority(Level.P3, 45, (Term(Text("a", "b"), 60), UNSURE))
    defects = tuple(replace(one, priority=unsure) if one.fingerprint == QUESTION else one for one in make_defects())
    kept, told = decided(decision(QUESTION, verdict=verdict), defects=defects)
    one = kept.get(QUESTION) or told.dismissed[0]  # type: ignore[attr-defined]
    assert (one.outcome, one.question, one.mode) == (outcome, None, Mode.SEMI_AUTO)
    # What is certain weighs as what is certain.
    assert (one.priority.points, one.priority.level) == (60, Level.P2)


def test_a_level_set_by_hand_shows_in_the_sum_and_sorts() -> None:
    kept, _ = decided(decision(BREACH, level=Level.P4, note="Knappen syns bara i testmiljön."))
    one = kept[BREACH]
    assert one.priority.level is Level.P4 and one.mode is Mode.AUTOMATIC
    assert "P4" in one.priority.terms[-1].reason.sv and one.priority.terms[-1].points == 0
    assert sum(term.points for term in one.priority.terms) == one.priority.points
    assert [one.priority.level for one in kept.values()] == sorted(one.priority.level for one in kept.values())


def test_an_answer_does_not_hold_once_the_machine_is_certain() -> None:
    kept, told = decided(decision(BREACH, verdict="inget fel"))
    assert kept[BREACH].outcome is Outcome.FAILED and kept[BREACH].mode is Mode.AUTOMATIC
    assert [one.defect for one in told.overtaken] == [BREACH]  # type: ignore[attr-defined]


def test_a_decision_that_meets_nothing_is_told() -> None:
    _, told = decided(decision("ffffffffffffffff", verdict="bekräftad"))
    assert [one.defect for one in told.unmatched] == ["ffffffffffffffff"]  # type: ignore[attr-defined]


def test_a_failed_manual_test_is_a_defect_of_its_own() -> None:
    kept, told = review(make_defects(), VISITS, Book((), (FAILED,)), SCENARIOS, SCOPES)
    (one,) = [one for one in kept if one.mode is Mode.MANUAL]
    assert (one.outcome, one.criteria, one.kind) == (Outcome.FAILED, ("1.3.1",), "table-structure")
    assert one.surfaces == ("kundportal",) and one.observed.sv == FAILED.note
    assert one.reviewed and (one.reviewed.method, one.reviewed.evidence) == ("NVDA", "bilagor/1.mp4")
    assert told.tests == (FAILED,)


@pytest.mark.parametrize("change", [{"state": "steg 9"}, {"scenario": "EB-2"}])
def test_a_test_of_a_state_that_was_not_reached_is_told_and_is_no_defect(change: dict[str, str]) -> None:
    import msgspec

    elsewhere = msgspec.structs.replace(FAILED, **change)
    kept, told = review(make_defects(), VISITS, Book((), (elsewhere,)), SCENARIOS, SCOPES)
    assert not [one for one in kept if one.mode is Mode.MANUAL]
    assert told.elsewhere == (elsewhere,) and told.tests == ()


def test_deciding_anew_undoes_what_was_decided_before() -> None:
    book = Book((decision(BREACH, verdict="falskt larm", note="x"), decision(QUESTION, verdict="fel")), (FAILED,))
    kept, told = review(make_defects(), VISITS, book, SCENARIOS, SCOPES)
    again = (*kept, *told.dismissed)
    assert review(again, VISITS, book, SCENARIOS, SCOPES) == (kept, told)
    assert review(again, VISITS, Book(), SCENARIOS, SCOPES)[0] == judged(make_defects(), ())
