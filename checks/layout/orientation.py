"""Orientation: what is shown lying is shown the same way up when the screen stands, and the other way round.

What fails: content that style sheets turn a quarter when the screen is turned, or take away, so that it can be read
only in one orientation.

For whom: people whose screen is fixed, for instance on a wheelchair, and people with low vision who choose the
orientation that gives the largest text.

How to fix: no `transform: rotate(…)` or `rotate` and no `display: none` for the content in `@media (orientation: …)`;
lay the content out for both.

Limits: an app that locks the device's orientation is not seen from within a page, nor content that a script turns only
on a telephone. Where most of the content goes and no word of turning comes in its place, a person is asked.

Source: WCAG 2.2, 1.3.4; failures F97, F100; ACT rule b33eff. EN 301 549, 9.1.3.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.layout import Place, layouts
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State

TURN = re.compile(r"\b(vrid|vänd|rotera|snurra|på tvären|liggande|rotate|turn your|landscape)", re.IGNORECASE)
"""Words by which a page asks its user to turn the screen."""


@check(
    id="orientation",
    title=Text("Stående och liggande skärm", "Upright and lying screen"),
    criteria=("1.3.4",),
    looks_at=Text("Allt innehåll, i en kopia som är högre än bred.", "All content, in a copy taller than wide."),
    certainty=Text(
        "Hög: bara det som vrids ett kvarts varv, eller det mesta av innehållet.",
        "High: only what turns by a quarter, or most of the content.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails content whose rotation differs by a quarter between the two orientations, or most of which goes."""
    for place in state.once(layouts).gone:
        yield _gone(place)
    for place in state.once(layouts).turned:
        lying, upright = place.told["lying"], place.told["upright"]
        yield Finding(
            check="orientation",
            rule="orientation",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="orientation",
            criteria=("1.3.4",),
            element=place.element,
            expected=Text(
                "Innehållet är rättvänt på både stående och liggande skärm",
                "The content is the right way up on upright and lying screens",
            ),
            observed=Text(
                f"Det är vridet {lying}° på liggande skärm och {upright}° på stående",
                f"It is turned {lying}° on a lying screen and {upright}° on an upright one",
            ),
        )


def _gone(place: Place) -> Finding:
    instead = place.told["instead"]
    sure = bool(TURN.search(instead))
    percent = round(100 * place.told["share"])
    return Finding(
        check="orientation",
        rule="gone",
        engine="esset",
        outcome=Outcome.FAILED if sure else Outcome.CANT_TELL,
        kind="orientation",
        criteria=("1.3.4",),
        element=place.element,
        expected=Text(
            "Innehållet visas på både stående och liggande skärm", "The content shows on upright and lying screens"
        ),
        observed=Text(
            f"{percent} % av innehållets text visas på liggande skärm men inte på en lika stor stående",
            f"{percent} % of the content's text shows on a lying screen but not on an upright one as large",
        ),
        question=None
        if sure
        else Text(
            "Går innehållet att nå på något annat sätt när skärmen står?",
            "Can the content be had in some other way when the screen stands?",
        ),
        evidence={"i stället": instead} if instead else {},
    )
