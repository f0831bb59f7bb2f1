"""Flashes: nothing large flashes more than three times a second.

What fails: an animation that switches a large area between light and dark, or to and from saturated red, more than
three times a second.

For whom: people with photosensitive epilepsy, whom it can give a seizure.

How to fix: remove the flashing, or slow it down below three flashes a second; let the area be small.

Limits: animations of the browser are read; what a script, a video or a canvas draws is not measured. An area smaller
than a quarter of ten degrees of sight (21 824 square pixels) is safe. An animation that is not running now is not seen.

Source: WCAG 2.2, 2.3.1; techniques G15, G19, G176. EN 301 549, 9.2.3.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State


@check(
    id="flashes",
    title=Text("Blinkningar", "Flashes"),
    criteria=("2.3.1",),
    looks_at=Text("Animationer som pågår.", "Animations that run."),
    certainty=Text(
        "Hög där hela ytan växlar mellan ljust och mörkt; annars en fråga.",
        "High where the whole area switches between light and dark; else it asks.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails large flashing areas whose change of lightness is certain; asks about the rest."""
    source = f"() => ({script('checks.change', 'flashes.js')})({script('checks', 'path.js')})"
    for document in state.documents:
        try:
            told = ask(document.frame, source)
        except PlaywrightError:
            continue  # A frame that went away.
        for one, element in zip(told, state.describe(document, [one["path"] for one in told]), strict=True):
            rate = f"{one['rate']:.1f}".replace(".", ",")
            observed = Text(f"Det blinkar {rate} gånger i sekunden", f"It flashes {one['rate']:.1f} times a second")
            yield Finding(
                check="flashes",
                rule="flashes",
                engine="esset",
                outcome=Outcome.FAILED if one["sure"] else Outcome.CANT_TELL,
                kind="flashing",
                criteria=("2.3.1",),
                element=element,
                expected=Text(
                    "Inget stort blinkar mer än tre gånger i sekunden",
                    "Nothing large flashes more than three times a second",
                ),
                observed=observed,
                question=None
                if one["sure"]
                else Text(
                    f"{observed.sv}. Växlar det mellan ljust och mörkt, eller till och från starkt rött?",
                    f"{observed.en}. Does it switch between light and dark, or to and from strong red?",
                ),
                evidence={"rate": f"{one['rate']:.2f} Hz", "area": f"{one['area']} px²"},
            )
