"""Header cells of tables that head nothing.

What fails: a header cell with words in it, in a table with data, that no cell is assigned to by
place, `scope` or `headers`.

For whom: people who use a screen reader hear each cell with its headers; a header that heads nothing
is never heard with what it was meant for, and cells go without.

How to fix: as many cells in each row as there are columns, `headers` that name the right cells, or no
header where there is nothing to head.

Limits: tables of headers alone, as when a search gave nothing, are passed over. Tables of 300 rows and
more are judged by their first 300.

Source: WCAG 2.2 success criterion 1.3.1, techniques H51, H63, H43; failure F90. ACT rule d0f69e.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Element, Finding, Text
from checks.registry import check
from checks.state import State

ID = "table-headers"


@check(
    id=ID,
    title=Text("Rubrikceller som har celler", "Header cells that have cells"),
    criteria=("1.3.1",),
    looks_at=Text("Tabeller som syns, och tabeller av roller.", "Tables that show, and tables made of roles."),
    certainty=Text("Hög: cellerna läggs ut som webbläsaren gör.", "High: cells are laid out as browsers do."),
)
def look(state: State) -> Iterator[Finding]:
    """Header cells with no cell assigned to them."""
    yield from tell(state, ((one, partial(_finding, one)) for one in gather(state, "checks.content", "tables.js")))


def _finding(sight: Sight, element: Element | None) -> Finding:
    name = sight.told["name"]
    return found(
        ID,
        "header-without-cells",
        "table-structure",
        element,
        criteria=("1.3.1",),
        expected=("Rubrikcellen hör ihop med minst en cell", "The header cell is tied to one cell at least"),
        observed=(f"Rubriken ”{name}” har ingen cell", f"The header “{name}” has no cell"),
    )
