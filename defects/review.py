"""What people have decided of a run: of its defects one by one, and of what only a person can test.

Decisions stand in a text file under version control (`defects.review_file`), a defect's by its fingerprint, a manual
test's by where it was done and what was tested. A decision never hides a defect: what a person judged to be no fault
leaves the failures and is listed by itself, and a decision that meets nothing is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import msgspec

import standards
from checks.model import Outcome, Text, Visit
from defects.model import Defect, Level, Mode, Place, Reviewed
from defects.priority import Placed, answered, prioritise, set_by_hand

Verdict = Literal["bekräftad", "falskt larm", "fel", "inget fel"]
"""A certain finding is confirmed or a false alarm; a question is answered: a fault, or none."""

NO_FAULT = ("falskt larm", "inget fel")

Result = Literal["godkänd", "underkänd", "ej tillämplig", "kan inte avgöras"]

BY_HAND = "manual"
"""Under which name a defect, and the history's looks, hold what a person found."""

OUTCOMES: Mapping[str, Outcome] = {
    "godkänd": Outcome.PASSED,
    "underkänd": Outcome.FAILED,
    "ej tillämplig": Outcome.INAPPLICABLE,
    "kan inte avgöras": Outcome.CANT_TELL,
}


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person decided of a defect: a verdict, another priority, a note, or several of these.

    `about` says in words what the defect was when it was judged, for those who read the file.
    """

    defect: str
    by: str
    on: date
    verdict: Verdict | None = None
    level: Level | None = None
    note: str = ""
    about: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What the decision is of."""
        return (self.defect,)


class ManualTest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A test that a person did: of a success criterion at a state, or of a clause of EN 301 549 on a surface.

    `method` says how (assistive technology and browser with versions, keyboard, inspection), `evidence` where what was
    seen is kept, `version` which Esset it was. `kind` (`standards.kind`) and `level` are for one that failed.
    """

    criterion: str
    outcome: Result
    method: str
    by: str
    on: date
    scenario: str = ""
    state: str = ""
    surface: str = ""
    note: str = ""
    evidence: str = ""
    kind: str = ""
    level: Level | None = None
    version: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What was tested, and where."""
        return (self.criterion, self.scenario, self.state, self.surface)

    @property
    def fingerprint(self) -> str:
        """That of the defect which the test is when it failed."""
        return hashlib.sha256("\n".join((BY_HAND, *self.key)).encode()).hexdigest()[:16]


Entry = Decision | ManualTest


