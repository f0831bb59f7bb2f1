"""Reads the history of a series as a trend: what is open over time, how old, and how long it takes to mend."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from statistics import median

from sqlalchemy import Connection, func, select

from defects.standing import Status
from harness.history import tables
from harness.history.tables import LEVELS, STATUSES
from reports.trend import Night, Oldest, Trend

OPEN = [STATUSES.index(status) for status in (Status.NEW, Status.OPEN, Status.BACK, Status.NOT_SEEN)]
"""A defect that was not seen is still there, as far as anyone knows."""


def trend_of(connection: Connection, series: str) -> Trend:
    """The trend of a series; certain breaches only, no questions and no good practice."""
    of, ran = tables.tally.c, tables.run.c
    runs = connection.execute(select(tables.run).where(ran.series == series).order_by(ran.id)).all()
    counts: dict[int, Counter[tuple[str, object]]] = defaultdict(Counter)
    rows = connection.execute(
        select(of.run, of.area, of.criteria, of.level, of.status, of.count)
        .join(tables.run, of.run == ran.id)
        .where(ran.series == series)
    )
    for number, area, criteria, level, status, count in rows:
        here = counts[number]
        here["status", STATUSES[status]] += count
        if status in OPEN:
            here["level", LEVELS[level]] += count
            here["area", area] += count
            for criterion in criteria.split():
                here["criterion", criterion] += count
    nights = tuple(
        Night(
            run=row.name,
            started=row.started,
            version=row.version,
            by_level={level: counts[row.id]["level", level] for level in LEVELS},
            by_status={status: counts[row.id]["status", status] for status in STATUSES},
            by_area=_of(counts[row.id], "area"),
            by_criterion=_of(counts[row.id], "criterion"),
        )
        for row in runs
    )
    return Trend(series, nights, _oldest(connection, series), *_times_to_mend(connection, series))


def _of(counted: Counter[tuple[str, object]], sort: str) -> dict[str, int]:
    return {str(name): count for (what, name), count in counted.items() if what == sort and count}


def _oldest(connection: Connection, series: str) -> Oldest | None:
    of = tables.defect.c
    row = connection.execute(
        select(tables.defect)
        .where(of.series == series, of.status.in_(OPEN), of.outcome == "failed", func.length(of.criteria) > 0)
        .order_by(of.opened)
        .limit(1)
    ).first()
    return Oldest(row.fingerprint, row.kind, row.place, row.opened) if row else None


def _times_to_mend(connection: Connection, series: str) -> tuple[dict[str, float], int]:
    """Median days from when a defect came until it was gone, by priority, and how many were mended."""
    of, defect = tables.mending.c, tables.defect.c
    rows = connection.execute(
        select(of.level, of.opened, of.mended)
        .join(tables.defect, of.defect == defect.id)
        .where(defect.series == series, defect.outcome == "failed", func.length(defect.criteria) > 0)
    ).all()
    days: dict[str, list[float]] = defaultdict(list)
    for level, opened, mended in rows:
        taken = datetime.fromisoformat(mended) - datetime.fromisoformat(opened)
        days[LEVELS[level].value].append(taken.total_seconds() / 86_400)
    return {level: round(median(taken), 1) for level, taken in sorted(days.items())}, len(rows)
