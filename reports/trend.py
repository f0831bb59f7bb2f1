"""The trend page: a series of runs as an expert or a manager follows it over time. One file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from defects.model import Level
from defects.standing import Status
from reports.page import write_page


@dataclass(frozen=True)
class Night:
    """The certain breaches after one run: those still there by priority, area and criterion, and all by status."""

    run: str
    started: str
    version: str
    by_level: dict[Level, int]
    by_status: dict[Status, int]
    by_area: dict[str, int]
    by_criterion: dict[str, int]

    @property
    def open(self) -> int:
        """How many were still there."""
        return sum(self.by_level.values())


@dataclass(frozen=True)
class Oldest:
    """The breach that has been there longest; `opened` is ISO 8601."""

    fingerprint: str
    kind: str
    place: str
    opened: str


@dataclass(frozen=True)
class Trend:
    """A series over time, the oldest run first. `days_to_mend` is the median by priority, of `mended` breaches."""

    series: str
    nights: tuple[Night, ...]
    oldest: Oldest | None = None
    days_to_mend: dict[str, float] = field(default_factory=dict)
    mended: int = 0


@dataclass(frozen=True)
class Layer:
    """One priority's band in the chart: the points of its outline in the chart's own units."""

    level: Level
    points: str


WIDTH, HEIGHT = 720, 220
"""Size of the chart in its own units."""


def figures(trend: Trend) -> dict[str, Any]:
    """The trend as JSON: keys in docs/json.md."""
    return {
        "series": trend.series,
        "nights": [msgspec.to_builtins(night) | {"open": night.open} for night in trend.nights],
        "oldest": msgspec.to_builtins(trend.oldest),
        "days_to_mend": trend.days_to_mend,
        "mended": trend.mended,
    }


def render(trend: Trend) -> bytes:
    """The page, UTF-8."""
    most = max((night.open for night in trend.nights), default=0)
    return write_page("trend.html.j2", trend=trend, layers=layers(trend.nights), most=most, size=(WIDTH, HEIGHT))


def layers(nights: Sequence[Night]) -> tuple[Layer, ...]:
    """The priorities stacked, the most urgent at the bottom."""
    if not nights:
        return ()
    most = max(night.open for night in nights) or 1
    step = WIDTH / max(len(nights) - 1, 1)
    below = [0.0] * len(nights)
    told = []
    for level in Level:
        above = [base + night.by_level[level] for base, night in zip(below, nights, strict=True)]
        outline = [(at * step, value) for at, value in enumerate(above)]
        outline += [(at * step, below[at]) for at in reversed(range(len(nights)))]
        told.append(Layer(level, " ".join(f"{x:.1f},{HEIGHT - value / most * HEIGHT:.1f}" for x, value in outline)))
        below = above
    return tuple(told)
