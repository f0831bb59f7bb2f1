"""The focus indicator is large and clear: measured, beyond the law.

What fails: nothing of the law. Told as good practice: an indicator whose clear part, where focus changes the colour by
at least 3:1, is less than a line of two CSS pixels around the control, once for each look at a state.

For whom: people with low vision, and everyone who has to find the focus again on a full page.

How to fix: :focus-visible { outline: 3px solid; outline-offset: 2px } in a colour with at least 3:1 to what is around.

Limits: measured where `focus-visible` takes pictures, within six CSS pixels of the control; of those in one state that
differ in their words only, one is measured. Controls partly out of the window are left out, and those beside what moves
by itself.

Method: the two pictures of `focus-visible`, with and without focus: how many pixels differ, and how many of them by
3:1 or more.

Source: WCAG 2.2 success criterion 2.4.13 (level AAA), techniques C40 and G195.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.found import found
from checks.keyboard.course import Stop
from checks.keyboard.indication import Indication, indication
from checks.keyboard.shots import least
from checks.keyboard.walk import TabWalk, described, tab_walk
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "focus-appearance"

WHOLE = 9
"""Points of a stop that lie in the window when all of it does."""

SLACK = 0.9
"""Part of the area that is enough: a ring with rounded corners is a little smaller."""


@check(
    id=ID,
    title=Text("Fokusmarkörens storlek (god praxis)", "The size of the focus indicator (good practice)"),
    criteria=(),
    looks_at=Text("Bildpunkterna som fokus ändrar.", "The pixels that focus changes."),
    certainty=Text(
        "Hög, men det är god praxis och inget lagkrav.", "High, but it is good practice and no requirement of the law."
    ),
    profiles=("natt", "full"),
    budget=40.0,
)
def look(state: State) -> Iterator[Finding]:
    """One finding for each look of control whose indicator is small or faint, with its measures."""
    walk, seen = state.once(tab_walk), state.once(indication)
    if not isinstance(walk, TabWalk) or not isinstance(seen, Indication):
        return  # `focus-visible` tells that nothing was seen.
    faint: dict[str, Stop] = {}
    for stop in walk.forward.stops:
        measured = seen.measured.get(stop.path)
        if measured and stop.inside == WHOLE and not stop.restless and measured.clear < SLACK * least(stop.window):
            faint.setdefault(stop.looks, stop)
    elements = described(state, [stop.path for stop in faint.values()])
    for stop in faint.values():
        measured, asked = seen.measured[stop.path], round(least(stop.window))
        yield found(
            ID,
            "small-or-faint",
            "focus-not-visible",
            elements.get(stop.path),
            expected=(
                f"Minst {asked} px² ändras med 3:1 eller mer (nivå AAA, god praxis)",
                f"At least {asked} px² change by 3:1 or more (level AAA, good practice)",
            ),
            observed=(
                f"Fokus ändrar {measured.area:.0f} px², varav {measured.clear:.0f} px² med 3:1 eller mer",
                f"Focus changes {measured.area:.0f} px², of which {measured.clear:.0f} px² by 3:1 or more",
            ),
            evidence={
                "yta": f"{measured.area:.0f} px²",
                "tydlig yta": f"{measured.clear:.0f} px²",
                "krav": f"{asked} px²",
            },
        )
