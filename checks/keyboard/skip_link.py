"""A link that leads past what every page begins with leads somewhere.

What fails: a skip link whose target is not on the page, or is hidden, where the page has neither a main landmark nor
headings to go by. Where it has those, a person is asked: other ways past the block are there, but not for those who
only have a keyboard.

For whom: people who use a keyboard or a switch, who must go through the whole menu on every page.

How to fix: give the target the id that the link leads to, best `<main id="innehall" tabindex="-1">`.

Limits: a skip link is told by its words, among the first links of the page. A page with no skip link is not judged. A
link whose press a script answers is not pressed.

Source: WCAG 2.2 success criterion 2.4.1, technique G1; ACT rule cf77f2.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "skip-link"


@check(
    id=ID,
    title=Text("Hopplänken leder någonstans", "The skip link leads somewhere"),
    criteria=("2.4.1",),
    looks_at=Text("Länkar först på sidan som hoppar förbi något.", "Links first on the page that skip something."),
    certainty=Text(
        "Hög där sidan inte har någon annan väg förbi; annars en fråga.", "High with no other way; else asks."
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Skip links whose target is not there."""
    yield from tell(state, ((sight, _finding(sight)) for sight in gather(state, "checks.keyboard", "skip_link.js")))


def _finding(sight: Sight) -> partial[Finding]:
    told = sight.told
    why = ("finns inte", "is not on the page") if told["gone"] else ("är dolt", "is hidden")
    return partial(
        found,
        ID,
        "leads-nowhere",
        "skip-link",
        criteria=("2.4.1",),
        expected=("Hopplänkens mål finns på sidan", "The target of the skip link is on the page"),
        observed=(
            f"”{told['name']}” leder till {told['href']}, som {why[0]}",
            f"“{told['name']}” leads to {told['href']}, which {why[1]}",
        ),
        question=(
            "Kommer den som bara har tangentbord förbi menyn på något annat sätt?",
            "Do those who only have a keyboard get past the menu in some other way?",
        )
        if told["otherWays"]
        else None,
    )
