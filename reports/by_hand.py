"""What the report says of manual tests: which criteria at which states, how, and which of them are done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import standards
from checks.model import Outcome, Text
from reports.model import Driven, Run, Surface
from reports.sampling import GUIDED, ManualCount, Planned, sampled, tally


@dataclass(frozen=True)
class Stop:
    """A state in the sample, with what is new there."""

    state: str
    observed: Text | None
    tests: tuple[Planned, ...]


@dataclass(frozen=True)
class Flow:
    """A scenario's manual tests, state by state; `done` of them are done."""

    driven: Driven
    stops: tuple[Stop, ...]
    count: ManualCount


@dataclass(frozen=True)
class ByHand:
    """A criterion with the manual tests of it, scenario by scenario."""

    criterion: standards.Criterion
    guide: standards.Guide
    states: dict[str, list[str]]
    count: ManualCount


@dataclass(frozen=True)
class OnSurface:
    """The clauses of EN 301 549 beside WCAG on one surface."""

    surface: Surface
    tests: tuple[tuple[standards.Clause, Planned], ...]


@dataclass(frozen=True)
class Guided:
    """All that is left to a person, and what is done of it: in all, by scenario, by criterion, by clause."""

    count: ManualCount
    flows: tuple[Flow, ...]
    criteria: tuple[ByHand, ...]
    surfaces: tuple[OnSurface, ...]


def guided(run: Run) -> Guided:
    """Read from a run what was noted for a person; criteria that no state calls for have no states."""
    tests = sampled(run)
    version = run.trace.version
    new = {
        (visit.scenario, visit.state): one.observed
        for visit in run.visits
        for one in visit.findings
        if one.check == GUIDED and one.outcome is Outcome.UNTESTED
    }
    by_state: dict[str, dict[str, list[Planned]]] = defaultdict(lambda: defaultdict(list))
    by_criterion: dict[str, list[Planned]] = defaultdict(list)
    for one in tests:
        by_criterion[one.criterion].append(one)
        if one.scenario:
            by_state[one.scenario][one.state].append(one)
    clauses = {one.num: one for one in standards.clauses()}
    return Guided(
        count=tally(tests, version),
        flows=tuple(
            Flow(
                driven,
                tuple(
                    Stop(state, new.get((driven.id, state)), tuple(some)) for state, some in by_state[driven.id].items()
                ),
                tally((one for some in by_state[driven.id].values() for one in some), version),
            )
            for driven in run.scenarios
            if driven.id in by_state
        ),
        criteria=tuple(
            ByHand(
                standards.criterion(guide.num),
                guide,
                _states(by_criterion[guide.num]),
                tally(by_criterion[guide.num], version),
            )
            for guide in standards.guides()
            if guide.way != "automatic" or guide.num in by_criterion
        ),
        surfaces=tuple(
            OnSurface(surface, tuple((clauses[one.criterion], one) for one in tests if one.surface == surface.name))
            for surface in run.surfaces
            if any(one.surface == surface.name for one in tests)
        ),
    )


def _states(tests: list[Planned]) -> dict[str, list[str]]:
    states: dict[str, list[str]] = {}
    for one in tests:
        states.setdefault(one.scenario, []).append(one.state)
    return states
