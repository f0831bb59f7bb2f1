"""A run in numbers: what the command line, the HTML report and every later format count the same way.

Three sorts of defects are never added up: breaches (certain, of a success criterion), questions
that a person must answer, and good practice, which breaks no criterion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from checks.model import Outcome, Visit
from defects.model import Defect, Level
from reports.model import Driven, Ending, Run
from reports.sampling import ManualCount, sampled, tally
from scenarios.model import Area


class Sort(StrEnum):
    """The three sorts of defects."""

    BREACH = "breach"
    QUESTION = "question"
    PRACTICE = "practice"


class Verdict(StrEnum):
    """What a run can say of a success criterion. That it is met is not among it."""

    FAILED = "failed"
    CANT_TELL = "cantTell"
    NOTHING_FOUND = "nothingFound"
    UNTESTED = "untested"


@dataclass(frozen=True)
class CriterionCount:
    """One criterion: the verdict, how many breaches and questions it has, and the checks that can fail it."""

    criterion: str
    verdict: Verdict
    breaches: int
    questions: int
    checks: tuple[str, ...]


@dataclass(frozen=True)
class ScenarioCount:
    """One scenario: how it ended, at how many states the checks looked, and its breaches by priority."""

    scenario: str
    ending: Ending
    states: int
    by_priority: dict[Level, int]


@dataclass(frozen=True)
class AreaCount:
    """One area: its scenarios, those of them that broke, and its breaches by priority, each counted once."""

    area: str
    scenarios: tuple[str, ...]
    broken: tuple[str, ...]
    states: int
    by_priority: dict[Level, int]


@dataclass(frozen=True)
class BrokenCheck:
    """A check that broke at a state and so told nothing of it. `error` is the check's own account."""

    scenario: str
    state: str
    check: str
    error: str


@dataclass(frozen=True)
class Summary:
    """A run in numbers.

    `by_priority` counts breaches, `by_outcome` all defects. `by_criterion` has every criterion that a
    check of the run can fail or that a defect names; any other is untested. `areas` has every area
    of Esset, driven or not, in the order of rollout. `manual` counts the tests that only a person can do.
    """

    breaches: int
    questions: int
    practices: int
    states: int
    by_priority: dict[Level, int]
    by_outcome: dict[Outcome, int]
    by_criterion: dict[str, CriterionCount]
    areas: tuple[AreaCount, ...]
    scenarios: tuple[ScenarioCount, ...]
    completed: tuple[str, ...]
    broken: tuple[str, ...]
    broken_checks: tuple[BrokenCheck, ...]
    manual: ManualCount = field(default_factory=ManualCount)


def summarise(run: Run) -> Summary:
    """Count a run."""
    sorts = Counter(sort_of(defect) for defect in run.defects)
    breaches = [defect for defect in run.defects if sort_of(defect) is Sort.BREACH]
    outcomes = Counter(defect.outcome for defect in run.defects)
    return Summary(
        breaches=sorts[Sort.BREACH],
        questions=sorts[Sort.QUESTION],
        practices=sorts[Sort.PRACTICE],
        states=len(run.visits),
        by_priority=_by_priority(breaches),
        by_outcome={outcome: outcomes[outcome] for outcome in (Outcome.FAILED, Outcome.CANT_TELL)},
        by_criterion=_criteria(run),
        areas=tuple(_area(area, run, breaches) for area in Area),
        scenarios=tuple(_scenario(driven, run.visits, breaches) for driven in run.scenarios),
        completed=tuple(one.id for one in run.scenarios if one.ending is Ending.COMPLETED),
        broken=tuple(one.id for one in run.scenarios if one.ending is Ending.BROKEN),
        broken_checks=tuple(_broken_checks(run.visits)),
        manual=tally(sampled(run), run.trace.version),
    )


def sort_of(defect: Defect) -> Sort:
    """Which of the three sorts a defect is."""
    if defect.outcome is Outcome.CANT_TELL:
        return Sort.QUESTION
    return Sort.BREACH if defect.criteria else Sort.PRACTICE


def by_number(criterion: str) -> tuple[int, ...]:
    """Sort key of a success criterion: 1.4.10 comes after 1.4.9."""
    return tuple(int(part) for part in criterion.split("."))


def _by_priority(defects: Iterable[Defect]) -> dict[Level, int]:
    counted = Counter(defect.priority.level for defect in defects)
    return {level: counted[level] for level in Level}


def _criteria(run: Run) -> dict[str, CriterionCount]:
    """A check counts for its criteria where it told something at one state at least."""
    broken = {(one.scenario, one.state, one.check) for one in _broken_checks(run.visits)}
    looked = {
        check.id
        for check in run.checks
        if any((visit.scenario, visit.state, check.id) not in broken for visit in run.visits)
    }
    breaches = Counter(num for one in run.defects if sort_of(one) is Sort.BREACH for num in one.criteria)
    questions = Counter(num for one in run.defects if sort_of(one) is Sort.QUESTION for num in one.criteria)
    known = {num for check in run.checks for num in check.criteria} | {*breaches} | {*questions}
    counts = {}
    for num in sorted(known, key=by_number):
        checks = tuple(check.id for check in run.checks if num in check.criteria and check.id in looked)
        verdict = (
            Verdict.FAILED
            if breaches[num]
            else Verdict.CANT_TELL
            if questions[num]
            else Verdict.NOTHING_FOUND
            if checks
            else Verdict.UNTESTED
        )
        counts[num] = CriterionCount(num, verdict, breaches[num], questions[num], checks)
    return counts


def _scenario(driven: Driven, visits: Iterable[Visit], breaches: Iterable[Defect]) -> ScenarioCount:
    touching = [one for one in breaches if any(place.scenario == driven.id for place in one.places)]
    states = sum(visit.scenario == driven.id for visit in visits)
    return ScenarioCount(driven.id, driven.ending, states, _by_priority(touching))


def _area(area: Area, run: Run, breaches: Iterable[Defect]) -> AreaCount:
    driven = [one for one in run.scenarios if one.area == area]
    ids = {one.id for one in driven}
    return AreaCount(
        area=area,
        scenarios=tuple(one.id for one in driven),
        broken=tuple(one.id for one in driven if one.ending is Ending.BROKEN),
        states=sum(visit.scenario in ids for visit in run.visits),
        by_priority=_by_priority(one for one in breaches if ids.intersection(place.scenario for place in one.places)),
    )


def _broken_checks(visits: Iterable[Visit]) -> Iterable[BrokenCheck]:
    for visit in visits:
        for finding in visit.findings:
            if finding.outcome is Outcome.UNTESTED and "error" in finding.evidence:
                yield BrokenCheck(visit.scenario, visit.state, finding.check, finding.observed.sv)
