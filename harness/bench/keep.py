"""The result of a bench run as it is kept, what of another can be used again, and what has changed since it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from harness.bench.cases import Corpus
from harness.bench.engines import Seen, versions
from harness.bench.measure import Result
from harness.bench.verdict import SUITE, Tally, Verdict, lineups, tally, verdict
from harness.errors import UsageError


class Kept(msgspec.Struct, frozen=True):
    """A result: what engines saw, by case; verdicts by line-up (an engine alone, or the whole suite) and case.

    `digests` stands for all that an engine's result depends on (`harness.bench.digest`); `reused` names the engines
    that were not run but taken from another result. `seconds` tells what each engine took in all.
    """

    corpus: str
    format: str
    made: str
    versions: dict[str, str]
    checks: tuple[str, ...]
    digests: dict[str, str]
    reused: tuple[str, ...]
    figures: dict[str, Tally]
    verdicts: dict[str, dict[str, Verdict]]
    seen: dict[str, dict[str, tuple[Seen, ...]]]
    untested: dict[str, dict[str, str]]
    seconds: dict[str, float]


def only(corpus: Corpus, case: str) -> Corpus:
    """The corpus with one case; UsageError where it has none of that id."""
    found = [one for one in corpus.cases if one.id == case]
    if not found:
        near = ", ".join(one.id for one in corpus.cases if case.casefold() in one.id.casefold())[:300]
        raise UsageError(f"Fallet {case!r} finns inte", str(corpus.folder), f"Menar du: {near}?" if near else "")
    return dataclasses.replace(corpus, cases=tuple(found))


def usable(before: Kept, digests: Mapping[str, str]) -> tuple[str, ...]:
    """The engines whose earlier result still holds: nothing that it depends on has changed."""
    return tuple(one for one, digest in digests.items() if before.digests.get(one) == digest)


def add(results: Sequence[Result], before: Kept, engines: Sequence[str]) -> None:
    """Put into results what engines saw earlier."""
    for result in results:
        for engine in engines:
            if engine in (seen := before.seen.get(result.case, {})):
                result.seen[engine] = seen[engine]
            if engine in (untested := before.untested.get(result.case, {})):
                result.untested[engine] = untested[engine]


def kept(
    corpus: Corpus,
    results: Sequence[Result],
    checks: tuple[str, ...],
    digests: Mapping[str, str] | None = None,
    reused: Sequence[str] = (),
) -> Kept:
    """What is kept of a run."""
    engines = sorted({engine for result in results for engine in result.seen})
    told = {
        name: {case.id: verdict(case, result, lineup) for case, result in zip(corpus.cases, results, strict=True)}
        for name, lineup in lineups(engines, checks).items()
    }
    seconds: dict[str, float] = {}
    for result in results:
        for engine, took in result.seconds.items():
            seconds[engine] = seconds.get(engine, 0.0) + took
    return Kept(
        corpus=corpus.folder.name,
        format=corpus.format,
        made=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        versions=versions(),
        checks=checks,
        digests=dict(digests or {}),
        reused=tuple(reused),
        figures={name: tally((case, own[case.id]) for case in corpus.cases) for name, own in told.items()},
        verdicts=told,
        seen={result.case: result.seen for result in results},
        untested={result.case: result.untested for result in results if result.untested},
        seconds={engine: round(took, 1) for engine, took in seconds.items()},
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
        raise UsageError(
            "Det sparade resultatet går inte att läsa", f"{file}: {error}", "Välj en fil som bench corpus har skrivit."
        ) from None


def changes(before: Kept, after: Kept) -> list[tuple[str, Verdict | None, Verdict]]:
    """Cases whose verdict for the whole suite is another than before: id, before, after."""
    old, new = before.verdicts.get(SUITE, {}), after.verdicts[SUITE]
    return [(case, old.get(case), now) for case, now in new.items() if old.get(case) != now]
