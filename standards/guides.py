"""How each success criterion of level A and AA is tested, and what a person does for what no machine can tell.

`data/guides.toml` has every criterion that `standards.criteria()` gives; `data/clauses.toml` the clauses of
EN 301 549 beside chapter 9 that may apply to a web service.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from standards.data_files import data
from standards.text import Text
from standards.unknown import Unknown

Way = Literal["automatic", "partly", "guided"]
Where = Literal["page", "text", "headings", "links", "images", "media", "tables", "forms", "errors", "controls"]


@dataclass(frozen=True)
class Guide:
    """What a person does for a criterion.

    `way`: a machine can tell most of its breaches ("automatic"), some of them ("partly"), or none ("guided"). A machine
    never tells that it is met. `where` names what must be at a state for the guide to apply there.
    """

    num: str
    way: Way
    where: tuple[Where, ...]
    instruction: Text


@dataclass(frozen=True)
class Clause:
    """A clause of EN 301 549 V3.2.1 that only a person tests."""

    num: str
    title: Text
    instruction: Text


def guide(num: str) -> Guide:
    """The guide of a criterion of level A or AA. Unknown if there is none."""
    try:
        return _guides()[num]
    except KeyError:
        raise Unknown("guiden", num, _guides(), "guides.toml") from None


def guides() -> tuple[Guide, ...]:
    """All guides, in WCAG's order."""
    return tuple(_guides().values())


@cache
def clauses() -> tuple[Clause, ...]:
    """The clauses beside chapter 9, in their order."""
    rows = msgspec.toml.decode(data("clauses.toml"), type=dict[str, _ClauseRow])
    return tuple(Clause(num, row.title, Text(row.sv, row.en)) for num, row in rows.items())


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    way: Way
    where: tuple[Where, ...]
    sv: str
    en: str


class _ClauseRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: Text
    sv: str
    en: str


@cache
def _guides() -> dict[str, Guide]:
    rows = msgspec.toml.decode(data("guides.toml"), type=dict[str, _Row])
    return {num: Guide(num, row.way, row.where, Text(row.sv, row.en)) for num, row in rows.items()}
