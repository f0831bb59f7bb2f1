"""Joins the shards of a run into one run, as if one machine had done it all."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from defects import merge
from defects.review import Review
from harness.config import Config
from harness.errors import UsageError
from harness.journal import Begun, read_journal
from harness.reviewing import book_of
from harness.run import BROKEN, DEFECTS, OK
from harness.session import make_folder, new_run
from harness.shards import parse
from harness.standing import gate_of, remember, waivers_of
from reports.model import Ending, Run
from reports.registry import write_reports
from reports.reviewed import reviewed
from reports.run_json import RunFileError, load_run
from scenarios.registry import all_scenarios


@dataclass(frozen=True)
class Joined:
    """The whole run, and the exit code that it ends with."""

    run: Run
    code: int


@dataclass(frozen=True)
class _Shard:
    folder: Path
    run: Run
    begun: Begun


def join(folders: Sequence[Path], config: Config) -> Joined:
    """Join shards. UsageError where one is missing, doubled, or made by another version or configuration."""
    shards = sorted((_read(folder) for folder in folders), key=lambda one: parse(one.run.trace.shard))
    _refuse_what_does_not_fit(shards)
    waivers = waivers_of(config)
    book = book_of(config)
    gate = gate_of(config, waivers)
    first = shards[0].run
    id = new_run()
    folder = make_folder(config, id)
    for shard in shards:
        if (shard.folder / "pictures").is_dir():
            shutil.copytree(shard.folder / "pictures", folder / "pictures", dirs_exist_ok=True)
    scenarios = {one.id: one for one in all_scenarios() if one.id in shards[0].begun.scenarios}
    order = {one: at for at, one in enumerate(scenarios)}
    visits = sorted(
        (visit for shard in shards for visit in shard.run.visits), key=lambda one: (order[one.scenario], one.number)
    )
    unstable = tuple(sorted({mark for shard in shards for mark in shard.run.unstable}))
    run = replace(
        first,
        trace=replace(
            first.trace,
            run=id.name,
            started=min(shard.run.trace.started for shard in shards),
            ended=max(shard.run.trace.ended for shard in shards),
            shard="",
        ),
        scenarios=tuple(
            sorted((one for shard in shards for one in shard.run.scenarios), key=lambda one: order[one.id])
        ),
        visits=tuple(visits),
        defects=merge(visits, scenarios, {name: surface.scope for name, surface in config.surfaces.items()}),
        folder=folder,
        review=Review(),
        unstable=unstable,
        torn=tuple(name for shard in shards for name in shard.run.torn),
    )
    run = remember(reviewed(run, book, config.review), config, waivers)
    write_reports(run)
    if any(one.ending is Ending.BROKEN for one in run.scenarios) or _not_driven(run, shards):
        return Joined(run, BROKEN)
    stopped = replace(gate, excused=gate.excused | frozenset(unstable)).stopped_by(run.defects)
    return Joined(run, DEFECTS if stopped or run.waived.expired else OK)


def _read(folder: Path) -> _Shard:
    try:
        run = load_run(folder)
    except RunFileError as error:
        raise UsageError(str(error)) from None
    begun = read_journal(folder).begun
    if begun is None or not run.trace.shard:
        raise UsageError("Mappen är ingen del av en körning", str(folder), "Delar görs med run --shard 1/8.")
    return _Shard(folder, run, begun)


def _refuse_what_does_not_fit(shards: Sequence[_Shard]) -> None:
    first = shards[0]
    count = parse(first.run.trace.shard)[1]
    told = Counter(parse(shard.run.trace.shard) for shard in shards)
    for shard in shards:
        number, others = parse(shard.run.trace.shard)
        if others != count:
            raise UsageError(f"Delen är {shard.run.trace.shard}, de andra av {count}", str(shard.folder))
        if told[number, others] > 1:
            raise UsageError(f"Del {shard.run.trace.shard} finns två gånger", str(shard.folder), "Ge den en gång.")
        _same("version", shard.run.trace.versions, first.run.trace.versions, shard)
        _same("inställning", shard.begun.configuration, first.begun.configuration, shard)
        if shard.begun.scenarios != first.begun.scenarios:
            raise UsageError("Delen valde bland andra scenarier än de andra", str(shard.folder), "Kör om den.")
    if missing := [f"{number}/{count}" for number in range(1, count + 1) if (number, count) not in told]:
        raise UsageError(f"Del {', '.join(missing)} saknas", "", "Kör den, eller kör om alla.")


def _same(what: str, told: dict[str, str], first: dict[str, str], shard: _Shard) -> None:
    # An empty shard never started a browser, and so names no version of it.
    for name in sorted(({*told} & {*first}) - {"output", "history", "browser"}):
        if told[name] != first[name]:
            raise UsageError(
                f"Del {shard.run.trace.shard} har en annan {what} ({name}: {told[name]!r}, inte {first[name]!r})",
                str(shard.folder),
                "Kör om den med samma.",
            )


def _not_driven(run: Run, shards: Sequence[_Shard]) -> set[str]:
    return set(shards[0].begun.scenarios) - {one.id for one in run.scenarios}
