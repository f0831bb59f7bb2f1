"""Reduced motion: what moves stands still for those who have asked for it.

What fails: as good practice, an animation that moves, turns or scales something over and over, or for more than a
second, and goes on as before for a user whose system asks for reduced motion.

For whom: people whom movement makes dizzy or ill, and people who are easily distracted.

How to fix: `@media (prefers-reduced-motion: reduce) { … animation: none }`; ask `matchMedia` before a script moves
things.

Limits: animations of the browser are read, not what a script draws. Wheels that turn while something loads are left
out.

Source: WCAG 2.2, technique C39; success criterion 2.3.3 (AAA) for what an act sets off.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.asking import ask
from checks.found import found
from checks.model import Finding, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import twin

ID = "reduced-motion"

LESS = "matchMedia('(prefers-reduced-motion: reduce)').matches"

SOON = 60
"""Milliseconds in which the page has heard of the wish."""


@check(
    id=ID,
    title=Text("Mindre rörelse för den som ber om det", "Less motion for those who ask"),
    criteria=(),
    looks_at=Text("Animationer, i en kopia som ber om mindre rörelse.", "Animations, in a copy that asks for less."),
    certainty=Text("God praxis, säkert avläst.", "Good practice, read with certainty."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Good practice: animations that go on although less motion is asked for."""
    source = f"({script('checks.change', 'still_moving.js')})({script('checks', 'path.js')})"
    page = state.page
    if not ask(page.main_frame, f"() => {source}") or page.evaluate(LESS):
        return
    with twin(state, used=True) as copy:
        copy.page.emulate_media(reduced_motion="reduce")
        copy.page.wait_for_timeout(SOON)
        moving = copy.page.evaluate(source)
        copy.page.emulate_media(reduced_motion="no-preference")
    for element in state.describe(state.documents[0], moving):
        yield found(
            ID,
            "goes-on",
            "reduced-motion",
            element,
            expected=("Det står still för den som ber om mindre rörelse", "It stands still for those who ask for less"),
            observed=("Det rör sig som förut", "It moves as before"),
        )
