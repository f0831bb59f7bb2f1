"""One fault at a time: with only fault X on, the suite must report X and nothing else.

Each fault is driven by itself, in the first scenario that it shows in. What came of it is written at once, so that a
measurement that was broken off can go on.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console

import demo
from defects import Defect
from harness.errors import UsageError
from harness.run import drive
from harness.score import Score, score_run
from scenarios.registry import all_scenarios


class Alone(msgspec.Struct, frozen=True):
    """What came of one fault. `also` tells what else was failed; `problem` why it could not be measured."""

    fault: str
    judged: str
    found: bool = False
    asked: bool = False
    also: tuple[str, ...] = ()
    problem: str = ""


def chosen_faults(ids: Sequence[str]) -> tuple[demo.Fault, ...]:
    """The faults of these ids, all where none is named; UsageError for an id that the answer key does not have."""
    known = {one.id: one for one in demo.answer_key()}
    if unknown := [one for one in ids if one not in known]:
        near = ", ".join(one for one in known if unknown[0].partition("-")[0] in one)[:200]
        raise UsageError(f"Felet {unknown[0]!r} finns inte i facit", "", f"Menar du: {near}?" if near else "")
    return tuple(known[one] for one in ids) if ids else tuple(known.values())


def measure_alone(
    faults: Sequence[demo.Fault], kept: Path | None, tell: Callable[[Alone], None], **options: object
) -> list[Alone]:
    """What came of each fault, in order. Those that `kept` already tells of are not driven again."""
    before = {one.fault: one for one in _read(kept)} if kept and kept.exists() else {}
    told = []
    for fault in faults:
        one = before.get(fault.id) or _drive(fault, options)
        if kept and fault.id not in before and not one.problem:
            kept.parent.mkdir(parents=True, exist_ok=True)
            with kept.open("ab") as file:
                file.write(msgspec.json.encode(one) + b"\n")
        tell(one)
        told.append(one)
    return told


def _read(file: Path) -> list[Alone]:
    try:
        return [msgspec.json.decode(line, type=Alone) for line in file.read_bytes().splitlines()]
    except (OSError, msgspec.DecodeError) as error:
        raise UsageError("Filen går inte att fortsätta på", f"{file}: {error}", "Välj en annan med --resume.") from None


def _drive(fault: demo.Fault, options: dict[str, Any]) -> Alone:
    shown_in = [
        one.id for one in all_scenarios() if any(fnmatchcase(one.id, place.partition("/")[0]) for place in fault.places)
    ]
    if not shown_in:
        return Alone(fault.id, fault.judged, problem="visas i inget scenario")
    quiet = Console(file=io.StringIO())
    driven = drive(quiet, scenario=[shown_in[0]], build=fault.id, score="1", history="none", review="none", **options)
    if not driven.run:
        return Alone(fault.id, fault.judged, problem="körningen bröts")
    return of_score(fault, score_run(driven.run, fault.id))


def of_score(fault: demo.Fault, score: Score) -> Alone:
    """What a run with only this fault on says of it."""
    return Alone(
        fault=fault.id,
        judged=fault.judged,
        found=fault.id in score.found,
        asked=fault.id in score.asked,
        also=tuple(_what(one) for one in score.false_positives),
    )


def _what(defect: Defect) -> str:
    place = defect.places[0]
    at = place.element.selector if place.element else "sidan"
    return f"{defect.kind} ({', '.join(defect.criteria)}) {at}, {place.state}"
