"""What the report says must be tested by a person: which criteria at which states, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import standards
from checks.model import Outcome, Text, Visit

CHECK = "guided"
"""Under which name the visits hold what a person must test (`checks.guided`)."""


@dataclass(frozen=True)
class Stop:
    """A state with what is new there."""

    scenario: str
    state: str
    observed: Text
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class ByHand:
    """A criterion with the states where a person must look, scenario by scenario."""

    criterion: standards.Criterion
    guide: standards.Guide
    states: dict[str, list[str]]


@dataclass(frozen=True)
class Guided:
    """All that is left to a person: by criterion, by state, and the clauses of EN 301 549 beside WCAG."""

    criteria: tuple[ByHand, ...]
    stops: tuple[Stop, ...]
    clauses: tuple[standards.Clause, ...]


def guided(visits: Iterable[Visit]) -> Guided:
    """Read from the visits what was noted for a person; criteria that no state calls for have no states."""
    stops = tuple(
        Stop(visit.scenario, visit.state, finding.observed, finding.criteria)
        for visit in visits
        for finding in visit.findings
        if finding.check == CHECK and finding.outcome is Outcome.UNTESTED
    )
    where: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for stop in stops:
        for num in stop.criteria:
            where[num][stop.scenario].append(stop.state)
    return Guided(
        tuple(
            ByHand(standards.criterion(guide.num), guide, dict(where[guide.num]))
            for guide in standards.guides()
            if guide.way != "automatic"
        ),
        stops,
        standards.clauses(),
    )
