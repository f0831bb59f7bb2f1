"""What a tested page says, as a terminal may show it: one line, without escape sequences or Rich's markup."""

from __future__ import annotations

from rich.markup import escape

from reports.plain import one_line

LONGEST = 200
"""Most characters of what a page says that a line of the terminal holds."""


def said(text: str, most: int = LONGEST) -> str:
    """The text, escaped so that Rich prints it as it stands."""
    return escape(one_line(text, most))
