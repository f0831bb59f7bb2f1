"""What counts where a scenario was driven more than once: after a break, an interruption, or for certainty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checks.model import Finding, Outcome, Visit
from defects.fingerprint import fingerprint
from harness.journal import Line
from reports.model import Driven


@dataclass(frozen=True)
class Settled:
    """One visit a state and one ending a scenario.

    `unstable` are fingerprints of breaches that showed in one visit of a state and not in another, and never steadily.
    """

    visits: tuple[Visit, ...]
    driven: tuple[Driven, ...]
    unstable: tuple[str, ...]


def settle(lines: Iterable[Line]) -> Settled:
    """The last attempt counts, with what only an earlier one reached or saw."""
    visits: dict[tuple[str, str], dict[int, Visit]] = defaultdict(dict)
    driven: dict[str, tuple[int, Driven]] = {}
    for line in lines:
        if line.visit:
            visits[line.visit.scenario, line.visit.state][line.attempt] = line.visit
        if line.driven and line.attempt >= driven.get(line.driven.id, (0, None))[0]:
            driven[line.driven.id] = (line.attempt, line.driven)
    steady: set[str] = set()
    wavering: set[str] = set()
    counted = []
    for attempts in visits.values():
        in_order = [attempts[attempt] for attempt in sorted(attempts)]
        seen = [_breaches(one) for one in in_order]
        both = set.intersection(*(set(one) for one in seen))
        steady |= both
        wavering |= {mark for one in seen for mark in one} - both
        counted.append(_with_earlier(in_order[-1], seen))
    return Settled(tuple(counted), tuple(one for _, one in driven.values()), tuple(sorted(wavering - steady)))


def _breaches(visit: Visit) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in visit.findings:
        if finding.outcome is Outcome.FAILED and finding.criteria:
            found[fingerprint(finding, visit.url)].append(finding)
    return found


def _with_earlier(last: Visit, seen: list[dict[str, list[Finding]]]) -> Visit:
    """The last visit with the breaches that only an earlier one saw."""
    missing = {mark: found for one in seen[:-1] for mark, found in one.items() if mark not in seen[-1]}
    return replace(last, findings=(*last.findings, *(finding for found in missing.values() for finding in found)))
