"""Whether anything happened in a twin: its page before and after, as one string."""

from __future__ import annotations

from checks.scripts import script
from checks.twin import Twin


def printed(copy: Twin) -> str:
    """What the page shows and says of itself; equal to another of it when nothing happened in between."""
    return str(copy.page.evaluate(script("checks.twin", "print.js")))
