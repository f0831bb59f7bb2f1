"""Tab goes in the order in which things stand, not in one that tabindex makes up.

What fails: a link or button with a `tabindex` above zero that Tab therefore comes to before several others that stand
before it, both in code and to the eye.

For whom: those who use a keyboard or a screen reader: they are thrown into the middle of the page, and come back to its
beginning later.

How to fix: remove the tabindex, or make it 0; put the element where it belongs in the code.

Limits: an order made up for a whole form, or for most of the page, may keep its meaning: there a person is asked, and
where fewer than three stops are passed over. Within dialogs nothing is said.

Source: WCAG 2.2 success criterion 2.4.3, failure F44; EN 301 549, 9.2.4.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "tab-order"

SEVERAL = 3
"""Stops passed over from which the order is certain to be broken."""

MOST = 0.5
"""Share of the page's stops with a tabindex of their own above which the order is made up for the whole page."""


@check(
    id=ID,
    title=Text("Ordningen för Tab", "The order of Tab"),
    criteria=("2.4.3",),
    looks_at=Text("Allt som har tabindex över noll.", "All that has a tabindex above zero."),
    certainty=Text("Hög för länkar och knappar som går före flera andra.", "High for links and buttons put first."),
)
def look(state: State) -> Iterator[Finding]:
    """What a tabindex puts before others that stand before it."""
    yield from tell(state, ((sight, _finding(sight)) for sight in gather(state, "checks.keyboard", "tab_order.js")))


def _finding(sight: Sight) -> partial[Finding]:
    told = sight.told
    sure = told["passed"] >= SEVERAL and not told["form"] and told["share"] < MOST
    return partial(
        found,
        ID,
        "put-first",
        "positive-tabindex",
        criteria=("2.4.3",),
        expected=("Tab går i sidans egen ordning", "Tab goes in the page's own order"),
        observed=(
            f"tabindex lägger den före {told['passed']} andra som står före den, den första ”{told['first']}”",
            f"tabindex puts it before {told['passed']} others that stand before it, the first “{told['first']}”",
        ),
        question=None
        if sure
        else (
            "Går det att förstå och använda sidan i den ordning som tabindex ger?",
            "Can the page be understood and used in the order that tabindex gives?",
        ),
    )
