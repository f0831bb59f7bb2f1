"""How a run begins: anew, where an interrupted one left off, or as one shard of many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from harness.config import Config
from harness.errors import UsageError
from harness.journal import read_journal
from harness.session import RunId
from harness.shards import parse, plan
from harness.standing import durations_of
from reports.model import Ending
from scenarios.model import Scenario

NOT_COMPARED = ("output", "fail_on", "browser", "history", "waivers", "review", "baseline", "retries")
"""What of the configuration may differ when a run goes on: it changes nothing of what is found."""


class Begin(msgspec.Struct, frozen=True):
    """What each process of a run is told. `attempts` and `done` are what an interrupted run left, by scenario.

    `seconds` is how long scenarios took last time, where several processes share them.
    """

    id: RunId
    attempts: dict[str, int] = {}
    done: tuple[str, ...] = ()
    resumed: bool = False
    seconds: dict[str, float] = {}


def resumed(told: str, config: Config) -> tuple[Path, Begin]:
    """An interrupted run, by its folder or its name. UsageError where it can't go on."""
    folder = next((one for one in (Path(told), Path(config.output) / told) if one.is_dir()), None)
    if folder is None:
        raise UsageError(f"Körningen {told!r} finns inte", config.output, "Ange dess mapp eller namn.")
    journaled = read_journal(folder)
    if journaled.begun is None:
        raise UsageError("Körningen hann aldrig börja", str(folder), "Kör om från början.")
    before, now = journaled.begun.configuration, config.told()
    for name, value in now.items():
        if name not in NOT_COMPARED and before.get(name) != value:
            raise UsageError(
                f"Körningen började med {name} = {before.get(name)!r}, inte {value!r}", str(folder), "Ge samma val."
            )
    attempts: dict[str, int] = {}
    done = []
    for line in journaled.lines:
        scenario = line.visit.scenario if line.visit else line.driven.id if line.driven else None
        if scenario:
            attempts[scenario] = max(attempts.get(scenario, 0), line.attempt)
        if line.driven and line.driven.ending is Ending.COMPLETED:
            done.append(line.driven.id)
    return folder, Begin(RunId(folder.name, journaled.begun.started), attempts, tuple(dict.fromkeys(done)), True)


def shard_of(chosen: Sequence[Scenario], told: str, config: Config) -> tuple[Scenario, ...]:
    """The scenarios of one shard ("3/8"), all where none is told."""
    if not told:
        return tuple(chosen)
    number, count = parse(told)
    share = plan([one.id for one in chosen], durations_of(config), count)[number - 1]
    return tuple(one for one in chosen if one.id in share)
