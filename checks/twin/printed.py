"""Whether anything happened in a twin: its page before and after, as one string."""

from __future__ import annotations

from checks.scripts import script
from checks.twin import Twin


def printed(copy: Twin, *, plain: bool = False) -> str:
    """What the page shows and says of itself; equal to another of it when nothing happened in between.

    A `plain` one holds only what is seen: texts, values and which elements are shown, one a line.
    """
    return str(copy.page.evaluate(script("checks.twin", "print.js"), plain))
