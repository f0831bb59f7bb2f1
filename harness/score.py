"""Scores a run of the embedded Esset against its answer key: what was found, missed, and falsely told.

A fault counts as found only by a `failed` finding of one of its criteria at its element, at a state
where the fault shows. Elements are told by where the answer key's selector leads on the live page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from playwright.sync_api import Error as PlaywrightError

import demo
from checks import guided as guided_check
from checks.model import Element, Finding, Outcome, Visit
from checks.state import Hops, State, script
from defects import Defect
from harness.journal import Located, read_journal
from reports.model import Run


@dataclass(frozen=True)
class Count:
    """Figures of one criterion or of all: `recall` is found / (found + missed), 1 where there is nothing to find."""

    found: int
    missed: int
    asked: int
    false_positives: int

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0


@dataclass(frozen=True)
class Score:
    """How a run stood against the answer key.

    `asked` are missed faults that a `cantTell` points at. Faults that only a person can judge are
    `manual`, and in no figure; `guided` are those of them that a person is sent to, at a state where they show.
    """

    total: Count
    criteria: dict[str, Count]
    found: tuple[str, ...]
    missed: tuple[str, ...]
    asked: tuple[str, ...]
    manual: tuple[str, ...]
    guided: tuple[str, ...]
    false_positives: tuple[Defect, ...]
    defects_per_fault: float


def witness_of(build: str) -> Callable[[State], Located]:
    """Tells, at a state of the embedded Esset in a build, where the faults switched on are."""
    faults = active_faults(build)
    return lambda state: locate(state, faults)


def active_faults(build: str) -> tuple[demo.Fault, ...]:
    """The answer key's entries that a build has switched on."""
    on = demo.build(build)
    return tuple(fault for fault in demo.answer_key() if fault.id in on)


def locate(state: State, faults: Iterable[demo.Fault]) -> Located:
    """Where the faults that may show at a state are on the live page: paths as in `checks.model.Element`."""
    found: dict[str, list[Hops]] = {}
    for fault in faults:
        if not shows(fault, state.scenario, state.name):
            continue
        paths = []
        for document in state.documents:
            try:
                elements = document.frame.locator(fault.element).element_handles()
                paths += [document.path + tuple(element.evaluate(script("checks", "path.js"))) for element in elements]
            except PlaywrightError:
                continue
        if paths:
            found[fault.id] = paths
    return Located(state.scenario, state.name, found)


def shows(fault: demo.Fault, scenario: str, state: str) -> bool:
    """Whether the answer key says that a fault shows at a state."""
    return any(fnmatchcase(f"{scenario}/{state}", place) for place in fault.places)


def score(
    faults: Sequence[demo.Fault], located: Iterable[Located], visits: Sequence[Visit], defects: Sequence[Defect]
) -> Score:
    """Hold the findings of a run against the faults that were switched on, in the scenarios that were driven."""
    driven = {visit.scenario for visit in visits}
    faults = [
        fault
        for fault in faults
        if any(fnmatchcase(one, place.partition("/")[0]) for place in fault.places for one in driven)
    ]
    where = {(one.scenario, one.state): one.faults for one in located}
    by_id = {fault.id: fault for fault in faults}
    found, asked, guided = set(), set(), set()
    explained: set[tuple[str, str, tuple[str, ...] | None, str]] = set()
    for visit in visits:
        here = where.get((visit.scenario, visit.state), {})
        by_hand = {num for one in visit.findings if one.check == guided_check.ID for num in one.criteria}
        guided |= {fault_id for fault_id in here if by_hand & set(by_id[fault_id].criteria)}
        for finding in visit.findings:
            for fault_id in _explains(finding, here, by_id):
                if finding.outcome is Outcome.FAILED:
                    found.add(fault_id)
                    explained.add((visit.scenario, visit.state, _path(finding.element), finding.kind))
                elif finding.outcome is Outcome.CANT_TELL:
                    asked.add(fault_id)
    automatic = {fault.id for fault in faults if fault.judged == "automatic"}
    false = tuple(
        defect
        for defect in defects
        if defect.outcome is Outcome.FAILED
        and defect.criteria
        and not any((p.scenario, p.state, _path(p.element), defect.kind) in explained for p in defect.places)
    )
    true_defects = sum(1 for one in defects if one.outcome is Outcome.FAILED and one.criteria) - len(false)
    hit, missed = found & automatic, automatic - found
    return Score(
        total=_count(hit, missed, asked, false),
        criteria=_per_criterion(by_id, hit, missed, asked, false),
        found=tuple(sorted(found)),
        missed=tuple(sorted(missed)),
        asked=tuple(sorted(asked & missed)),
        manual=tuple(sorted(set(by_id) - automatic)),
        guided=tuple(sorted((guided | asked | found) - automatic)),
        false_positives=false,
        defects_per_fault=true_defects / len(found) if found else 0.0,
    )


def score_run(run: Run, build: str) -> Score:
    """Score a run that was driven with a witness."""
    located = [line.located for line in read_journal(run.folder).lines if line.located]
    return score(active_faults(build), located, run.visits, run.defects)


def _explains(finding: Finding, here: Mapping[str, Sequence[Hops]], by_id: Mapping[str, demo.Fault]) -> Iterable[str]:
    """The faults at a state that a finding tells of."""
    for fault_id, paths in here.items():
        fault = by_id[fault_id]
        if set(finding.criteria) & set(fault.criteria) and any(_meets(finding, path, fault) for path in paths):
            yield fault_id


def _meets(finding: Finding, path: Hops, fault: demo.Fault) -> bool:
    """Whether a finding is at a fault's element: at it, within it, or, of the same kind, around it."""
    if finding.element is None:
        # A document that is downloaded, or a key that the whole page answers to, is at no element: then the kind tells.
        return path[-1].count(">") <= 1 or finding.kind == fault.kind
    at = finding.element.path
    return _within(at, path) or (finding.kind == fault.kind and _within(path, at))


def _path(element: Element | None) -> Hops | None:
    return element.path if element else None


def _within(inner: Hops, outer: Hops) -> bool:
    if inner[: len(outer) - 1] != outer[:-1] or len(inner) < len(outer):
        return False
    hop = inner[len(outer) - 1]
    return hop == outer[-1] or hop.startswith(outer[-1] + ">")


def _count(found: set[str], missed: set[str], asked: set[str], false: Sequence[Defect]) -> Count:
    return Count(len(found), len(missed), len(missed & asked), len(false))


def _per_criterion(
    by_id: Mapping[str, demo.Fault], found: set[str], missed: set[str], asked: set[str], false: Sequence[Defect]
) -> dict[str, Count]:
    of: dict[str, set[str]] = defaultdict(set)
    for fault in by_id.values():
        for criterion in fault.criteria:
            of[criterion].add(fault.id)
    wrong: dict[str, list[Defect]] = defaultdict(list)
    for defect in false:
        for criterion in defect.criteria:
            wrong[criterion].append(defect)
    numbers = sorted({*of, *wrong}, key=lambda number: [int(part) for part in number.split(".")])
    return {one: _count(found & of[one], missed & of[one], asked, wrong[one]) for one in numbers}
