"""Writes a run into the history and tells how every defect stands after it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from checks.model import Outcome
from defects import standing
from defects.model import Defect
from defects.standing import Known, Look, Standing, Status
from harness.errors import UsageError
from harness.history import tables
from harness.history.tables import LEVELS, STATUSES
from reports.model import Run


@dataclass(frozen=True)
class _Kept:
    """A defect as the history has it, before this run."""

    id: int
    known: Known
    runs: int
    first_seen: str
    first_version: str
    last_seen: str
    last_version: str
    row: Row[tuple[object, ...]]


def record(connection: Connection, run: Run, series: str, version: str = "") -> tuple[Standing, ...]:
    """Write a run into a series; how all its defects stand, and those that earlier runs left unmended.

    `version` is the target's own. UsageError where the series has a run of that name already.
    """
    kept = _kept(connection, series)
    looked = standing.reached(run.visits, [check.id for check in run.checks])
    defects = {one.fingerprint: one for one in run.defects}
    dismissed = {one.fingerprint for one in run.review.dismissed}
    told = standing.statuses({mark: one.known for mark, one in kept.items()}, defects.keys(), looked, dismissed)
    number = _write_run(connection, run, series, version)
    _write_new(connection, run, number, series, [defects[mark] for mark in defects if mark not in kept], looked)
    _write_seen(connection, run, number, [(kept[mark], defects[mark]) for mark in defects if mark in kept], looked)
    _write_unseen(connection, run, number, [(kept[mark], status) for mark, status in told.items() if mark in kept])
    after = _kept(connection, series)
    standings = [_standing(mark, status, after[mark]) for mark, status in sorted(told.items())]
    _write_sightings(connection, number, standings, after, defects)
    return tuple(standings)


def unmended(connection: Connection, series: str) -> frozenset[str]:
    """Fingerprints of the defects that are known and not mended: what a run did not bring."""
    done = [STATUSES.index(status) for status in (Status.MENDED, Status.DISMISSED)]
    of = tables.defect.c
    rows = connection.execute(select(of.fingerprint).where(of.series == series, of.status.not_in(done)))
    return frozenset(rows.scalars())


def durations(connection: Connection, series: str) -> dict[str, float]:
    """Seconds that each scenario took the last time it was driven to its end."""
    of, ran = tables.drive.c, tables.run.c
    rows = connection.execute(
        select(of.scenario, of.milliseconds)
        .join(tables.run, of.run == ran.id)
        .where(ran.series == series, of.ending == "completed")
        .order_by(ran.id)
    )
    return {scenario: milliseconds / 1000 for scenario, milliseconds in rows}


def _kept(connection: Connection, series: str) -> dict[str, _Kept]:
    first, last = tables.run.alias("first"), tables.run.alias("last")
    of = tables.defect.c
    rows = connection.execute(
        select(
            tables.defect,
            first.c.started.label("first_started"),
            first.c.version.label("first_version"),
            last.c.started.label("last_started"),
            last.c.version.label("last_version"),
        )
        .join(first, of.first_run == first.c.id)
        .join(last, of.last_run == last.c.id)
        .where(of.series == series)
    )
    return {
        row.fingerprint: _Kept(
            id=row.id,
            known=Known(STATUSES[row.status] is Status.MENDED, frozenset(Look(*one) for one in json.loads(row.looks))),
            runs=row.runs,
            first_seen=row.first_started,
            first_version=row.first_version,
            last_seen=row.last_started,
            last_version=row.last_version,
            row=row,
        )
        for row in rows
    }


def _write_run(connection: Connection, run: Run, series: str, version: str) -> int:
    of = tables.run.c
    trace = run.trace
    if connection.execute(select(of.id).where(of.series == series, of.name == trace.run)).first():
        raise UsageError(f"Körningen {trace.run} finns redan i historiken", series)
    made = connection.execute(
        insert(tables.run).values(
            series=series,
            name=trace.run,
            started=trace.started,
            target=trace.target,
            version=version,
            profile=trace.profile,
            versions=json.dumps(trace.versions, ensure_ascii=False),
            states=len(run.visits),
        )
    )
    number = int(made.inserted_primary_key[0])  # type: ignore[index]
    drives = [
        {"run": number, "scenario": one.id, "milliseconds": round(one.seconds * 1000), "ending": one.ending.value}
        for one in run.scenarios
    ]
    if drives:
        connection.execute(insert(tables.drive), drives)
    return number


def _write_new(
    connection: Connection, run: Run, number: int, series: str, defects: Iterable[Defect], looked: frozenset[Look]
) -> None:
    rows = [
        _told(one, run, standing.remembered(None, one, looked))
        | {
            "series": series,
            "fingerprint": one.fingerprint,
            "status": STATUSES.index(Status.NEW),
            "runs": 1,
            "first_run": number,
            "last_run": number,
            "opened": run.trace.started,
        }
        for one in defects
    ]
    if rows:
        connection.execute(insert(tables.defect), rows)


def _write_seen(
    connection: Connection, run: Run, number: int, seen: Iterable[tuple[_Kept, Defect]], looked: frozenset[Look]
) -> None:
    rows = [
        {"of": kept.id}
        | _told(one, run, standing.remembered(kept.known, one, looked))
        | {
            "status": STATUSES.index(Status.BACK if kept.known.mended else Status.OPEN),
            "runs": kept.runs + 1,
            "last_run": number,
            "opened": run.trace.started if kept.known.mended else kept.row.opened,
        }
        for kept, one in seen
    ]
    if rows:
        connection.execute(update(tables.defect).where(tables.defect.c.id == bindparam("of")), rows)


def _write_unseen(connection: Connection, run: Run, number: int, unseen: Iterable[tuple[_Kept, Status]]) -> None:
    there = [(kept, status) for kept, status in unseen if not status.seen]
    if not there:
        return
    connection.execute(
        update(tables.defect).where(tables.defect.c.id == bindparam("of")),
        [{"of": kept.id, "status": STATUSES.index(status)} for kept, status in there],
    )
    mended = [
        {
            "run": number,
            "defect": kept.id,
            "level": kept.row.level,
            "opened": kept.row.opened,
            "mended": run.trace.started,
        }
        for kept, status in there
        if status is Status.MENDED
    ]
    if mended:
        connection.execute(insert(tables.mending), mended)


def _write_sightings(
    connection: Connection,
    number: int,
    standings: Iterable[Standing],
    kept: Mapping[str, _Kept],
    defects: Mapping[str, Defect],
) -> None:
    counted: Counter[tuple[str, str, int, int]] = Counter()
    rows = []
    for one in standings:
        level, status = LEVELS.index(one.level), STATUSES.index(one.status)
        places = len(defects[one.fingerprint].places) if one.fingerprint in defects else 0
        rows.append(
            {"run": number, "defect": kept[one.fingerprint].id, "status": status, "level": level, "places": places}
        )
        if one.outcome is Outcome.FAILED and one.criteria:
            counted[one.area, " ".join(one.criteria), level, status] += 1
    if rows:
        connection.execute(insert(tables.sighting), rows)
    if counted:
        connection.execute(
            insert(tables.tally),
            [
                {"run": number, "area": area, "criteria": criteria, "level": level, "status": status, "count": count}
                for (area, criteria, level, status), count in counted.items()
            ],
        )


def _told(defect: Defect, run: Run, looks: frozenset[Look]) -> dict[str, object]:
    place = defect.places[0]
    element = place.element.selector if place.element else ""
    return {
        "kind": defect.kind,
        "criteria": " ".join(defect.criteria),
        "outcome": defect.outcome.value,
        "level": LEVELS.index(defect.priority.level),
        "area": next((one.area for one in run.scenarios if one.id == place.scenario), ""),
        "place": " · ".join(filter(None, (place.scenario, place.state, element)))[:400],
        "looks": json.dumps(
            sorted([one.scenario, one.state, one.check] for one in looks), ensure_ascii=False, separators=(",", ":")
        ),
    }


def _standing(mark: str, status: Status, kept: _Kept) -> Standing:
    row = kept.row
    return Standing(
        fingerprint=mark,
        status=status,
        kind=row.kind,
        criteria=tuple(row.criteria.split()),
        outcome=Outcome(row.outcome),
        level=LEVELS[row.level],
        area=row.area,
        where=row.place,
        first_seen=kept.first_seen,
        first_version=kept.first_version,
        last_seen=kept.last_seen,
        last_version=kept.last_version,
        runs=kept.runs,
    )
