"""How urgent a defect is: a sum that every defect shows, and four levels.

Severity and WCAG level are never the same thing, so the level of a criterion is no addend. The
addends are: how hard the hardest-hit group is hit, whether the user story is stopped, the
legal ground of the surface, how far the fault reaches, and how soon the area goes live.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import standards
from checks.model import Outcome, Text
from defects.model import Level, Place, Priority, Term
from scenarios.model import Area

THRESHOLDS = ((Level.P1, 75), (Level.P2, 55), (Level.P3, 35))
"""Least points of each level; below the last is P4."""

SEVERITY_POINTS = {4: 40, 3: 30, 2: 18, 1: 8}
STOPS_POINTS = 20
GROUND_POINTS = {"lagkrav": 20, "utanfor-dos": 12, "wcag-2.2-preview": 6, "god-praxis": 0}
REACH_POINTS = 15
ROLLOUT_POINTS = 8

STOPPING = frozenset({"dialog-focus", "keyboard", "keyboard-trap", "keyboard-unreachable"})
"""Kinds of fault that stop a user story for those who meet them."""


UNSURE = Term(Text("En människa måste avgöra", "A person must decide"), -15)


class Placed(Protocol):
    """What a priority asks of a scenario: its area of Esset, and the surface that it is driven on."""

    @property
    def area(self) -> str: ...

    @property
    def surface(self) -> str: ...


def prioritise(
    *,
    kind: str,
    criteria: Sequence[str],
    outcome: Outcome,
    places: Sequence[Place],
    scenarios: Mapping[str, Placed],
    scopes: Mapping[str, standards.Scope],
) -> Priority:
    """The priority of a defect of a kind at its places.

    `scenarios` are all that were driven, by id; `scopes` the legal scope of each surface by name.
    """
    touched = [scenarios[one] for one in dict.fromkeys(place.scenario for place in places)]
    terms = [
        _severity(kind),
        *_stops(kind),
        _ground(criteria, touched, scopes),
        _reach(places, touched, len(scenarios)),
        _rollout(touched),
    ]
    if outcome is Outcome.CANT_TELL:
        terms.append(UNSURE)
    return _summed(terms)


def answered(priority: Priority) -> Priority:
    """The priority once a person has decided."""
    return _summed([term for term in priority.terms if term != UNSURE]) if UNSURE in priority.terms else priority


def set_by_hand(priority: Priority, level: Level) -> Priority:
    """The priority with the level that a person set; the sum is left, and says what was changed."""
    changed = Text(
        f"Granskaren satte {level}; summan ger {priority.level}",
        f"Set to {level} by a person; the sum gives {priority.level}",
    )
    return Priority(level, priority.points, (*priority.terms, Term(changed, 0)))


def _summed(terms: Sequence[Term]) -> Priority:
    points = max(0, sum(term.points for term in terms))
    level = next((level for level, least in THRESHOLDS if points >= least), Level.P4)
    return Priority(level, points, tuple(terms))


def _severity(kind: str) -> Term:
    severity = standards.kind(kind).severity
    hardest = max(severity.values(), default=1)
    groups = [code for code, degree in severity.items() if degree == hardest]
    sv = ", ".join(standards.situation(code).sv for code in groups)
    en = ", ".join(standards.situation(code).en for code in groups)
    return Term(
        Text(f"Allvarlighet {hardest} av 4 ({sv})", f"Severity {hardest} of 4 ({en})"), SEVERITY_POINTS[hardest]
    )


def _stops(kind: str) -> Iterable[Term]:
    if kind in STOPPING:
        yield Term(Text("Stoppar användarberättelsen", "Stops the user story"), STOPS_POINTS)


def _ground(criteria: Sequence[str], touched: Sequence[Placed], scopes: Mapping[str, standards.Scope]) -> Term:
    grounds = [standards.legal_ground(scopes[one.surface], tuple(criteria)) for one in touched]
    weightiest = max(grounds, key=lambda ground: GROUND_POINTS[ground.status])
    return Term(Text(weightiest.title.sv, weightiest.title.en), GROUND_POINTS[weightiest.status])


def _reach(places: Sequence[Place], touched: Sequence[Placed], driven: int) -> Term:
    states = len({(place.scenario, place.state) for place in places})
    share = len(touched) / max(driven, 1)
    points = min(REACH_POINTS, states - 1 + round(share * 10))
    flows = (
        len(touched),
        "arbetsflöde" if len(touched) == 1 else "arbetsflöden",
        "workflow" if len(touched) == 1 else "workflows",
    )
    return Term(
        Text(
            f"Räckvidd: {states} tillstånd i {flows[0]} {flows[1]}", f"Reach: {states} states in {flows[0]} {flows[2]}"
        ),
        points,
    )


def _rollout(touched: Sequence[Placed]) -> Term:
    order = list(Area)
    first = min(touched, key=lambda one: order.index(Area(one.area)))
    # What all areas share goes live with the first of them.
    place = 0 if any(one.area == Area.GEMENSAMT for one in touched) else order.index(Area(first.area))
    return Term(
        Text(f"Införs som nummer {place + 1} ({first.area})", f"Rolled out as number {place + 1} ({first.area})"),
        ROLLOUT_POINTS - place,
    )
