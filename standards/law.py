"""On which legal ground a defect stands: what may be said about it, for the surface where it was found.

The wording is data, `data/grounds.toml`, with its sources. It never says that an internal case system breaches
DOS-lagen, which probably does not cover such systems.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Literal

import msgspec

from standards.data_files import data
from standards.text import Text
from standards.wcag import Criterion, criterion

Status = Literal["lagkrav", "wcag-2.2-preview", "god-praxis", "utanfor-dos"]
Confidence = Literal["high", "medium", "low"]


class Scope(StrEnum):
    """How the law sees a surface. The tester declares it; it cannot be seen in a page."""

    PUBLIC = "public"
    EXTRANET = "extranet"
    INFORMATION_INTRANET = "information-intranet"
    INTERNAL_CASE_SYSTEM = "internal-case-system"
    NATIVE_APP = "native-app"


@dataclass(frozen=True)
class Ground:
    """The ground of a defect on a surface.

    `title` is a few words, `text` the sentences to print. `citations` are in Swedish. `confidence` is how well the
    paragraphs are established: "high" = read with an authority, "medium" = with a third party, "low" = own inference.
    """

    status: Status
    title: Text
    text: Text
    citations: tuple[str, ...]
    confidence: Confidence


def legal_ground(scope: Scope, criteria: Sequence[str]) -> Ground:
    """The ground of a defect that fails `criteria` on a surface of that scope.

    The weightiest criterion decides. No criteria, or none of level A or AA, is good practice. Unknown if a criterion
    does not exist.
    """
    failed = sorted((criterion(num) for num in criteria), key=lambda one: one.order)
    case, meant = _case(failed)
    row = _rows()[case].get(scope) or _rows()[case][_ANY]
    clauses = [one.clause if case in _WITH_CLAUSE and one.clause else one.num for one in meant]
    return Ground(
        status=row.status,
        title=row.title,
        text=Text(row.text.sv.format(clauses=_list(clauses, "och")), row.text.en.format(clauses=_list(clauses, "and"))),
        citations=row.citations,
        confidence=row.confidence,
    )


_ANY = "any"
_WITH_CLAUSE = ("required", "live-captions")


def _case(failed: Sequence[Criterion]) -> tuple[str, Sequence[Criterion]]:
    """Which table of the data applies, and the criteria that put the defect there."""
    if required := [one for one in failed if one.legal_floor]:
        return "required", required
    if preview := [one for one in failed if one.preview_only]:
        return "preview", preview
    # 1.2.4 stands in V3.2.1 but not in its Annex A, and live media lies outside the act.
    if live := [one for one in failed if one.clause and one.level != "AAA"]:
        return "live-captions", live
    return "practice", ()


def _list(items: Sequence[str], word: str) -> str:
    return f" {word} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    status: Status
    title: Text
    text: Text
    confidence: Confidence
    citations: tuple[str, ...] = ()


@cache
def _rows() -> dict[str, dict[str, _Row]]:
    return msgspec.toml.decode(data("grounds.toml"), type=dict[str, dict[str, _Row]])
