"""What the page does when the device is moved can be done by a control too, and be turned off.

What fails: a page that changes when the device is tilted or shaken, where no control on it does anything at all. What
is asked about: such a page with controls, whether they do the same and turn the motion off.

For whom: people whose device is fixed, to a wheelchair for instance, and those whose hands shake.

How to fix: a button that does the same, and a setting that turns the motion off (technique G213).

Limits: the device is moved in a copy, by events like those of its sensors. Controls that come when others have been
pressed are not tried.

Source: WCAG 2.2 success criterion 2.5.4, technique G213, failure F106; ACT rules 7677a9 and c249d5. EN 301 549,
9.2.5.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.found import found
from checks.model import Finding, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.state import State, script
from checks.twin import NoTwin, Twin, twin
from checks.twin.printed import printed

ID = "motion-actuation"

HEARD = frozenset({"devicemotion", "deviceorientation", "deviceorientationabsolute"})

SOON = 150
"""Milliseconds that something gets to happen."""


@check(
    id=ID,
    title=Text("Det som rörelser styr", "What motion operates"),
    criteria=("2.5.4",),
    looks_at=Text("Sidor som lyssnar efter att enheten rörs.", "Pages that listen for the device being moved."),
    certainty=Text(
        "Hög där inget annat på sidan gör något; annars en fråga.",
        "High where nothing else on the page does anything; else a question.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails pages that only motion operates; asks where there are controls."""
    if not state.once(listeners).kinds & HEARD:
        return
    asks = True
    try:
        with twin(state, used=True) as copy:
            copy.attempts.clear()
            if not _changes(copy, script("checks.pointer", "moved.js")):
                return
            asks = _operable(copy)
    except NoTwin:
        pass  # It listens; what it does then, a person must see.
    yield found(
        ID,
        "motion-only",
        "motion",
        None,
        criteria=("2.5.4",),
        expected=(
            "Det som händer när enheten rörs går också att göra med en kontroll, och rörelsen går att stänga av",
            "What happens as the device is moved can be done by a control too, and motion can be turned off",
        ),
        observed=(
            "Sidan svarar på att enheten rörs" + ("" if asks else ", och ingen kontroll på den gör något"),
            "The page answers to the device being moved" + ("" if asks else ", and no control on it does anything"),
        ),
        question=(
            "Går samma sak att göra med en kontroll, och går det att stänga av rörelsen?",
            "Can a control do the same, and can motion be turned off?",
        )
        if asks
        else None,
    )


def _operable(copy: Twin) -> bool:
    """Whether any control of the page does something when it is pressed."""
    press = f"({script('checks.pointer', 'press_all.js')})()"
    copy.renew()
    return _changes(copy, press)


def _changes(copy: Twin, act: str) -> bool:
    try:
        before = printed(copy)
        copy.page.evaluate(act)
        copy.page.wait_for_timeout(SOON)
        return bool(copy.attempts) or printed(copy) != before
    except PlaywrightError:
        return True  # It led away.
