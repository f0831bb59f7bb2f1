"""One run from start to end: what it was told, where it writes, and what it makes of the journal."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import standards
from checks.guided import with_guides
from checks.model import Visit
from checks.node import package_version
from checks.registry import Check, all_checks
from defects import Defect, merge
from harness.across import look_across
from harness.attempts import settle
from harness.config import Config
from harness.errors import UsageError
from harness.journal import read_journal
from harness.observed import spoken
from reports.model import CheckRun, Run, Surface, Trace
from scenarios.model import Scenario

PROFILES = ("snabb", "natt", "full")


@dataclass(frozen=True)
class RunId:
    """A run's name and when it started (ISO 8601 with offset). The name sorts by time."""

    name: str
    started: str


def new_run() -> RunId:
    """A run that starts now."""
    now = datetime.now(UTC).astimezone()
    return RunId(f"{now:%Y-%m-%dT%H%M%S}-{secrets.token_hex(2)}", now.isoformat(timespec="seconds"))


def chosen_checks(config: Config) -> tuple[Check, ...]:
    """The checks of the profile, or those named, but for those named with a minus before.

    UsageError for a name that no check has.
    """
    known = {check.id: check for check in all_checks()}
    if config.profile not in PROFILES:
        raise UsageError(f"Profilen {config.profile!r} finns inte", "", f"Välj en av: {', '.join(PROFILES)}.")
    named = [name.strip() for one in config.checks for name in one.split(",") if name.strip()]
    if unknown := [name for name in named if name.removeprefix("-") not in known]:
        raise UsageError(f"Kontrollen {unknown[0]!r} finns inte", "", f"Välj bland: {', '.join(known)}.")
    left_out = {name.removeprefix("-") for name in named if name.startswith("-")}
    wanted = [known[name] for name in named if not name.startswith("-")]
    profile = [check for check in known.values() if config.profile in check.profiles]
    if not (chosen := tuple(check for check in dict.fromkeys(wanted or profile) if check.id not in left_out)):
        raise UsageError("Ingen kontroll är kvar när de utpekade är borta", "", "Uteslut färre med --checks.")
    return chosen


def make_folder(config: Config, run: RunId) -> Path:
    """The run's own folder, made; UsageError where that can't be done."""
    folder = Path(config.output) / run.name
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise UsageError(
            "Utmappen går inte att skriva i", f"{folder.parent}: {error.strerror}", "Välj en annan med --output."
        ) from None
    return folder


def scopes(config: Config) -> dict[str, standards.Scope]:
    """Legal scope of each surface, by its name."""
    return {name: surface.scope for name, surface in config.surfaces.items()}


def merged(visits: Iterable[Visit], scenarios: Iterable[Scenario], config: Config) -> tuple[Defect, ...]:
    """The defects of some visits, prioritised with the configured surfaces."""
    return merge(visits, {one.id: one for one in scenarios}, scopes(config))


def engine_versions() -> dict[str, str]:
    """Versions of the engines from npm, those that are installed."""
    names = {
        "axe-core": "axe-core",
        "pa11y": "pa11y",
        "HTML_CodeSniffer": "@pa11y/html_codesniffer",
        "IBM accessibility-checker-engine": "accessibility-checker-engine",
    }
    return {told: version for told, name in names.items() if (version := package_version(name))}


def conclude(
    run: RunId,
    folder: Path,
    config: Config,
    scenarios: Iterable[Scenario],
    checks: Iterable[Check],
    target: str,
    shard: str = "",
) -> Run:
    """Read the run's journal and put together what the reports are made from."""
    by_id = {one.id: one for one in scenarios}
    journaled = read_journal(folder)
    settled = settle(journaled.lines)
    versions = {
        "sviten": version("esset-a11y"),
        **engine_versions(),
        "Playwright": version("playwright"),
        "Python": platform.python_version(),
    }
    for line in journaled.lines:
        versions |= line.versions or {}
    order = {one: at for at, one in enumerate(by_id)}
    visits = sorted(settled.visits, key=lambda visit: (order[visit.scenario], visit.number))
    notes = {
        (line.noted.scenario, line.noted.state): line.noted.notes
        for line in sorted(journaled.lines, key=lambda line: line.attempt)
        if line.noted
    }
    transcripts = spoken(visits, notes)
    visits = with_guides(visits, notes)
    visits = look_across(visits, notes, checks, {one.id: one.surface for one in by_id.values()})
    return Run(
        trace=Trace(
            run=run.name,
            started=run.started,
            ended=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
            target=target,
            profile=config.profile,
            versions=versions,
            configuration=config.told(),
            version=config.version,
            shard=shard,
        ),
        surfaces=tuple(Surface(name, surface.title, surface.scope) for name, surface in config.surfaces.items()),
        checks=tuple(CheckRun(check.id, check.title, check.criteria) for check in checks),
        scenarios=tuple(sorted(settled.driven, key=lambda one: order[one.id])),
        visits=tuple(visits),
        defects=merged(visits, by_id.values(), config),
        folder=folder,
        unstable=settled.unstable,
        torn=journaled.torn,
        transcripts=transcripts,
    )
