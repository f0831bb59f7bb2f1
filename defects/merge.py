"""Turns findings into defects: one fault, told once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

import standards
from checks.model import Finding, Outcome, Visit
from defects.fingerprint import fingerprint
from defects.model import Defect, Place
from defects.priority import prioritise
from defects.same import ORDER, one_fault
from defects.settle import settled
from scenarios.model import Scenario

Seen = tuple[Finding, Place]


def merge(
    visits: Iterable[Visit], scenarios: Mapping[str, Scenario], scopes: Mapping[str, standards.Scope]
) -> tuple[Defect, ...]:
    """The defects behind the findings of all visits, the most urgent first.

    Findings whose outcome is neither `failed` nor `cantTell` tell of no fault; those that are `passed` answer what
    other checks ask about the same element (`defects.settle`).
    """
    marked = [
        (visit, [(fingerprint(finding, visit.url), finding) for finding in settled(visit.findings)]) for visit in visits
    ]
    leads = one_fault(marked)
    together: dict[str, list[Seen]] = {}
    for visit, findings in marked:
        for mark, finding in findings:
            together.setdefault(leads[mark], []).append((finding, _place(finding, visit)))
    defects = [
        _defect(mark, seen, scenarios, scopes)
        for mark, seen in together.items()
        if not all(finding.supports for finding, _ in seen)
    ]
    return tuple(sorted(defects, key=lambda one: (-one.priority.points, one.kind, one.fingerprint)))


def _place(finding: Finding, visit: Visit) -> Place:
    return Place(
        visit.scenario,
        visit.state,
        visit.number,
        visit.url,
        finding.element,
        finding.observed,
        visit.picture,
        visit.scale,
    )


def _defect(
    mark: str, seen: list[Seen], scenarios: Mapping[str, Scenario], scopes: Mapping[str, standards.Scope]
) -> Defect:
    # The most certain finding speaks for them all, and of those the one whose fingerprint it is.
    certain = [one for one in seen if one[0].outcome is Outcome.FAILED] or seen
    spokesman = min((finding for finding, _ in certain), key=lambda one: (one.supports, ORDER.get(one.engine, 0)))
    # The one to show comes first: the earliest with a picture.
    places = tuple(
        sorted(dict.fromkeys(place for _, place in chain(certain, seen)), key=lambda place: not place.picture)
    )
    return Defect(
        fingerprint=mark,
        kind=spokesman.kind,
        outcome=spokesman.outcome,
        criteria=spokesman.criteria,
        checks=tuple(sorted({finding.check for finding, _ in seen})),
        engines=tuple(sorted({finding.engine for finding, _ in seen})),
        rules=tuple(sorted({finding.rule for finding, _ in seen})),
        expected=spokesman.expected,
        observed=spokesman.observed,
        question=spokesman.question,
        help_url=spokesman.help_url,
        # Each engine that is certain tells what it knows; the spokesman's word goes before the others'.
        evidence=_evidence(finding for finding, _ in certain),
        places=places,
        surfaces=tuple(dict.fromkeys(scenarios[place.scenario].surface for place in places)),
        priority=prioritise(
            kind=spokesman.kind,
            criteria=spokesman.criteria,
            outcome=spokesman.outcome,
            places=places,
            scenarios=scenarios,
            scopes=scopes,
        ),
    )


def _evidence(findings: Iterable[Finding]) -> dict[str, str]:
    first: dict[str, Finding] = {}
    for one in findings:
        first.setdefault(one.engine, one)
    told: dict[str, str] = {}
    for one in reversed(first.values()):
        told |= one.evidence
    return told
