"""Words that say nothing on their own, as they stand in links, labels, headings, titles and text alternatives."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

FILE = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?|ico|heic)", re.IGNORECASE)
"""A name of a picture's file."""


class Words(msgspec.Struct, frozen=True):
    """Names that tell nothing, by what bears them, and the languages that are told apart.

    `headings`, `titles` and `images` are patterns of whole texts.
    """

    languages: frozenset[str]
    links: frozenset[str]
    fields: frozenset[str]
    buttons: frozenset[str]
    headings: tuple[str, ...]
    titles: tuple[str, ...]
    images: tuple[str, ...]

    def empty_heading(self, text: str) -> bool:
        """Whether a heading only says that it is a heading."""
        return _matches(self.headings, plain(text))

    def empty_title(self, text: str) -> bool:
        """Whether the title of a page tells nothing of the page."""
        return _matches(self.titles, text.strip())

    def empty_alternative(self, text: str) -> bool:
        """Whether a text alternative only says that there is a picture."""
        return _matches(self.images, plain(text))


@cache
def words() -> Words:
    """The lists of `words.toml`."""
    return msgspec.toml.decode((files("checks.content") / "words.toml").read_text(encoding="utf-8"), type=Words)


def plain(name: str) -> str:
    """A name as it is compared: lower case, without marks around it and arrows."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", name.casefold()).strip()


def _matches(patterns: tuple[str, ...], text: str) -> bool:
    return any(re.fullmatch(pattern, text, re.IGNORECASE) for pattern in patterns)
