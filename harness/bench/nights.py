"""Nights on the embedded Esset: faults are switched on and off, and every status must be right every night."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

import demo
from checks.model import Outcome
from defects.standing import Status
from harness.run import drive
from reports.model import Run

SCENARIO = "GE-1"


@dataclass(frozen=True)
class Night:
    """One night: how many faults were on, and each fault whose defects did not all stand as they should."""

    number: int
    on: int
    statuses: dict[Status, int]
    wrong: tuple[str, ...]


def simulate(nights: int, tell: Callable[[Night], None]) -> list[Night]:
    """Drive a scenario night after night with some of its faults on; the first night none, to learn nothing from."""
    dice = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        alone = _defects_of_each(Path(folder) / "var-för-sig")
        told = []
        before: set[str] = set()
        ever: set[str] = set()
        for number in range(nights):
            on = {fault for fault in alone if dice.random() < 0.5}
            run = _drive(",".join(sorted(on)) or "clean", Path(folder) / "nätter", history="")
            expected = {mark: _expected(mark, {m for f in on for m in alone[f]}, before, ever) for mark in _all(alone)}
            standing = {one.fingerprint: one.status for one in run.standings}
            wrong = tuple(
                f"{mark}: {standing.get(mark)}, inte {status}"
                for mark, status in expected.items()
                if standing.get(mark) is not status
            )
            before = {m for f in on for m in alone[f]}
            ever |= before
            counted = {status: sum(one is status for one in standing.values()) for status in Status}
            told.append(Night(number, len(on), counted, wrong))
            tell(told[-1])
    return told


def _expected(mark: str, now: set[str], before: set[str], ever: set[str]) -> Status | None:
    if mark in now:
        return Status.OPEN if mark in before else Status.BACK if mark in ever else Status.NEW
    return Status.MENDED if mark in before else None


def _defects_of_each(folder: Path) -> dict[str, frozenset[str]]:
    """Fingerprints of the breaches that each fault gives alone; faults that give none are left out."""
    clean = _breaches(_drive("clean", folder))
    found = {}
    for fault in demo.answer_key():
        if any(place.startswith(f"{SCENARIO}/") for place in fault.places) and fault.judged == "automatic":
            found[fault.id] = _breaches(_drive(fault.id, folder)) - clean
    return {fault: marks for fault, marks in found.items() if marks}


def _drive(build: str, output: Path, history: str = "none") -> Run:
    driven = drive(
        Console(quiet=True),
        scenario=[SCENARIO],
        build=build,
        checks=["axe"],
        output=str(output),
        history=history,
        review="none",
    )
    if driven.run is None:
        raise RuntimeError(f"the run of {build} broke")
    return driven.run


def _breaches(run: Run) -> frozenset[str]:
    return frozenset(one.fingerprint for one in run.defects if one.outcome is Outcome.FAILED and one.criteria)


def _all(alone: dict[str, frozenset[str]]) -> list[str]:
    return sorted({mark for marks in alone.values() for mark in marks})
