"""What a person must test: a sample of states and criteria after WCAG-EM, step 3, that is the same from run to run.

A scenario is a complete process. Its structured sample takes, state by state, what speaks of content that is new there,
at as few states as cover every criterion. A random sample of a tenth as many of the states that are left is tested in
full; it is drawn by the states' names, so that what was tested once still counts in the next run. The clauses of EN
301 549 beside chapter 9 are tested once for each surface.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import standards
from checks.model import Outcome, Visit
from defects.review import OUTCOMES, ManualTest
from reports.model import Run

GUIDED = "guided"
"""Under which name the visits hold what a person must test (`checks.guided`)."""

RANDOM_SHARE = 0.1

Sample = Literal["structured", "random", "clause", "beside"]


@dataclass(frozen=True)
class Planned:
    """One manual test: of a criterion at a state, or of a clause on a surface; `outcome` is `untested` until done.

    `sample` says why it is there: "beside" is one that was done without being asked for.
    """

    criterion: str
    scenario: str
    state: str
    surface: str
    sample: Sample
    outcome: Outcome
    test: ManualTest | None

    @property
    def key(self) -> tuple[str, ...]:
        """As `ManualTest.key`."""
        return (self.criterion, self.scenario, self.state, self.surface)


@dataclass(frozen=True)
class ManualCount:
    """How many manual tests the sample holds and how many of them are done, by outcome.

    `undecided` were done without an answer; `beside` are those done outside the sample, counted nowhere else;
    `states` is at how many states they stand: 0 where the run's profile noted none. `other_version` of the done were of
    another version of the target than the run's.
    """

    planned: int = 0
    done: int = 0
    passed: int = 0
    failed: int = 0
    inapplicable: int = 0
    undecided: int = 0
    beside: int = 0
    other_version: int = 0
    states: int = 0


def sampled(run: Run) -> tuple[Planned, ...]:
    """All manual tests of a run, in the order of the visits; those done beside the sample last."""
    done = {one.key: one for one in run.review.tests}
    visits = [(visit, criteria) for visit in run.visits if (criteria := _called_for(visit))]
    asked = [*_at_states(visits), *_of_clauses(run)]
    keys = {one[0] for one in asked}
    beside: list[tuple[tuple[str, ...], Sample]] = [(key, "beside") for key in done if key not in keys]
    return tuple(_planned(key, sample, done.get(key)) for key, sample in (*asked, *beside))


def tally(tests: Iterable[Planned], version: str = "") -> ManualCount:
    """Count manual tests; `version` is the target's own."""
    told = tuple(tests)
    asked = [one for one in told if one.sample != "beside"]
    done = [one.test for one in asked if one.test]
    outcomes = [one.outcome for one in asked]
    return ManualCount(
        planned=len(asked),
        done=len(done),
        passed=outcomes.count(Outcome.PASSED),
        failed=outcomes.count(Outcome.FAILED),
        inapplicable=outcomes.count(Outcome.INAPPLICABLE),
        undecided=outcomes.count(Outcome.CANT_TELL),
        beside=len(told) - len(asked),
        states=len({(one.scenario, one.state) for one in asked if one.scenario}),
        other_version=sum(one.version != version for one in done),
    )


def _called_for(visit: Visit) -> tuple[str, ...]:
    return tuple(
        num for one in visit.findings if one.check == GUIDED and one.outcome is Outcome.UNTESTED for num in one.criteria
    )


def _at_states(visits: list[tuple[Visit, tuple[str, ...]]]) -> list[tuple[tuple[str, ...], Sample]]:
    structured = _structured(visits)
    states = {(visit.scenario, visit.state) for visit, _ in structured}
    left = sorted(
        (one for one in visits if (one[0].scenario, one[0].state) not in states), key=lambda one: _draw(one[0])
    )
    drawn = left[: math.ceil(len(states) * RANDOM_SHARE)]
    order = {(visit.scenario, visit.state): at for at, (visit, _) in enumerate(visits)}
    told: list[tuple[tuple[str, ...], Sample]] = [
        *(((num, visit.scenario, visit.state, ""), "structured") for visit, nums in structured for num in nums),
        *(((num, visit.scenario, visit.state, ""), "random") for visit, nums in drawn for num in nums),
    ]
    return sorted(told, key=lambda one: order[one[0][1], one[0][2]])


def _structured(visits: list[tuple[Visit, tuple[str, ...]]]) -> list[tuple[Visit, list[str]]]:
    """Scenario by scenario the state that calls for most of what is not yet covered, until all is."""
    chosen = []
    for scenario in dict.fromkeys(visit.scenario for visit, _ in visits):
        mine = [(visit, nums) for visit, nums in visits if visit.scenario == scenario]
        missing = {num for _, nums in mine for num in nums}
        while missing:
            visit, nums = max(mine, key=lambda one: (len(missing.intersection(one[1])), -one[0].number))
            chosen.append((visit, [num for num in nums if num in missing]))
            missing.difference_update(nums)
    return chosen


def _draw(visit: Visit) -> str:
    return hashlib.sha256(f"{visit.scenario}\n{visit.state}".encode()).hexdigest()


def _of_clauses(run: Run) -> Iterator[tuple[tuple[str, ...], Sample]]:
    driven = {one.surface for one in run.scenarios}
    for surface in run.surfaces:
        if surface.name in driven:
            yield from (((one.num, "", "", surface.name), "clause") for one in standards.clauses())


def _planned(key: tuple[str, ...], sample: Sample, test: ManualTest | None) -> Planned:
    criterion, scenario, state, surface = key
    outcome = OUTCOMES[test.outcome] if test else Outcome.UNTESTED
    return Planned(criterion, scenario, state, surface, sample, outcome, test)
