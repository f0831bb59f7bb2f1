"""What was written once in an errand need not be written again.

What fails: nothing for certain. What is asked about: an empty field with the same label and group, or the same
`autocomplete`, as one that was filled in on an earlier page of the same scenario.

For whom: people who find it hard to write or to remember, and everybody who writes with their voice or head.

How to fix: fill the field in with what is known, or let it be chosen: “samma adress”.

Limits: whether both ask for the same thing, and whether it is needed again for safety, is for a person to tell;
nothing fails. A page is told by its address. Fields in tables, passwords, codes, searches and free texts are left
out. New in WCAG 2.2: no demand of EN 301 549 V3.2.1.

Source: WCAG 2.2 success criterion 3.3.7, technique G221.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import urlsplit

import msgspec

from checks.found import found
from checks.gather import elements, gather
from checks.model import Element, Finding, Stop, Text
from checks.registry import check
from checks.state import State

ID = "redundant-entry"


class Field(msgspec.Struct, frozen=True):
    """A field: its label, the question it stands in, its purpose by autocomplete, and whether it is filled in."""

    label: str
    group: str
    purpose: str
    filled: bool
    element: Element | None


def across(stops: Sequence[Stop]) -> Iterable[tuple[Stop, Finding]]:
    """Fields that ask again, each once, scenario by scenario."""
    for _, of_scenario in groupby(stops, key=lambda stop: stop.scenario):
        yield from _again(of_scenario)


@check(
    id=ID,
    title=Text("Samma uppgift en gång till", "The same data once more"),
    criteria=("3.3.7",),
    looks_at=Text("Fälten vid alla tillstånd i ett scenario.", "The fields at all states of a scenario."),
    certainty=Text("Frågar alltid.", "Always asks."),
    across=across,
)
def look(state: State) -> Iterable[Finding]:
    """Notes the fields of the page."""
    sights = [one for one in gather(state, "checks.journey", "entry.js") if not one.document.path]
    fields = [
        Field(one.told["label"], one.told["group"], one.told["purpose"], one.told["filled"], element)
        for one, element in zip(sights, elements(state, sights), strict=True)
    ]
    if fields:
        state.notes[ID] = msgspec.to_builtins(fields)
    return ()


def _again(stops: Iterable[Stop]) -> Iterator[tuple[Stop, Finding]]:
    written: dict[tuple[str, str], tuple[str, str]] = {}
    asked: set[tuple[str, tuple[str, str]]] = set()
    for stop in stops:
        page = urlsplit(stop.url).path
        fields = msgspec.convert(stop.note, tuple[Field, ...])
        for field in fields:
            keys = [("", field.purpose)] if field.purpose else [(field.group.casefold(), field.label.casefold())]
            for key in keys:
                before = written.get(key)
                if field.filled:
                    written.setdefault(key, (page, field.label))
                elif before and before[0] != page and (page, key) not in asked:
                    asked.add((page, key))
                    yield stop, _finding(field, before[1])


def _finding(field: Field, before: str) -> Finding:
    return found(
        ID,
        "asked-again",
        "redundant-entry",
        field.element,
        criteria=("3.3.7",),
        expected=(
            "Det som redan är angivet är ifyllt eller går att välja",
            "What was given before is filled in or to be chosen",
        ),
        observed=(
            f"”{field.label}” är tomt, fast ”{before}” fylldes i på en tidigare sida",
            f"“{field.label}” is empty although “{before}” was filled in on an earlier page",
        ),
        question=(
            "Är det samma uppgift, i samma ärende, utan att det behövs av säkerhetsskäl?",
            "Is it the same data, in the same errand, with no need for it for safety's sake?",
        ),
    )
