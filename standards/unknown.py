"""The one error of the look-ups."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class Unknown(KeyError):
    """A number, slug or rule that the data does not have; says where to add it and what comes nearest."""

    def __init__(self, what: str, asked: str, known: Iterable[str], file: str) -> None:
        super().__init__(what, asked, file)
        self.what, self.asked, self.known, self.file = what, asked, known, file

    @property
    def message(self) -> str:
        """The error in a line; what comes nearest is looked for only when someone reads it."""
        near = get_close_matches(self.asked, list(self.known), n=3)
        nearest = f"; närmast: {', '.join(near)}" if near else ""
        return f"standards/data/{self.file} har {self.what} {self.asked!r} inte{nearest}"

    def __str__(self) -> str:
        # A KeyError would show its message as a quoted string.
        return self.message
