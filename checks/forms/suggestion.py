"""Error messages say how to mend the error.

What fails: nothing for certain. What is asked about: a message at a field that only says that something is wrong
(“Ogiltigt värde”, “Error 0x415”), with no word of what is right or why, where neither the label nor a hint tells it, or
what was entered follows the hint.

For whom: people who find it hard to understand or guess, and those who use a screen reader and look for the rule.

How to fix: say what to do, by example: “Skriv datumet som åååå-mm-dd, till exempel 2026-12-02”.

Limits: known by words; a message of more than twelve words is taken to say something. Whether a suggestion is known at
all, and whether what is said is true and enough, is for a person. Forms that ask for a password are left out: there the
suggestion may give a secret away.

Source: WCAG 2.2, 3.3.3; techniques G83, G84, G85, G177. EN 301 549, 9.3.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from checks.forms.called import field_called
from checks.found import found
from checks.gather import elements, gather
from checks.model import Finding, Text
from checks.patterns import contains
from checks.registry import check
from checks.state import State

ID = "error-suggestion"

MUCH = 12
"""Words above which a message is taken to say more than that something is wrong."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `suggestion.toml`."""

    wrong: tuple[str, ...]
    mends: tuple[str, ...]
    codes: tuple[str, ...]
    shows: tuple[str, ...]


@check(
    id=ID,
    title=Text("Felmeddelanden säger hur felet rättas", "Error messages say how to mend the error"),
    criteria=("3.3.3",),
    looks_at=Text("Felmeddelanden vid fält.", "Error messages at fields."),
    certainty=Text("Frågar alltid.", "Always asks."),
)
def look(state: State) -> Iterator[Finding]:
    """Asks about messages that only say that something is wrong."""
    told = gather(state, "checks.forms", "suggestion.js")
    sights = [one for one in told if only_wrong(one.told["text"]) and not _hinted(one.told)]
    for one, element in zip(sights, elements(state, sights), strict=True):
        text, label = one.told["text"], one.told["label"]
        sv, en = field_called(label)
        yield found(
            ID,
            "only-wrong",
            "error-suggestion",
            element,
            criteria=("3.3.3",),
            expected=("Felmeddelandet säger hur felet rättas", "The error message says how to mend the error"),
            observed=(
                f"Vid {sv} står bara ”{text}”, och ingen ledtext säger vad som är fel eller rätt",
                f"At {en} it only says “{text}”, and no hint says what is wrong or right",
            ),
            question=(
                f"Kan det sägas vad som ska stå i {sv}, eller varför det som skrevs inte godtas?",
                f"Can it be said what {en} should hold, or why what was entered is not accepted?",
            ),
            evidence={"fält": label, "felmeddelande": text},
        )


def only_wrong(text: str) -> bool:
    """Whether a message says that something is wrong and nothing else."""
    return len(text.split()) <= MUCH and contains(text, _words().wrong) and not contains(text, _words().mends)


def _hinted(told: dict[str, Any]) -> bool:
    """Whether the label or a hint tells what is right: not where it was followed, nor where the message is a code."""
    given = contains(told["hint"], _words().shows)
    return given and not told["followed"] and not contains(told["text"], _words().codes)


@cache
def _words() -> Words:
    return msgspec.toml.decode((files("checks.forms") / "suggestion.toml").read_text(encoding="utf-8"), type=Words)
