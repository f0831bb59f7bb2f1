"""Divides scenarios among machines and processes, so that all are done at about the same time.

Every machine makes the same plan from the same durations, and takes its own part of it. The processes of one take one
scenario after another, the longest first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from statistics import median

from harness.errors import UsageError


def parse(told: str) -> tuple[int, int]:
    """`3/8` as (3, 8). UsageError for anything else."""
    found = re.fullmatch(r"(\d+)/(\d+)", told)
    number, count = (int(part) for part in found.groups()) if found else (0, 0)
    if not 1 <= number <= count:
        raise UsageError(f"Delen {told!r} går inte att förstå", "--shard", "Skriv till exempel 3/8.")
    return number, count


def processes() -> int:
    """How many processes keep all cores at work (`-n auto`): one more than the cores that this one may use.

    A browser waits for its next frame a part of the time, and its process with it.
    """
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return own + 1


def plan(scenarios: Sequence[str], seconds: Mapping[str, float], count: int) -> tuple[tuple[str, ...], ...]:
    """The scenarios of each of `count` shards: the longest first, each to the shard that has the least.

    One whose duration is not known is taken to be as long as the median.
    """
    usual = _usual(seconds)
    loads = [0.0] * count
    shares: list[list[str]] = [[] for _ in range(count)]
    for scenario in longest_first(sorted(scenarios), seconds):
        least = min(range(count), key=lambda at: (loads[at], at))
        loads[least] += seconds.get(scenario, usual)
        shares[least].append(scenario)
    return tuple(tuple(one for one in scenarios if one in share) for share in shares)


def longest_first(scenarios: Sequence[str], seconds: Mapping[str, float]) -> list[str]:
    """The scenarios by duration, those that take as long in the order that they have."""
    usual = _usual(seconds)
    return sorted(scenarios, key=lambda one: -seconds.get(one, usual))


def _usual(seconds: Mapping[str, float]) -> float:
    return median(seconds.values()) if seconds else 1.0
