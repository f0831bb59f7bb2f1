"""The numbers of a run: three sorts kept apart, each fault counted once, what is broken never hidden."""

from __future__ import annotations

from dataclasses import replace

from defects.model import Level
from reports.model import Run
from reports.summary import Verdict, by_number, summarise


def test_the_three_sorts_are_counted_apart(run: Run) -> None:
    told = summarise(run)
    assert (told.breaches, told.questions, told.practices) == (5, 2, 1)
    assert sum(told.by_priority.values()) == told.breaches
    assert sum(told.by_outcome.values()) == len(run.defects)


def test_verdicts(run: Run) -> None:
    told = {num: one.verdict for num, one in summarise(run).by_criterion.items()}
    assert told["1.4.3"] is Verdict.FAILED
    assert told["1.3.1"] is Verdict.NOTHING_FOUND
    only_questions = replace(run, defects=tuple(one for one in run.defects if one.question))
    assert summarise(only_questions).by_criterion["1.4.3"].verdict is Verdict.CANT_TELL


def test_nothing_looked_at_is_untested(run: Run) -> None:
    assert {one.verdict for one in summarise(replace(run, visits=(), defects=())).by_criterion.values()} == {
        Verdict.UNTESTED
    }
    # The check broke at the one state there is.
    broken = tuple(visit for visit in run.visits if visit.state == "sammanfattningen")
    assert {one.verdict for one in summarise(replace(run, visits=broken, defects=())).by_criterion.values()} == {
        Verdict.UNTESTED
    }


def test_a_defect_of_two_areas_counts_once_in_each(run: Run) -> None:
    told = summarise(run)
    areas = {one.area: one for one in told.areas}
    assert areas["Överförmyndarverksamhet"].by_priority[Level.P1] == 2
    assert areas["Ekonomiskt bistånd"].by_priority[Level.P1] == 1
    assert told.by_priority[Level.P1] == 2
    assert areas["Äldreomsorg"].scenarios == ()
    assert areas["Barn och unga"].broken == ("BU-1",)


def test_broken_is_told(run: Run) -> None:
    told = summarise(run)
    assert told.completed == ("OF-1", "EB-2")
    assert told.broken == ("BU-1",)
    assert [(one.scenario, one.state, one.check) for one in told.broken_checks] == [("OF-1", "sammanfattningen", "axe")]


def test_criteria_sort_as_numbers() -> None:
    assert sorted(["1.4.10", "1.4.9", "2.1.1"], key=by_number) == ["1.4.9", "1.4.10", "2.1.1"]
