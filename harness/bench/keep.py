"""The result of a bench run as it is kept, and what has changed since another."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from harness.bench.cases import Corpus
from harness.bench.engines import versions
from harness.bench.measure import Result
from harness.bench.verdict import SUITE, Tally, Verdict, lineups, tally, verdict
from harness.errors import UsageError


class Kept(msgspec.Struct, frozen=True):
    """Verdicts by line-up (an engine alone, or the whole suite) and case, with the figures that they give."""

    corpus: str
    format: str
    made: str
    versions: dict[str, str]
    checks: tuple[str, ...]
    figures: dict[str, Tally]
    verdicts: dict[str, dict[str, Verdict]]
    untested: dict[str, dict[str, str]]
    seconds: float


def only(corpus: Corpus, case: str) -> Corpus:
    """The corpus with one case; UsageError where it has none of that id."""
    found = [one for one in corpus.cases if one.id == case]
    if not found:
        near = ", ".join(one.id for one in corpus.cases if case.casefold() in one.id.casefold())[:300]
        raise UsageError(f"Fallet {case!r} finns inte", str(corpus.folder), f"Menar du: {near}?" if near else "")
    return dataclasses.replace(corpus, cases=tuple(found))


def kept(corpus: Corpus, results: Sequence[Result], checks: tuple[str, ...]) -> Kept:
    """What is kept of a run."""
    engines = sorted({engine for result in results for engine in result.seen})
    told = {
        name: {case.id: verdict(case, result, lineup) for case, result in zip(corpus.cases, results, strict=True)}
        for name, lineup in lineups(engines, checks).items()
    }
    return Kept(
        corpus=corpus.folder.name,
        format=corpus.format,
        made=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        versions=versions(),
        checks=checks,
        figures={name: tally((case, own[case.id]) for case in corpus.cases) for name, own in told.items()},
        verdicts=told,
        untested={result.case: result.untested for result in results if result.untested},
        seconds=round(sum(result.seconds for result in results), 1),
    )


def write(kept: Kept, folder: Path) -> Path:
    """Keep a result; gives the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{kept.corpus}-{kept.made.replace(':', '')}.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1))
    return file


def read(file: Path) -> Kept:
    """A kept result; UsageError where it can't be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError) as error:
        raise UsageError("Det sparade resultatet går inte att läsa", f"{file}: {error}") from None


def changes(before: Kept, after: Kept) -> list[tuple[str, Verdict | None, Verdict]]:
    """Cases whose verdict for the whole suite is another than before: id, before, after."""
    old, new = before.verdicts.get(SUITE, {}), after.verdicts[SUITE]
    return [(case, old.get(case), now) for case, now in new.items() if old.get(case) != now]
