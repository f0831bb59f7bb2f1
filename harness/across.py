"""What only the whole run shows: the checks that look across states, called once when every state has been seen.

They work on what was journaled, so that one process, several workers and several machines give the same result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checks.model import Finding, Outcome, Stop, Text, Visit
from checks.registry import Check

Notes = Mapping[tuple[str, str], Mapping[str, Any]]
"""What checks noted, by scenario and state, then by check."""


def look_across(
    visits: Sequence[Visit], notes: Notes, checks: Iterable[Check], surfaces: Mapping[str, str]
) -> list[Visit]:
    """The visits, in their order, with what the checks found across them; `surfaces` goes by scenario."""
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for check in checks:
        if not check.across:
            continue
        stops = [
            Stop(one.scenario, surfaces[one.scenario], one.state, one.number, one.url, one.title, told[check.id])
            for one in visits
            if check.id in (told := notes.get((one.scenario, one.state), {}))
        ]
        if stops:
            for stop, finding in _looked(check, stops):
                found[stop.scenario, stop.state].append(finding)
    return [replace(one, findings=(*one.findings, *found[one.scenario, one.state])) for one in visits]


def _looked(check: Check, stops: Sequence[Stop]) -> list[tuple[Stop, Finding]]:
    """What a check found. One that breaks is told as untested and spoils no other."""
    assert check.across
    try:
        return list(check.across(stops))
    except Exception as error:
        told = " ".join(str(error).split())[:300]
        broken = Finding(
            check=check.id,
            rule=check.id,
            engine=check.id,
            outcome=Outcome.UNTESTED,
            kind="untested",
            criteria=check.criteria,
            element=None,
            expected=Text("Kontrollen kan köras", "The check can be run"),
            observed=Text(f"Kontrollen gick sönder: {told}", f"The check broke: {told}"),
            evidence={"error": type(error).__name__},
        )
        return [(stops[0], broken)]
