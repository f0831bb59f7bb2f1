"""Takes over what an earlier run found at a state whose content is the same as then (`--incremental`).

A state is the same when its scenario and name, the number of its content (`checks.snapshot`) and everything that looks
at it are: the suite's own code and data, the checks chosen, the versions of the engines and the browser. What is taken
over is marked with the run that it comes from. A state that some check could not test is looked at anew.

A run that is told nothing of this looks at everything.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from checks.model import Outcome, Visit
from checks.registry import Check
from checks.snapshot import snapshot
from checks.state import State
from harness.config import Config
from harness.journal import Journal, read_journal
from harness.session import engine_versions

RUNS = 5
"""How many earlier runs are looked through, the latest first."""

LOOKING = ("checks", "standards", "defects", "scenarios", "harness", "masking")
"""Packages whose code and data decide what is found at a state, and how a scenario gets there."""


@dataclass(frozen=True)
class Taken:
    """A visit of an earlier run, what was noted there for the checks that look across states, and the run's folder."""

    visit: Visit
    notes: dict[str, Any]
    folder: Path


class Earlier:
    """What the latest runs in the output folder found, by the number of a state."""

    def __init__(self, config: Config, checks: Sequence[Check], this_run: Path) -> None:
        self._told = [
            config.target or config.build,
            config.locale,
            config.profile,
            f"unmasked {config.unmasked} {config.personal}",
            *sorted(check.id for check in checks),
        ]
        self._told += [f"{name} {version}" for name, version in engine_versions().items()]
        self._taken: dict[str, Taken] = {}
        runs = sorted((one for one in Path(config.output).glob("*/") if one.name < this_run.name), reverse=True)
        for folder in runs[:RUNS]:
            for key, taken in _kept(folder):
                self._taken.setdefault(key, taken)

    def number(self, state: State) -> str | None:
        """The number of a state and of everything that looks at it; None where it is always looked at anew."""
        seen = snapshot(state)
        if seen is None:
            return None
        browser = state.page.context.browser
        told = [*self._told, _code(), browser.version if browser else "", state.scenario, state.name, seen]
        told += [f"{one.name} {hashlib.sha256(one.content).hexdigest()}" for one in state.downloads]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def taken(self, number: str | None, journal: Journal) -> Taken | None:
        """What was found at that number, marked, its picture copied to this run; None where nothing was."""
        taken = self._taken.get(number) if number else None
        if taken is None:
            return None
        if taken.visit.picture:
            picture = taken.folder / taken.visit.picture
            if not picture.is_file():
                return None
            (journal.run_folder / taken.visit.picture).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, journal.run_folder / taken.visit.picture)
        marked = replace(taken.visit, taken_from=taken.visit.taken_from or taken.folder.name)
        return replace(taken, visit=marked)


def whole(visit: Visit) -> bool:
    """Whether every check could look: nothing broke or outran its time."""
    return not any(
        one.outcome is Outcome.UNTESTED and {"error", "budget"} & set(one.evidence) for one in visit.findings
    )


def _kept(folder: Path) -> list[tuple[str, Taken]]:
    """Numbers and what was found there, of a run that has written them; nothing for a run that has not."""
    lines = read_journal(folder).lines
    numbers = {(one.content.scenario, one.content.state): one.content.number for one in lines if one.content}
    if not numbers:
        return []
    visits = {(one.visit.scenario, one.visit.state): one.visit for one in lines if one.visit}
    notes = {(one.noted.scenario, one.noted.state): one.noted.notes for one in lines if one.noted}
    return [
        (numbers[key], Taken(visit, notes.get(key, {}), folder))
        for key, visit in visits.items()
        if key in numbers and whole(visit)
    ]


@cache
def _code() -> str:
    """A number of the suite's own code and data."""
    digest = hashlib.sha256()
    for package in LOOKING:
        root = Path(str(files(package)))
        for file in sorted(root.rglob("*")):
            if file.is_file() and file.suffix not in (".pyc", ".html") and "bench" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
