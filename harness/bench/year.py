"""A year of nights in the history: how long a night's write, a difference and a trend take, and how large it gets."""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from checks.model import Element, Outcome, Text, Visit
from defects.model import Defect, Level, Place, Priority
from harness.history.database import connected
from harness.history.difference import difference, find_run
from harness.history.store import record
from harness.history.trend import trend_of
from reports.model import CheckRun, Driven, Ending, Run, Trace
from reports.trend import render
from scenarios.model import Area

NOTHING = Text("", "")
SCENARIOS, STATES = 180, 6
KINDS = (("contrast", "1.4.3"), ("missing-name", "4.1.2"), ("heading-structure", "1.3.1"), ("keyboard", "2.1.1"))


@dataclass(frozen=True)
class Year:
    """Seconds of a night's write (median, slowest), of a difference over the year and a trend; the file's megabytes."""

    nights: int
    defects: int
    median: float
    slowest: float
    diff: float
    trend: float
    megabytes: float


def measure_year(nights: int = 365, defects: int = 2000) -> Year:
    """Keep so many nights with so many defects each, of which one in fifty comes or goes every night."""
    dice = random.Random(1)
    areas = [*Area]
    visits = tuple(
        Visit(f"S-{scenario}", f"tillstånd {state}", state, "/", "", (), {})
        for scenario in range(SCENARIOS)
        for state in range(STATES)
    )
    driven = tuple(
        Driven(f"S-{number}", "", areas[number % len(areas)], "", "", "", Ending.COMPLETED, 20.0)
        for number in range(SCENARIOS)
    )
    pool = [_defect(number, visits[number % len(visits)]) for number in range(int(defects * 1.5))]
    here = set(range(defects))
    writes: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/history.db"
        for night in range(nights):
            gone = set(dice.sample(sorted(here), defects // 50))
            here = here - gone | set(dice.sample(sorted(set(range(len(pool))) - here), defects // 50))
            started = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=night)).isoformat()
            run = Run(
                trace=Trace(f"natt-{night:03}", started, started, "prov", "natt", {}, {}),
                surfaces=(),
                checks=(CheckRun("axe", NOTHING, ()),),
                scenarios=driven,
                visits=visits,
                defects=tuple(pool[number] for number in sorted(here)),
                folder=Path(folder),
            )
            start = time.perf_counter()
            with connected(url) as connection:
                record(connection, run, "prov")
            writes.append(time.perf_counter() - start)
        start = time.perf_counter()
        with connected(url) as connection:
            difference(connection, find_run(connection, "natt-000"), find_run(connection, "senaste"))
        diff = time.perf_counter() - start
        start = time.perf_counter()
        with connected(url) as connection:
            render(trend_of(connection, "prov"))
        trend = time.perf_counter() - start
        size = sum(file.stat().st_size for file in Path(folder).glob("history.db*")) / 1e6
    return Year(nights, defects, median(writes), max(writes), diff, trend, size)


def _defect(number: int, visit: Visit) -> Defect:
    kind, criterion = KINDS[number % len(KINDS)]
    element = Element(("html",), f"main > form > button#knapp-{number}", "", "", "", None, ())
    place = Place(visit.scenario, visit.state, visit.number, "/", element, NOTHING, "", 1.0)
    others = tuple(replace(place, state=f"tillstånd {state}") for state in range(number % 4))
    level = [*Level][number % 4]
    return Defect(
        f"{number:016x}", kind, Outcome.FAILED, (criterion,), ("axe",), ("axe",), ("r",), NOTHING, NOTHING, None, "",
        {}, (place, *others), ("kundportal",), Priority(level, 50, ()),
    )  # fmt: skip
