"""Waivers: defects that someone has decided to live with, why, and until when.

They stand in a reviewed text file under version control. A waiver never hides a defect: the report shows it with its
reason. One that has expired fails the run, and one that matches nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

BURDEN = "oskäligt betungande anpassning"

Ground = Literal["oskäligt betungande anpassning", "åtgärdas", "falskt larm", "utanför lagen"]


class WaiverError(Exception):
    """A file of waivers that can't be used; `str()` of it is one Swedish line: what, where, what to do."""


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One waiver, as it stands in the file.

    `assessment` is where the written assessment of an unreasonable burden is kept (12 § lagen (2018:1937)); it
    is demanded for that ground, and must then be shown in the accessibility statement.
    """

    defect: str
    reason: str
    ground: Ground
    decided_by: str
    decided: date
    until: date
    assessment: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    waiver: tuple[Waiver, ...] = ()


@dataclass(frozen=True)
class Waived:
    """How the waivers stand on a day: those in force, the expired, and those whose defect the run did not see."""

    in_force: tuple[Waiver, ...] = ()
    expired: tuple[Waiver, ...] = ()
    unmatched: tuple[Waiver, ...] = ()

    @property
    def excused(self) -> frozenset[str]:
        """Fingerprints that don't fail a run."""
        return frozenset(one.defect for one in self.in_force)


def read_waivers(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a TOML file of `[[waiver]]` tables. Raises WaiverError."""
    try:
        told = msgspec.toml.decode(file.read_bytes(), type=_File).waiver
    except OSError as error:
        raise WaiverError(f"Undantagen går inte att läsa ({file}): {error.strerror}.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WaiverError(f"Fel i undantagen ({file}): {' '.join(str(error).split())}.") from None
    doubled = {one.defect for one in told if sum(other.defect == one.defect for other in told) > 1}
    for one in told:
        where = f"({file}, {one.defect})"
        if one.defect in doubled:
            raise WaiverError(f"Bristen har två undantag {where}: behåll ett.")
        if not (one.reason.strip() and one.decided_by.strip()):
            raise WaiverError(f"Undantaget saknar skäl eller beslutsfattare {where}: fyll i reason och decided_by.")
        if one.ground == BURDEN and not one.assessment.strip():
            raise WaiverError(f"Oskäligt betungande anpassning kräver en skriven bedömning {where}: ange assessment.")
        if one.until < one.decided:
            raise WaiverError(f"Undantaget slutar innan det beslutades {where}: rätta until.")
    return told


def apply(waivers: Iterable[Waiver], seen: Set[str], today: date) -> Waived:
    """Hold waivers against the fingerprints of a run's defects."""
    told = tuple(waivers)
    return Waived(
        in_force=tuple(one for one in told if today <= one.until),
        expired=tuple(one for one in told if one.until < today),
        unmatched=tuple(one for one in told if one.defect not in seen),
    )
