"""Kinds of fault: the one vocabulary in which checks, defects, reports and the demo's answer key name a fault.

A kind is finer than a criterion and coarser than an engine's rule: axe's `button-name` and `link-name` are both
`missing-name`. The texts are the suite's own; the criteria are the usual ones, a finding names its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Literal

import msgspec

from standards.data_files import data
from standards.text import Text
from standards.unknown import Unknown

Cause = Literal["style", "content", "template", "page"]


@dataclass(frozen=True)
class Kind:
    """A kind of fault.

    `title` heads a defect, `hurts` says whom it hits and how, `fix` what to do. `severity` maps the code of a usage
    situation ("WV") to 1 (a nuisance), 2 (slows down), 3 (needs a detour or someone's help) or 4 (stops the person);
    those it does not hit are left out. `cause` says where the fault lies: "style" (a class or colour, the same fault
    wherever it stands), "content" (the element on its page), "template" (what pages are made from, the same fault on
    all of them) or "page" (the document). `criteria` are the usual ones; none means good practice.
    """

    slug: str
    title: Text
    hurts: Text
    fix: Text
    severity: Mapping[str, int] = field(hash=False)
    cause: Cause
    criteria: tuple[str, ...]


def kind(slug: str) -> Kind:
    """The kind with a slug such as "contrast". Unknown if there is none."""
    try:
        return _all()[slug]
    except KeyError:
        raise Unknown("feltypen", slug, _all(), "kinds.toml") from None


def kinds() -> tuple[Kind, ...]:
    """All kinds, in WCAG's order, those of good practice last."""
    return tuple(_all().values())


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: Text
    hurts: Text
    fix: Text
    severity: dict[str, Annotated[int, msgspec.Meta(ge=1, le=4)]]
    cause: Cause
    criteria: tuple[str, ...] = ()


@cache
def _all() -> dict[str, Kind]:
    rows = msgspec.toml.decode(data("kinds.toml"), type=dict[str, _Row])
    return {slug: Kind(slug, **msgspec.structs.asdict(row)) for slug, row in rows.items()}
