"""Time limits: the user is told before the time runs out, and can get more.

What fails: a page that by itself goes elsewhere within twenty hours, with no warning shown before; or that warns, but
less than twenty seconds before.

For whom: people who read or write slowly, who rest in between, or who use a screen reader: what they wrote is gone.

How to fix: warn at least twenty seconds before, in a dialog with a button that gives more time; or keep what is
written, and have no limit.

Limits: the clock of a copy of the page is run forward; limits that the server keeps alone are not seen, nor those
that take something away without leaving the page. Where a warning comes with no control that by its words gives more
time, a person is asked, and so where the page only loads itself anew. Each page once a scenario.

Source: WCAG 2.2, 2.2.1; techniques G133, G180, G198, SCR16; failures F40, F41, F58. EN 301 549, 9.2.2.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checks.found import found
from checks.model import Finding, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import NoTwin, Twin, another, tried, waited

ID = "time-limit"

MINUTE = 60_000

CLOSELY = 30
"""Minutes in which every timer goes off as often as it should; after that once for each step of the clock."""

STEPS = (5,) * 6 + (30,) * 38
"""Minutes by which the clock is then run forward, up to twenty hours: above that, a limit is none."""

LATEST = 180
"""Minutes up to which a copy is made anew, to see closely what comes before the page is left."""

LEAST = 20
"""Seconds between warning and end."""


SCRIPTED = "document.querySelector('script, iframe, frame, [onload]') !== null"
"""Whether anything on the page could be done as time passes."""


@dataclass(frozen=True)
class Left:
    """Where the page went by itself, after how many minutes, and what it said before, and how many seconds before."""

    minutes: float
    where: str
    warned: str
    stay: bool
    before: float


@check(
    id=ID,
    title=Text("Tid som tar slut", "Time that runs out"),
    criteria=("2.2.1",),
    looks_at=Text("Vad sidan gör när klockan går.", "What the page does as the clock goes."),
    certainty=Text("Hög när sidan lämnas utan varning.", "High where the page is left with no warning."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Fails pages that leave by themselves unwarned; asks where the warning gives no more time."""
    known = tried(state)
    if ID in known or not state.page.evaluate(SCRIPTED):
        return
    known.add(ID)
    try:
        left = _left(state)
    except NoTwin:
        return  # A page that can't be copied is told of by those that must have a copy.
    if left is None or (left.warned and left.stay and left.before >= LEAST):
        return
    question = None
    if left.warned and left.before >= LEAST:
        question = (
            f"Före det sägs ”{left.warned}”. Går det att få mer tid, med en enkel handling?",
            f"Before that it says “{left.warned}”. Can more time be had by a simple act?",
        )
    elif left.where.partition("#")[0] == state.page.url.partition("#")[0]:
        question = ("Går något som är skrivet förlorat då?", "Is anything that was written lost then?")
    minutes = f"{left.minutes:g}"
    yield found(
        ID,
        "leaves-by-itself",
        "time-limit",
        None,
        criteria=("2.2.1",),
        expected=(
            "Användaren varnas innan tiden tar slut och kan få mer tid",
            "The user is warned before the time runs out and can get more",
        ),
        observed=(
            f"Efter {minutes.replace('.', ',')} minuter lämnas sidan av sig själv",
            f"After {minutes} minutes the page is left by itself",
        ),
        question=question,
        evidence={"address": left.where, "minutes": minutes},
    )


def _left(state: State) -> Left | None:
    """How the page is left by itself, and what it says before; None where it is not."""
    if not waited(state):
        return None
    with another(state, clock=True) as copy:
        told = _run(copy, CLOSELY)
        for step in STEPS:
            if told["left"] or not copy.waits():
                break
            copy.page.clock.fast_forward(step * MINUTE)
            told = copy.page.evaluate("self.__timeLimit")
    if told["left"] and not told["warned"]:
        minutes = (told["left"]["at"] - told["start"]) / MINUTE
        if CLOSELY < minutes <= LATEST:
            # A leap may pass over a warning.
            with another(state, clock=True) as copy:
                told = _run(copy, int(minutes) + 1)
    return _told(told) if told["left"] else None


def _run(copy: Twin, minutes: int) -> dict[str, Any]:
    copy.page.evaluate(script("checks.change", "time_limit.js"))
    copy.page.clock.run_for(minutes * MINUTE)
    told: dict[str, Any] = copy.page.evaluate("self.__timeLimit")
    return told


def _told(told: dict[str, Any]) -> Left:
    left, warned = told["left"], told["warned"] or {"at": told["left"]["at"], "text": "", "stay": False}
    return Left(
        minutes=round((left["at"] - told["start"]) / MINUTE, 1),
        where=left["url"],
        warned=warned["text"],
        stay=warned["stay"],
        before=(left["at"] - warned["at"]) / 1000,
    )
