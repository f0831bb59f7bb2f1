"""Targets of the pointer are large enough, or far enough from each other.

What fails: a control smaller than 24 by 24 CSS pixels so close to another that a circle of 24 pixels around its middle
meets the other one, or the circle of another that is too small.

For whom: people whose hands shake, who steer the pointer with head or mouth, or who use a small screen.

How to fix: give the control `min-width` and `min-height` of 24 pixels, better 44; or space around it.

Limits: links in running text are exempt, and so are fields to write in, boxes that the browser draws, and controls with
a larger one that does the same link. Links of their own line are asked about, as the line may decide their size. That a
size is essential, as on a map, is not seen. New in WCAG 2.2: no demand of EN 301 549 V3.2.1.

Source: WCAG 2.2 success criterion 2.5.8, technique C42.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.state import State

ID = "target-size"

PRESSES = frozenset({"click", "mousedown", "mouseup", "pointerdown", "pointerup"})


@check(
    id=ID,
    title=Text("Stora nog att träffa", "Large enough to hit"),
    criteria=("2.5.8",),
    looks_at=Text("Allt som går att trycka på med pekaren.", "All that can be pressed with the pointer."),
    certainty=Text("Hög: rutornas mått och avstånd är mätta.", "High: sizes and distances are measured."),
)
def look(state: State) -> Iterator[Finding]:
    """Small targets that lie too close to another."""
    heard = state.once(listeners).paths(PRESSES, most=60)
    sights = gather(state, "checks.layout", "target_size.js", [list(hops) for hops in heard])
    yield from tell(state, ((sight, _finding(sight)) for sight in sights))


def _finding(sight: Sight) -> partial[Finding]:
    told = sight.told
    size = f"{told['width']:g} × {told['height']:g}"
    return partial(
        found,
        ID,
        "too-small-and-close",
        "target-size",
        criteria=("2.5.8",),
        expected=(
            "Målet är minst 24 × 24 bildpunkter, eller har så mycket plats omkring sig",
            "The target is at least 24 × 24 pixels, or has as much space around it",
        ),
        observed=(
            f"Det är {size.replace('.', ',')} bildpunkter och ligger för nära ”{told['near']}”",
            f"It is {size} pixels and lies too close to “{told['near']}”",
        ),
        question=(
            "Är det raden som bestämmer länkens höjd, så att den inte kan vara större?",
            "Is it the line that decides the height of the link, so that it can't be larger?",
        )
        if told["inline"]
        else None,
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html",
    )
