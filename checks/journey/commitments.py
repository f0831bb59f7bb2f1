"""Words by which a submission that binds is known, and what is said when it is done and when it can be taken back."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from checks.patterns import contains


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
        if contains(name, self.never):
            return ""
        if contains(name, self.deletes):
            return "deletes"
        if contains(name, self.binds) or (contains(name, self.sends) and contains(about, self.matters)):
            return "binds"
        return ""

    def is_done(self, text: str) -> bool:
        """Whether a heading or a message says that it is done."""
        return contains(text, self.done)

    def takes_back(self, name: str) -> bool:
        """Whether a control takes back or changes what was done."""
        return contains(name, self.undoes)

    def may_be_taken_back(self, text: str) -> bool:
        """Whether a sentence of a text says that what was done can be taken back, and until when."""
        return any(
            contains(one, self.undoes) and contains(one, self.within) and not contains(one, self.final)
            for one in _sentences(text)
        )

    def finally_said(self, text: str) -> str:
        """The sentence that says that what was done can't be taken back or changed; empty where there is none."""
        return next((one for one in _sentences(text) if contains(one, self.final)), "")


@cache
def commitments() -> Commitments:
    """The lists of `commitments.toml`."""
    text = (files("checks.journey") / "commitments.toml").read_text(encoding="utf-8")
    return msgspec.toml.decode(text, type=Commitments)


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])\s+", text) if one.strip()]
