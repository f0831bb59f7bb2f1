"""How far an engine's rule is trusted: by what it got right and wrong on open corpora, and not by its own word.

`data/trust.toml` holds, for each rule, on how many cases it rightly failed a criterion and on how many it failed one
wrongly; `esset-a11y bench trust CORPUS…` makes it. A rule that spoke often enough is judged by its own figures. One
that spoke seldom or never begins from how often its engine is right in all, which counts for as much as `ENOUGH` cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from standards.data_files import data
from standards.rules import Engine

Weight = Literal["fails", "asks", "supports"]

ENOUGH = 8
"""Cases that a rule must have spoken on to be judged by itself."""

FAILS = 0.95
"""Precision from which a rule's word alone fails a criterion."""

ASKS = 0.6
"""Precision from which it is worth a person's question; below, it only supports what another check sees."""


@dataclass(frozen=True)
class Trust:
    """What a rule's word is worth alone. `right` and `wrong` are cases; `precision` leans on its engine's where few."""

    weight: Weight
    precision: float
    right: int
    wrong: int

    @property
    def told(self) -> str:
        """In Swedish, for the evidence of a finding."""
        seen = self.right + self.wrong
        few = "" if seen >= ENOUGH else ", vägt mot motorns alla regler"
        return f"{self.precision:.0%} (rätt i {self.right} av {seen} fall{few})"


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    right: int = 0
    wrong: int = 0


def trust(engine: Engine, rule: str) -> Trust:
    """What a rule's word is worth, by its id in `rules-<engine>.toml`."""
    rows = _measured().get(engine, {})
    row = rows.get(rule, _Row())
    seen = row.right + row.wrong
    if seen >= ENOUGH:
        precision = row.right / seen
    else:
        whole = sum(one.right for one in rows.values()) / max(1, sum(one.right + one.wrong for one in rows.values()))
        precision = (row.right + ENOUGH * whole) / (seen + ENOUGH)
    weight: Weight = "fails" if precision >= FAILS else "asks" if precision >= ASKS else "supports"
    return Trust(weight, precision, row.right, row.wrong)


@cache
def _measured() -> dict[str, dict[str, _Row]]:
    return msgspec.toml.decode(data("trust.toml"), type=dict[str, dict[str, _Row]])
