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

from playwright.sync_api import Error as PlaywrightError

from checks.found import found
from checks.model import Finding, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import NoTwin, Twin, another, tried

ID = "time-limit"

LONGEST = 20 * 60
"""Minutes: a limit above twenty hours is no limit in the criterion's sense."""

CLOSELY = 30
"""Minutes in which every timer goes off as often as it should; after that once for each step of the clock."""

STEPS = (1,) * CLOSELY + (5,) * 18 + (30,) * 36
"""Minutes, one after the other, by which the clock is run forward where something is known to come."""

SOON = 30
"""Milliseconds of real time in which what a timer began has begun."""


@dataclass(frozen=True)
class Left:
    """Where the page went by itself, after how many minutes, and what it said before."""

    minutes: int
    where: str
    warned: str
    stay: bool


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
    if ID in known:
        return
    known.add(ID)
    try:
        with another(state, clock=True) as copy:
            comes = _leaves(copy)
        left = None
        if comes:
            with another(state, clock=True) as copy:
                left = _left(copy)
    except NoTwin:
        return  # A page that can't be copied is told of by those that must have a copy.
    except PlaywrightError:
        return
    if left is None:
        return
    reloads = left.where.partition("#")[0] == state.page.url.partition("#")[0]
    if left.warned and left.stay:
        return
    known.discard(ID)
    question = None
    if left.warned:
        question = (
            f"Före det sägs ”{left.warned}”. Går det att få mer tid, med en enkel handling?",
            f"Before that it says “{left.warned}”. Can more time be had by a simple act?",
        )
    elif reloads:
        question = ("Går något som är skrivet förlorat då?", "Is anything that was written lost then?")
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
            f"Efter {left.minutes} minuter lämnas sidan av sig själv",
            f"After {left.minutes} minutes the page is left by itself",
        ),
        question=question,
        evidence={"address": left.where, "minutes": str(left.minutes)},
    )


def _leaves(copy: Twin) -> bool:
    """Whether the page is left by itself within the time: two leaps tell whether it is worth going step by step."""
    copy.page.clock.run_for(CLOSELY * 60_000)
    copy.page.clock.fast_forward((LONGEST - CLOSELY) * 60_000)
    copy.page.wait_for_timeout(2 * SOON)
    return any(one.kind == "navigation" for one in copy.attempts)


def _left(copy: Twin) -> Left | None:
    """How the page is left by itself, and what it says before; None where it is not."""
    minutes, said, stay = 0, "", False
    for step in STEPS:
        if minutes < CLOSELY:
            copy.page.clock.run_for(step * 60_000)
        else:
            copy.page.clock.fast_forward(step * 60_000)
        copy.page.wait_for_timeout(SOON)
        minutes += step
        went = next((one for one in copy.attempts if one.kind == "navigation"), None)
        if went:
            return Left(minutes, went.told, said, stay)
        told = copy.page.evaluate(script("checks.change", "time_limit.js"))
        said, stay = told["warned"], told["stay"]
    return None