@dataclass(frozen=True)
class Book:
    """All that stands in a file of decisions, in its order."""

    decisions: tuple[Decision, ...] = ()
    tests: tuple[ManualTest, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Decisions and tests."""
        return (*self.decisions, *self.tests)


@dataclass(frozen=True)
class Review:
    """How the decisions stand in a run.

    `dismissed` are the defects that a person judged to be none, `met` the decisions that met a defect, `unmatched`
    those that met nothing. `overtaken` answered a question that is now a certain finding: it must be judged anew.
    `tests` are the manual tests of what the run saw, `elsewhere` those of states that it did not reach.
    """

    file: str = ""
    dismissed: tuple[Defect, ...] = ()
    met: tuple[Decision, ...] = ()
    unmatched: tuple[Decision, ...] = ()
    overtaken: tuple[Decision, ...] = ()
    tests: tuple[ManualTest, ...] = ()
    elsewhere: tuple[ManualTest, ...] = ()


def judged(defects: Iterable[Defect], decisions: Iterable[Decision]) -> tuple[Defect, ...]:
    """The defects as people see them, the most urgent first; those judged to be none have the outcome `passed`."""
    by_mark = {one.defect: one for one in decisions}
    told = (_judged(one, by_mark.get(one.fingerprint)) for one in map(unjudged, defects))
    return tuple(sorted(told, key=lambda one: (one.priority.level, -one.priority.points, one.kind, one.fingerprint)))


def unjudged(defect: Defect) -> Defect:
    """A defect as the machine saw it."""
    before = defect.reviewed
    if before is None or before.outcome is Outcome.UNTESTED:
        return defect
    return replace(
        defect,
        outcome=before.outcome,
        question=before.question,
        priority=before.priority,
        mode=Mode.AUTOMATIC,
        reviewed=None,
    )


def is_question(defect: Defect) -> bool:
    """Whether the machine asks, rather than tells."""
    return unjudged(defect).outcome is Outcome.CANT_TELL


def review(
    defects: Sequence[Defect],
    visits: Sequence[Visit],
    book: Book,
    scenarios: Mapping[str, Placed],
    scopes: Mapping[str, standards.Scope],
    file: str = "",
) -> tuple[tuple[Defect, ...], Review]:
    """The defects of a run with what people decided, those that manual tests found among them; and how it all stands.

    May be done again with a later book: what an earlier one changed is undone first.
    """
    machine = [unjudged(one) for one in defects if one.mode is not Mode.MANUAL]
    told = judged(machine, book.decisions)
    seen = {one.fingerprint: one for one in machine}
    states = {(visit.scenario, visit.state): visit for visit in visits}
    surfaces = {one.surface for one in scenarios.values()}
    here = tuple(one for one in book.tests if _is_here(one, states.keys(), scenarios.keys(), surfaces))
    found = [
        _found(one, states[one.scenario, one.state], scenarios, scopes)
        for one in here
        if one.outcome == "underkänd" and one.scenario
    ]
    kept = [*(one for one in told if one.outcome is not Outcome.PASSED), *found]
    kept.sort(key=lambda one: (one.priority.level, -one.priority.points, one.kind, one.fingerprint))
    return tuple(kept), Review(
        file=file,
        dismissed=tuple(one for one in told if one.outcome is Outcome.PASSED),
        met=tuple(one for one in book.decisions if one.defect in seen),
        unmatched=tuple(one for one in book.decisions if one.defect not in seen),
        overtaken=tuple(one for one in book.decisions if one.defect in seen and _overtaken(seen[one.defect], one)),
        tests=here,
        elsewhere=tuple(one for one in book.tests if one not in here),
    )


def _is_here(test: ManualTest, states: Set[tuple[str, str]], scenarios: Set[str], surfaces: Set[str]) -> bool:
    if test.scenario:
        return (test.scenario, test.state) in states and test.scenario in scenarios
    return test.surface in surfaces


def _overtaken(defect: Defect, decision: Decision) -> bool:
    """What was no fault as a question may well be one now that an engine is certain."""
    return decision.verdict == "inget fel" and defect.outcome is Outcome.FAILED


def _judged(defect: Defect, decision: Decision | None) -> Defect:
    if decision is None:
        return defect
    reviewed = Reviewed(
        verdict=decision.verdict or "",
        level=decision.level,
        note=decision.note,
        by=decision.by,
        on=decision.on,
        outcome=defect.outcome,
        question=defect.question,
        priority=defect.priority,
    )
    if decision.verdict and not _overtaken(defect, decision):
        no_fault = decision.verdict in NO_FAULT
        defect = replace(
            defect,
            outcome=Outcome.PASSED if no_fault else Outcome.FAILED,
            question=None,
            priority=answered(defect.priority),
            mode=Mode.SEMI_AUTO,
        )
    if decision.level:
        defect = replace(defect, priority=set_by_hand(defect.priority, decision.level))
    return replace(defect, reviewed=reviewed)


def _found(
    test: ManualTest, visit: Visit, scenarios: Mapping[str, Placed], scopes: Mapping[str, standards.Scope]
) -> Defect:
    """The defect that a failed manual test is."""
    guide = standards.guide(test.criterion)
    observed = Text(test.note, test.note)
    place = Place(test.scenario, test.state, visit.number, visit.url, None, observed, visit.picture, visit.scale)
    priority = prioritise(
        kind=test.kind,
        criteria=(test.criterion,),
        outcome=Outcome.FAILED,
        places=(place,),
        scenarios=scenarios,
        scopes=scopes,
    )
    reviewed = Reviewed(
        verdict=test.outcome,
        level=test.level,
        note=test.note,
        by=test.by,
        on=test.on,
        method=test.method,
        evidence=test.evidence,
        outcome=Outcome.UNTESTED,
        question=None,
        priority=priority,
    )
    return Defect(
        fingerprint=test.fingerprint,
        kind=test.kind,
        outcome=Outcome.FAILED,
        criteria=(test.criterion,),
        checks=(BY_HAND,),
        engines=(BY_HAND,),
        rules=(test.criterion,),
        expected=guide.instruction,
        observed=observed,
        question=None,
        help_url="",
        evidence={},
        places=(place,),
        surfaces=(scenarios[test.scenario].surface,),
        priority=set_by_hand(priority, test.level) if test.level else priority,
        mode=Mode.MANUAL,
        reviewed=reviewed,
    )
