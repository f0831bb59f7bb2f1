"""How each clause of EN 301 549 stands on a surface, by what machines found and what people tested there.

No clause is free of remarks because a machine found nothing: only where every manual test that it calls for is done,
and no question is left, does a person's word stand for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import standards
from checks.model import Outcome, Text
from defects.model import Defect, Mode
from defects.review import ManualTest
from reports.model import Run, Surface
from reports.sampling import ManualCount, Planned, sampled, tally
from reports.summary import Sort, sort_of


class Mark(StrEnum):
    """How a clause stands."""

    REMARK = "remark"
    CLEAR = "clear"
    INAPPLICABLE = "inapplicable"
    PARTLY = "partly"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True)
class ClauseState:
    """A clause, or a criterion that is none of V3.2.1's (`clause` empty).

    `num` is the criterion's number, else the clause's. `failed` are the manual tests that failed: of a criterion they
    stand among `breaches` too. `floor`: the law asks for it.
    """

    clause: str
    num: str
    title: str
    level: str
    floor: bool
    expected: Text
    breaches: tuple[Defect, ...]
    questions: tuple[Defect, ...]
    tests: tuple[ManualTest, ...]
    failed: tuple[ManualTest, ...]
    count: ManualCount

    @property
    def mark(self) -> Mark:
        """What may be said of it."""
        if self.breaches or self.failed:
            return Mark.REMARK
        outcomes = {one.outcome for one in self.tests}
        decided = self.tests and self.count.done == self.count.planned and "kan inte avgöras" not in outcomes
        if decided and not self.questions:
            return Mark.INAPPLICABLE if outcomes == {"ej tillämplig"} else Mark.CLEAR
        return Mark.PARTLY if self.tests else Mark.UNREVIEWED

    @property
    def unreviewed(self) -> tuple[Defect, ...]:
        """Breaches that only a machine has seen."""
        return tuple(one for one in self.breaches if one.mode is Mode.AUTOMATIC)


def clause_states(run: Run, surface: Surface) -> tuple[ClauseState, ...]:
    """Every clause that may apply to web on one surface, in the standard's order; WCAG 2.2's own criteria after 9.4."""
    flows = {one.id for one in run.scenarios if one.surface == surface.name}
    tests = [one for one in sampled(run) if one.scenario in flows or one.surface == surface.name]
    defects = [one for one in run.defects if surface.name in one.surfaces]
    states = [_of_criterion(one, tests, defects, run.trace.version) for one in standards.criteria()]
    states += [_of_clause(one, tests, run.trace.version) for one in standards.clauses()]
    return tuple(sorted(states, key=_order))


def surface_of(run: Run, name: str) -> Surface | None:
    """A surface of the run by its name."""
    return next((one for one in run.surfaces if one.name == name), None)


def _of_criterion(
    criterion: standards.Criterion, tests: Iterable[Planned], defects: Iterable[Defect], version: str
) -> ClauseState:
    mine = [one for one in tests if one.criterion == criterion.num]
    named = [one for one in defects if criterion.num in one.criteria]
    return ClauseState(
        clause=criterion.clause or "",
        num=criterion.num,
        title=criterion.label,
        level=criterion.level,
        floor=criterion.legal_floor,
        expected=standards.guide(criterion.num).instruction,
        breaches=tuple(one for one in named if sort_of(one) is Sort.BREACH),
        questions=tuple(one for one in named if sort_of(one) is Sort.QUESTION),
        tests=tuple(one.test for one in mine if one.test),
        failed=tuple(one.test for one in mine if one.test and one.outcome is Outcome.FAILED),
        count=tally(mine, version),
    )


def _of_clause(clause: standards.Clause, tests: Iterable[Planned], version: str) -> ClauseState:
    mine = [one for one in tests if one.criterion == clause.num]
    return ClauseState(
        clause=clause.num,
        num=clause.num,
        title=clause.title.sv,
        level="",
        floor=True,
        expected=clause.instruction,
        breaches=(),
        questions=(),
        tests=tuple(one.test for one in mine if one.test),
        failed=tuple(one.test for one in mine if one.test and one.outcome is Outcome.FAILED),
        count=tally(mine, version),
    )


def _order(state: ClauseState) -> tuple[int, ...]:
    # A criterion that V3.2.1 lacks stands where its clause would.
    return tuple(int(part) for part in (state.clause or f"9.{state.num}").split("."))
