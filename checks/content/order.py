"""Whether what is read in the code's order says what the screen says.

What fails: a sequence whose numbers follow each other on the screen and not in the code. What is asked
about: three or more texts of one kind in a row that the code has backwards; labels and values in two
columns, which are read one column after the other.

For whom: people who use a screen reader or have the page read aloud, and who turn styles off.

How to fix: write the code in the order of reading, and let CSS place it without turning it around.

Limits: order matters only where it carries meaning, which a person must tell. Text painted on a canvas
or placed word by word is not followed. Pages that run from right to left are left out.

Source: WCAG 2.2 success criterion 1.3.2, techniques G57, C27; failures F1, F49.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Element, Finding, Text
from checks.registry import check
from checks.state import State

ID = "reading-order"


@check(
    id=ID,
    title=Text("Läsordning", "Reading order"),
    criteria=("1.3.2",),
    looks_at=Text("Text som ligger i rad eller i kolumner.", "Text that stands in rows or columns."),
    certainty=Text("Hög för numrerat; frågar annars.", "High for what is numbered; else asks."),
)
def look(state: State) -> Iterator[Finding]:
    """Texts whose order on the screen is another than in the code."""
    yield from tell(state, ((one, partial(_finding, one)) for one in gather(state, "checks.content", "order.js")))


def _finding(sight: Sight, element: Element | None) -> Finding:
    coded, seen = (" → ".join(sight.told[part]) for part in ("coded", "seen"))
    return found(
        ID,
        sight.told["sort"],
        "reading-order",
        element,
        criteria=("1.3.2",),
        expected=("Koden har samma ordning som skärmen", "The code has the same order as the screen"),
        observed=(f"I koden: {coded}. På skärmen: {seen}", f"In the code: {coded}. On the screen: {seen}"),
        question=None
        if sight.told["sure"]
        else (
            f"Blir meningen fel när det läses i kodens ordning: {coded}?",
            f"Does the meaning go wrong when it is read in the code's order: {coded}?",
        ),
    )
