"""Pressed: a button that is on or off, by its look, says so in code.

What fails: a button that looks different after a press and as before after another, when neither the pointer nor focus
is on it, while nothing in its text or its ARIA changes.

For whom: people who use a screen reader are not told whether it is on; people who don't see the colour neither.

How to fix: `aria-pressed` on the button, or a text that changes.

Limits: presses at most four buttons unlike each other a state, each kind once a page, in a copy. Of buttons of which
one at a time is on, the other is not pressed. What shows and hides something is `state-told`'s.

Source: WCAG 2.2, 4.1.2; technique ARIA5; failure F15; ARIA Authoring Practices, button. EN 301 549, 9.4.1.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Twin, tried
from checks.twin.kinds import failing
from checks.twin.pointing import click
from checks.twin.settling import settle

SOON = 80
"""Milliseconds after a press in which the button has come to look otherwise; transitions are waited for."""

LATEST = 400
"""Milliseconds after which a transition is over."""


@check(
    id="pressed-told",
    title=Text("Knappar som är av eller på", "Buttons that are on or off"),
    criteria=("4.1.2",),
    looks_at=Text("Knappar utan tillstånd i koden.", "Buttons with no state in code."),
    certainty=Text("Hög: trycks två gånger i en kopia.", "High: pressed twice in a copy."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Fails buttons whose look alone tells that they are on."""
    source = f"({script('checks.change', 'pressable_toggles.js')})({script('checks', 'path.js')})"
    asked = ask(state.page.main_frame, source, sorted(tried(state)))
    paths = [one["path"] for one in failing(state, asked, _toggles)]
    for element in state.describe(state.documents[0], paths):
        yield Finding(
            check="pressed-told",
            rule="pressed",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="state-not-told",
            criteria=("4.1.2",),
            element=element,
            expected=Text(
                "Knappen säger om den är på (aria-pressed)", "The button tells whether it is on (aria-pressed)"
            ),
            observed=Text(
                "Ett tryck ändrar hur knappen ser ut och ett till ändrar tillbaka, men inget i koden säger vilket",
                "A press changes how the button looks and another changes it back, but nothing in code tells which",
            ),
        )


def _toggles(copy: Twin, one: dict[str, Any]) -> bool:
    """Whether two presses change the button's look there and back, and what it says not at all."""
    if copy.attempts:
        copy.renew()  # Something was sent: the page may be waiting for an answer.
    element = copy.find(one["path"])
    if element is None:
        return False
    seen = script("checks.change", "button_look.js")

    def at_rest(patience: int) -> dict[str, str]:
        copy.page.mouse.move(1, 1)
        copy.page.evaluate("document.activeElement?.blur?.()")
        settle(copy.page, patience)
        told: dict[str, str] = element.evaluate(seen)
        return told

    try:
        before = at_rest(0)
        click(copy.page, element)
        if copy.attempts or at_rest(SOON) == before:
            return False
        on = at_rest(LATEST)
        if on["look"] == before["look"] or on["said"] != before["said"]:
            return False
        click(copy.page, element)
        return at_rest(LATEST) == before
    except PlaywrightError:
        return False  # It is covered, or went away.
