"""What one run brought and mended, held against another: `esset-a11y diff RUN RUN`."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from checks.model import Outcome
from defects.standing import Status
from harness.errors import UsageError
from harness.history import tables
from harness.history.tables import LEVELS, STATUSES


@dataclass(frozen=True)
class Changed:
    """A defect that is in one of two runs, or in both. `status` is how it stands in the later one."""

    fingerprint: str
    status: Status
    kind: str
    criteria: tuple[str, ...]
    level: str
    place: str
    outcome: Outcome


@dataclass(frozen=True)
class RunRow:
    """A run as the history has it."""

    id: int
    name: str
    started: str
    version: str
    series: str


LATEST = "senaste"


def runs(connection: Connection, series: str = "") -> tuple[RunRow, ...]:
    """Every run of a series, or of all, the oldest first."""
    of = tables.run.c
    asked = select(of.id, of.name, of.started, of.version, of.series).order_by(of.id)
    return tuple(RunRow(*row) for row in connection.execute(asked.where(of.series == series) if series else asked))


def find_run(connection: Connection, name: str) -> RunRow:
    """A run by its name or the start of it; `senaste` is the latest, `senaste~1` the one before. UsageError."""
    known = runs(connection)
    word, _, back = name.partition("~")
    if word == LATEST and (back or "0").isdigit() and int(back or 0) < len(known):
        return known[-1 - int(back or 0)]
    found = [one for one in known if one.name == name] or [one for one in known if one.name.startswith(name)]
    if len(found) != 1:
        what = "passar på flera körningar" if found else "finns inte i historiken"
        newest = ", ".join(one.name for one in known[-3:]) or "ingen"
        raise UsageError(f"{name!r} {what}", "", f"De nyaste: {newest}. Även {LATEST} och {LATEST}~1 går.")
    return found[0]


def difference(connection: Connection, before: RunRow, after: RunRow) -> tuple[Changed, ...]:
    """How the defects of an earlier run and of a later one stand; what both left mended is left out."""
    first, last = _standing_at(connection, before), _standing_at(connection, after)
    told = []
    for defect in sorted({*first, *last}):
        was, now = first.get(defect), last.get(defect)
        if now is None or (now is Status.MENDED and (was is None or was is Status.MENDED)):
            continue
        status = now
        if now.seen:
            status = Status.OPEN if was and was is not Status.MENDED else Status.BACK if was else Status.NEW
        told.append((defect, status))
    of = tables.defect.c
    rows = {row.id: row for row in connection.execute(select(tables.defect).where(of.series == after.series))}
    return tuple(
        Changed(
            fingerprint=rows[defect].fingerprint,
            status=status,
            kind=rows[defect].kind,
            criteria=tuple(rows[defect].criteria.split()),
            level=LEVELS[rows[defect].level].value,
            place=rows[defect].place,
            outcome=Outcome(rows[defect].outcome),
        )
        for defect, status in told
    )


def _standing_at(connection: Connection, run: RunRow) -> dict[int, Status]:
    """Each defect's latest status up to a run, by the defect's number."""
    of, ran = tables.sighting.c, tables.run.c
    latest = (
        select(of.defect, func.max(of.run).label("run"))
        .join(tables.run, of.run == ran.id)
        .where(of.run <= run.id, ran.series == run.series)
        .group_by(of.defect)
        .subquery()
    )
    rows = connection.execute(
        select(of.defect, of.status).join(latest, (of.defect == latest.c.defect) & (of.run == latest.c.run))
    )
    return {defect: STATUSES[status] for defect, status in rows}
