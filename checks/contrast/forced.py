"""What vanishes in forced colours, the operating system's high contrast mode.

What fails: a button or link with no text whose drawing shows as usual, and shows no more when colours are forced; a
field or box whose boundary does.

For whom: people with low vision or light sensitivity who have chosen colours of their own.

How to fix: draw icons with `currentColor` in an svg, set `forced-color-adjust` or a system colour under
`@media (forced-colors: active)`, and give fields a real border: background colours and shadows are taken away.

Limits: told as good practice, since no success criterion asks for it. Colours are forced on the page for a moment
(Chromium's own palette), and a page that listens for that hears it. Text is kept apart by the browser itself. Of a
field within its label it can't be seen: the label's text stands at its side.

Source: CSS Color Adjustment Module Level 1, forced colours mode; WCAG 2.2 technique C40 for the focus indicator.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.contrast.controls import boundary, controls, drawing
from checks.contrast.observe import observe
from checks.contrast.pixels import Camera
from checks.contrast.words import ratio
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State

SHOWS, GONE = 1.5, 1.1
"""Contrast from which something shows as usual, and below which it is gone."""


@check(
    id="forced-colours",
    title=Text("Försvinner i högkontrastläge (god praxis)", "Vanishes in high contrast mode (good practice)"),
    criteria=(),
    looks_at=Text("Ikonknappar, fält och rutor.", "Icon buttons, fields and boxes."),
    certainty=Text("Hög: samma ställe i två bilder.", "High: the same place in two pictures."),
    profiles=("full",),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each control that shows as usual and is gone when colours are forced."""
    found = state.once(controls)
    if not found or state.page.evaluate("matchMedia('(forced-colors: active)').matches"):
        return
    seen = state.once(observe)
    state.page.emulate_media(forced_colors="active")
    try:
        forced = Camera(state, ()).whole()
    finally:
        state.page.emulate_media(forced_colors="null")
    for one in found:
        if one.document in seen.blank:
            continue
        if one.sort in ("icon", "drawn"):
            before, after = drawing(seen.sheet, one.boxes[0]), drawing(forced, one.boxes[0])
        else:
            before, after = boundary(seen.bare, one.boxes), boundary(forced, one.boxes)
        left = after.ratio if after else 1.0
        if (
            before
            and before.ratio >= SHOWS
            and left < GONE
            and not one.beneath(state)
            and (element := one.describe(state))
        ):
            yield Finding(
                check="forced-colours",
                rule=f"forced-{one.sort}",
                engine="contrast",
                outcome=Outcome.FAILED,
                kind="forced-colours",
                criteria=(),
                element=element,
                expected=Text("Det syns också när färgerna är tvingade", "It shows when colours are forced too"),
                observed=Text(
                    f"Syns med {ratio(before.ratio).sv} som vanligt, och inte alls när färgerna är tvingade",
                    f"Shows with {ratio(before.ratio).en} as usual, and not at all when colours are forced",
                ),
                evidence={"kontrast": ratio(before.ratio).sv, "i tvingade färger": ratio(left).sv},
            )
