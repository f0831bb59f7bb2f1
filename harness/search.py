"""What a search for a part of the machine looked at, place by place, so that `doctor` can tell it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One place that was looked in: where, what came of it (a short Swedish phrase), and whether that was it.

    `remedy` says how to mend what was found there but would not do, when that is known.
    """

    where: str
    outcome: str
    found: bool = False
    remedy: str = ""
