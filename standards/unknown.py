"""The one error of the look-ups."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class Unknown(KeyError):
    """A number, slug or rule that the data does not have; says where to add it and what comes nearest."""

    def __init__(self, what: str, asked: str, known: Iterable[str], file: str) -> None:
        near = get_close_matches(asked, list(known), n=3)
        nearest = f"; närmast: {', '.join(near)}" if near else ""
        self.message = f"standards/data/{file} har {what} {asked!r} inte{nearest}"
        super().__init__(self.message)

    def __str__(self) -> str:
        # A KeyError would show its message as a quoted string.
        return self.message
