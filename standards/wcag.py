"""WCAG 2.0–2.2 success criteria, with their clauses in EN 301 549.

The legal floor is EN 301 549 V3.2.1 as Annex A, Table A.1, lists it for web: every criterion of WCAG 2.1 level A and
AA but 1.2.4. Criteria that are new in WCAG 2.2 stand in V4.1.1, which Swedish law does not refer to yet. Sources of
every field: `meta` in `data/wcag.json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from standards.data_files import data
from standards.unknown import Unknown


@dataclass(frozen=True)
class Criterion:
    """A success criterion.

    `sv_sure` is False where the Swedish name may differ from the authorised translation. `clause` is that of
    EN 301 549 V3.2.1, None where V3.2.1 does not ask for the criterion at level A or AA. `legal_floor`: Annex A of
    V3.2.1 asks for it, and by it 5 § MDFFS 2019:2. `preview_only`: new in WCAG 2.2 at level A or AA, so asked for by
    V4.1.1 only. `digg` are the sections of Digg's inspection manual that check it.
    """

    num: str
    en: str
    sv: str
    sv_sure: bool
    level: Literal["A", "AA", "AAA"]
    introduced: Literal["2.0", "2.1", "2.2"]
    principle: str
    clause: str | None
    legal_floor: bool
    preview_only: bool
    understanding_url: str
    digg: tuple[str, ...]

    @property
    def label(self) -> str:
        """The Swedish name, with the English one after it where the Swedish is not sure."""
        return self.sv if self.sv_sure else f"{self.sv} ({self.en})"

    @property
    def order(self) -> tuple[int, ...]:
        """Sorts "1.4.3" before "1.4.10"."""
        return tuple(int(part) for part in self.num.split("."))


def criterion(num: str) -> Criterion:
    """The criterion with a number such as "1.4.3", of any level. Unknown if WCAG has none."""
    try:
        return _all()[num]
    except KeyError:
        raise Unknown("kriteriet", num, _all(), "wcag.json") from None


@cache
def criteria() -> tuple[Criterion, ...]:
    """All criteria of level A and AA, in WCAG's order: those of WCAG 2.2 and 4.1.1, which only WCAG 2.2 has dropped."""
    return tuple(sorted((one for one in _all().values() if one.level != "AAA"), key=lambda one: one.order))


class _Row(msgspec.Struct, frozen=True):
    num: str
    en: str
    sv: str
    sv_sure: bool
    level: Literal["A", "AA", "AAA"]
    introduced: Literal["2.0", "2.1", "2.2"]
    principle: str
    understanding_url: str
    clause: str | None = msgspec.field(name="en_301_549_v321_clause")
    legal_floor: bool = msgspec.field(name="dos_legal_floor_2026")
    digg: tuple[str, ...] = msgspec.field(name="digg_manual_section")


class _File(msgspec.Struct, frozen=True):
    criteria: list[_Row]


@cache
def _all() -> dict[str, Criterion]:
    rows = msgspec.json.decode(data("wcag.json"), type=_File).criteria
    return {
        row.num: Criterion(**msgspec.structs.asdict(row), preview_only=row.introduced == "2.2" and row.level != "AAA")
        for row in rows
    }
