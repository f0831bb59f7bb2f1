"""Words by which a submission that binds is known, and what is said when it is done and when it can be taken back."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec


class Commitments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `commitments.toml`, as patterns that are sought within a text."""

    binds: tuple[str, ...]
    sends: tuple[str, ...]
    matters: tuple[str, ...]
    deletes: tuple[str, ...]
    never: tuple[str, ...]
    done: tuple[str, ...]
    undoes: tuple[str, ...]
    within: tuple[str, ...]
    final: tuple[str, ...]

    def sort(self, name: str, about: str) -> str:
        """What a button does by its name, on a page that is about something: "binds", "deletes", or nothing of it."""
        if _any(self.never, name):
            return ""
        if _any(self.deletes, name):
            return "deletes"
        if _any(self.binds, name) or (_any(self.sends, name) and _any(self.matters, about)):
            return "binds"
        return ""

    def is_done(self, text: str) -> bool:
        """Whether a heading or a message says that it is done."""
        return _any(self.done, text)

    def takes_back(self, name: str) -> bool:
        """Whether a control takes back or changes what was done."""
        return _any(self.undoes, name)

    def may_be_taken_back(self, text: str) -> bool:
        """Whether a sentence of a text says that what was done can be taken back, and until when."""
        return any(
            _any(self.undoes, one) and _any(self.within, one) and not _any(self.final, one) for one in _sentences(text)
        )

    def finally_said(self, text: str) -> str:
        """The sentence that says that what was done can't be taken back or changed; empty where there is none."""
        return next((one for one in _sentences(text) if _any(self.final, one)), "")


@cache
def commitments() -> Commitments:
    """The lists of `commitments.toml`."""
    text = (files("checks.journey") / "commitments.toml").read_text(encoding="utf-8")
    return msgspec.toml.decode(text, type=Commitments)


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])\s+", text) if one.strip()]


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _any(patterns: tuple[str, ...], text: str) -> bool:
    return bool(_pattern(patterns).search(text))
