"""What a run must know of earlier runs, and what it leaves to later ones: history, waivers, the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from defects.threshold import Gate
from defects.waivers import Waiver, WaiverError, apply, read_waivers
from harness.config import Config
from harness.errors import UsageError
from reports.model import Run
from reports.run_json import RunFileError, load_run

SQLITE = "sqlite:///"
"""How the address of a database that is a file begins."""


def waivers_of(config: Config) -> tuple[Waiver, ...]:
    """The configured waivers; UsageError where their file can't be used."""
    if not config.waivers:
        return ()
    try:
        return read_waivers(Path(config.waivers))
    except WaiverError as error:
        raise UsageError(str(error)) from None


def gate_of(config: Config, waivers: Iterable[Waiver]) -> Gate:
    """What fails a run of this configuration, today."""
    known: frozenset[str] = frozenset()
    if config.threshold.only_new:
        known = _known(config)
    return Gate(config.threshold, known, apply(waivers, set(), date.today()).excused)


def durations_of(config: Config) -> dict[str, float]:
    """Seconds that each scenario took last time, as far as the history knows."""
    url = config.history_url
    if not url or (url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE)).exists()):
        return {}
    from harness.history.database import connected
    from harness.history.store import durations

    with connected(config.history_url) as connection:
        return durations(connection, config.history_series)


def remember(run: Run, config: Config, waivers: Sequence[Waiver]) -> Run:
    """Write a run into the history; the run with how its defects stand. A shard is remembered once it is merged."""
    waived = apply(waivers, {one.fingerprint for one in run.defects}, date.today())
    run = replace(run, waived=waived)
    if run.trace.shard or not config.history_url:
        return run
    from harness.history.database import connected  # SQLAlchemy takes its time to load.
    from harness.history.store import record

    with connected(config.history_url) as connection:
        return replace(run, standings=record(connection, run, config.history_series, config.version))


def _known(config: Config) -> frozenset[str]:
    if config.baseline:
        try:
            return frozenset(one.fingerprint for one in load_run(Path(config.baseline)).defects)
        except RunFileError as error:
            raise UsageError(str(error)) from None
    if not config.history_url:
        raise UsageError("new: kräver historik eller en baslinje", config.fail_on, "Ange --baseline KÖRNING.")
    from harness.history.database import connected
    from harness.history.store import unmended

    with connected(config.history_url) as connection:
        return unmended(connection, config.history_series)
