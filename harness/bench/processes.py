"""How much faster several processes drive the embedded Esset than one, and an unchanged one with `--incremental`.

Whole runs from the first process to the last report, in turn, in one call. All have the same history, which the first
run makes: it decides which scenario is begun first.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from harness.bench.command import QUIET, run_command
from harness.errors import RunBroken

ONE = "-n 1"
FIRST = "--incremental -n 2, första gången"
AGAIN = "--incremental -n 2, oförändrat"

LINES = {ONE: ("-n", "1"), "-n 2": ("-n", "2"), "-n auto": ("-n", "auto"), FIRST: ("-n", "2", "--incremental")}
"""Arguments of each kind of run; `AGAIN` are those of `FIRST`."""

BESIDE = {AGAIN: FIRST}
"""What a kind of run is held against; the others against `ONE`."""


@dataclass(frozen=True)
class Whole:
    """Median seconds of one kind of run, and how many times as fast as the one beside it it was in the same round."""

    line: str
    beside: str
    seconds: float
    faster: float


def measure_processes(choice: Sequence[str], rounds: int, tell: Callable[[str, float], None]) -> list[Whole]:
    """Every kind of run, `rounds` times; `choice` are arguments of `esset-a11y run`, `tell` hears of each as it ends.

    RunBroken where one breaks.
    """
    seconds: dict[str, list[float]] = {line: [] for line in (*LINES, AGAIN)}
    with tempfile.TemporaryDirectory() as folder:
        history = ("--history", f"sqlite:///{folder}/history.db")
        for round in range(rounds):
            for line, taken in seconds.items():
                # Findings are taken over from the same round's run only.
                taken.append(_timed(Path(folder) / str(round), (*LINES[BESIDE.get(line, line)], *history, *choice)))
                tell(line, taken[-1])
    return [_whole(line, taken, seconds[BESIDE.get(line, ONE)]) for line, taken in seconds.items()]


def _whole(line: str, taken: Sequence[float], beside: Sequence[float]) -> Whole:
    faster = median(b / a for a, b in zip(taken, beside, strict=True))
    return Whole(line, BESIDE.get(line, ONE), median(taken), faster)


def _timed(output: Path, arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    code = subprocess.run(run_command(output, arguments), check=False, **QUIET).returncode
    if code > 1:
        raise RunBroken(
            "Körningen som skulle mätas bröts", " ".join(arguments), "Kör den för sig och se vad den säger."
        )
    return time.perf_counter() - start
