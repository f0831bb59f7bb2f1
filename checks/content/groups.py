"""Choices that answer one question are held together with it in code.

What fails: radio buttons or boxes of one name under a question that is seen, with no group named by the question around
them and nothing that ties the question to each of them.

For whom: people who use a screen reader hear the answers without the question; people who magnify see the answer alone.

How to fix: `fieldset` with the question as `legend`; or `role="radiogroup"` or `role="group"` with `aria-labelledby`.

Limits: choices belong together by their name, and a text is a question by its question mark or colon; what is merely
a short line is asked about, and so is a heading, which tells a part of the same. Choices in tables are left out, as
the headers of the row and column tell there. Choices made of other elements are axe's to judge.

Source: WCAG 2.2 success criterion 1.3.1, techniques H71, ARIA17; EN 301 549, 9.1.3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "choice-groups"


@check(
    id=ID,
    title=Text("Svar som hålls ihop med sin fråga", "Choices held together with their question"),
    criteria=("1.3.1",),
    looks_at=Text("Radioknappar och kryssrutor med samma namn.", "Radio buttons and boxes of one name."),
    certainty=Text("Hög när en fråga står över dem; frågar annars.", "High where a question stands over; else asks."),
)
def look(state: State) -> Iterator[Finding]:
    """Choices under a question that no code ties to them."""
    yield from tell(state, ((sight, _finding(sight)) for sight in gather(state, "checks.content", "groups.js")))


def _finding(sight: Sight) -> partial[Finding]:
    text, count = sight.told["question"], sight.told["count"]
    sure = sight.told["asks"] and not sight.told["heading"]
    return partial(
        found,
        ID,
        "group-not-named",
        "missing-group",
        criteria=("1.3.1",),
        expected=("Frågan är namn på en grupp som håller svaren", "The question names a group that holds the choices"),
        observed=(
            f"Över {count} svar står ”{text}”, som ingen kod kopplar till dem",
            f"Over {count} choices stands “{text}”, which no code ties to them",
        ),
        question=None
        if sure
        else (
            f"Måste den som hör svaren också höra ”{text}” för att förstå dem?",
            f"Must who hears the choices also hear “{text}” to understand them?",
        ),
    )
