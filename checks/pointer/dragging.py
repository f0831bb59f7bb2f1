"""What is dragged can be moved by presses too.

What fails: nothing for certain. What is asked about: things that can be dragged, where no button, link or field in
them or right by them speaks of moving or of their order.

For whom: people who can't hold down and move at once; who steer the pointer with head or mouth, by switch or by voice.

How to fix: buttons “upp” and “ned”, or a menu “Flytta till”, on each of what can be dragged.

Limits: seen is what the page marks as draggable. Whether another way is somewhere else, a person tells; nothing fails.
New in WCAG 2.2: no demand of EN 301 549 V3.2.1.

Source: WCAG 2.2 success criterion 2.5.7, technique G219; failure F108.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "dragging"


@check(
    id=ID,
    title=Text("Det som dras", "What is dragged"),
    criteria=("2.5.7",),
    looks_at=Text("Det som går att dra, och knapparna på det.", "What can be dragged, and the buttons on it."),
    certainty=Text("Frågar alltid.", "Always asks."),
)
def look(state: State) -> Iterator[Finding]:
    """Asks about things that are dragged and have no button that moves them."""
    yield from tell(state, ((sight, _finding(sight)) for sight in gather(state, "checks.pointer", "dragging.js")))


def _finding(sight: Sight) -> partial[Finding]:
    name, count = sight.told["name"], sight.told["count"]
    return partial(
        found,
        ID,
        "no-press-beside",
        "drag-only",
        criteria=("2.5.7",),
        expected=("Det som dras går också att flytta med tryck", "What is dragged can be moved by presses too"),
        observed=(
            f"”{name}” går att dra ({count} sådana), men ingen knapp på den eller intill talar om att flytta",
            f"“{name}” can be dragged ({count} such), but no button on it or by it speaks of moving",
        ),
        question=(
            "Går samma sak att göra med enkla tryck, och med tangentbord?",
            "Can the same be done by single presses, and by keyboard?",
        ),
    )
