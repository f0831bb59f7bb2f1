"""Kills a run at random moments, goes on with it, and holds what it ends with against an unbroken run."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.bench.command import QUIET, run_command
from harness.journal import read_journal

CHOICE = ("--scenario", "GE-1", "--scenario", "GE-6", "--checks", "axe", "--history", "none")


@dataclass(frozen=True)
class Killed:
    """One run that was killed after so many seconds: what its journal lost and whether it ended as it should.

    `lost` counts lines that were in the journal before the kill and not after; it must be nought.
    """

    after: float
    states: int
    lost: int
    same: bool


def kill_and_resume(kills: int, tell: Callable[[Killed], None], choice: Sequence[str] = CHOICE) -> list[Killed]:
    """Kill `kills` runs (SIGKILL to all their processes), each at a random moment, and resume each."""
    dice = random.Random(1)
    told = []
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        whole = _run(Path(folder) / "hel", choice)
        usual = time.monotonic() - start
        for number in range(kills):
            output = Path(folder) / str(number)
            after = dice.uniform(0.05, 0.95) * usual
            told.append(_one(output, after, choice, whole))
            tell(told[-1])
    return told


def _one(output: Path, after: float, choice: Sequence[str], whole: bytes) -> Killed:
    process = subprocess.Popen(run_command(output, choice), start_new_session=True, **QUIET)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    runs = [one for one in output.iterdir() if (one / "journal").is_dir()] if output.is_dir() else []
    if not runs:  # Killed before anything was begun: there is nothing to go on with.
        return Killed(after, 0, 0, _run(output / "om", choice) == whole)
    (run,) = runs
    before = read_journal(run).lines
    again = _run(output, (*choice, "--resume", run.name)) if before else _run(output / "om", choice)
    kept = read_journal(run).lines
    states = sum(line.visit is not None for line in before)
    return Killed(after, states, sum(line not in kept for line in before), again == whole)


def _run(output: Path, arguments: Sequence[str]) -> bytes:
    """The defects of a run that is driven to its end, as JSON."""
    subprocess.run(run_command(output, arguments), check=False, **QUIET)
    newest = max((one for one in output.iterdir() if (one / "run.json").is_file()), key=lambda one: one.name)
    return json.dumps(json.loads((newest / "run.json").read_bytes())["defects"], sort_keys=True).encode()
