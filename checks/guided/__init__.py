"""What a person must test at a state: which sorts of content are there that were not at the states before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypedDict

import standards
from checks.gather import gather
from checks.model import Finding, Outcome, Text, Visit
from checks.state import State

ID = "guided"

SORTS = {
    "page": ("hela sidan", "the whole page"),
    "text": ("text", "text"),
    "headings": ("rubriker", "headings"),
    "links": ("länkar", "links"),
    "images": ("bilder", "pictures"),
    "media": ("ljud och film", "sound and film"),
    "tables": ("tabeller", "tables"),
    "forms": ("fält", "fields"),
    "errors": ("felmeddelanden", "error messages"),
    "controls": ("knappar och andra kontroller", "buttons and other controls"),
}


class Sort(TypedDict):
    """One sort of content at a state: how much of it, and a mark that changes when it does."""

    count: int
    mark: str


Seen = dict[str, Sort]


def contents(state: State) -> Seen:
    """The sorts of content that are seen in the state's documents, taken together."""
    seen: Seen = {}
    for sight in gather(state, "checks.guided", "contents.js"):
        for sort, told in sight.told["sorts"].items():
            before = seen.get(sort, {"count": 0, "mark": ""})
            seen[sort] = {"count": before["count"] + told["count"], "mark": f"{before['mark']}{told['mark']}."}
    return seen


def with_guides(visits: Sequence[Visit], notes: Mapping[tuple[str, str], Mapping[str, Any]]) -> list[Visit]:
    """The visits, each with one `untested` finding that names the criteria a person must test there.

    A criterion is named at a state where content that it speaks of is new since the scenario's states before.
    """
    known: dict[str, set[tuple[str, str]]] = {}
    told = []
    for visit in visits:
        seen: Seen = notes.get((visit.scenario, visit.state), {}).get(ID, {})
        before = known.setdefault(visit.scenario, set())
        new = [sort for sort, one in seen.items() if one["count"] and (sort, one["mark"]) not in before]
        before |= {(sort, one["mark"]) for sort, one in seen.items() if one["count"]}
        told.append(replace(visit, findings=(*visit.findings, *_finding(new, seen))))
    return told


def _finding(new: Sequence[str], seen: Seen) -> Iterable[Finding]:
    criteria = tuple(one.num for one in standards.guides() if one.way != "automatic" and set(one.where) & set(new))
    if criteria:
        there = [(seen[sort]["count"], *SORTS[sort]) for sort in new if sort != "page"]
        yield Finding(
            check=ID,
            rule=ID,
            engine=ID,
            outcome=Outcome.UNTESTED,
            kind="untested",
            criteria=criteria,
            element=None,
            expected=Text(
                "En människa prövar det som ingen maskin kan avgöra", "A person tests what no machine can tell"
            ),
            observed=Text(
                "Nytt här: " + (", ".join(f"{sv} ({count})" for count, sv, _ in there) or "sidan"),
                "New here: " + (", ".join(f"{en} ({count})" for count, _, en in there) or "the page"),
            ),
        )
