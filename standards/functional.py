"""Functional performance statements of EN 301 549, as Digg's usage situations, and which ones a criterion serves.

EN 301 549 V3.2.1 Annex B (informative) says which statements each requirement supports, primarily or secondarily.
Digg asks that defects be listed by its ten usage situations, which are the statements but privacy. Sources and
doubtful cells: `data/functional.json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from standards.data_files import data
from standards.unknown import Unknown
from standards.wcag import criterion

PRIVACY = "P"
"""The statement that is no usage situation of Digg's."""


@dataclass(frozen=True)
class Situation:
    """A functional performance statement: its code in Annex B ("WV"), its clause ("4.2.1"), its title.

    `en` is the standard's title, `sv` Digg's usage situation.
    """

    code: str
    clause: str
    sv: str
    en: str


@dataclass(frozen=True)
class Functional:
    """Whom a criterion serves; `annexed` is False where the suite judges so itself, not Annex B (WCAG 2.2)."""

    primary: tuple[Situation, ...] = ()
    secondary: tuple[Situation, ...] = ()
    annexed: bool = False


@cache
def situations() -> tuple[Situation, ...]:
    """Digg's ten usage situations, in the standard's order."""
    return tuple(one for code, one in _statements().items() if code != PRIVACY)


def situation(code: str) -> Situation:
    """The usage situation (or privacy, "P") with a code such as "WV". Unknown if there is none."""
    try:
        return _statements()[code]
    except KeyError:
        raise Unknown("användningssituationen", code, _statements(), "functional.json") from None


def functional(num: str) -> Functional:
    """Whom a criterion of level A or AA serves; nobody is told for AAA. Unknown if WCAG has no such criterion."""
    row = _file().by_sc.get(criterion(num).num)
    if row is None:
        return Functional()
    primary, secondary = (tuple(situation(code) for code in codes) for codes in (row.primary, row.secondary))
    return Functional(primary, secondary, annexed=row.clause is not None)


class _Statement(msgspec.Struct, frozen=True):
    code: str
    clause: str
    en: str
    digg_sv: str


class _Row(msgspec.Struct, frozen=True):
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    clause: str | None


class _File(msgspec.Struct, frozen=True):
    fps: list[_Statement]
    by_sc: dict[str, _Row]


@cache
def _file() -> _File:
    return msgspec.json.decode(data("functional.json"), type=_File)


@cache
def _statements() -> dict[str, Situation]:
    return {one.code: Situation(one.code, one.clause, one.digg_sv, one.en) for one in _file().fps}
