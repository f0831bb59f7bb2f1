"""Holds what engines saw against what was expected, case by case, and adds it up.

W3C ACT: a failed case is found by a `failed` of one of its rule's criteria; on a passed or inapplicable
case that is a false alarm. `cantTell` is counted apart, as ACT does. The UK government's audit: a
barrier is found by a `failed` of its criteria or kinds, in the page's main part where the fault lies
there. What the common frame around it gives is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from harness.bench.cases import Case
from harness.bench.engines import Seen
from harness.bench.measure import Result

SUITE = "hela sviten"


class Verdict(StrEnum):
    """How one engine did on one case."""

    FOUND = "funnen"
    ASKED = "fråga ställd"
    MISSED = "missad"
    FALSE = "falsk"
    QUIET = "rätt tyst"
    UNTESTED = "otestad"


@dataclass(frozen=True)
class Tally:
    """Figures of an engine. `expected` cases could be found; `silent` should be passed over in silence."""

    expected: int
    found: int
    asked: int
    silent: int
    false: int
    untested: int

    @property
    def recall(self) -> float:
        return self.found / self.expected if self.expected else 1.0

    @property
    def false_rate(self) -> float:
        return self.false / self.silent if self.silent else 0.0


def verdict(case: Case, result: Result, engines: Sequence[str]) -> Verdict:
    """How the named engines, taken together, did on a case."""
    looked = [engine for engine in engines if engine in result.seen]
    meant = [one for engine in looked for one in result.seen[engine] if _is_meant(one, case, result)]
    failed = any(one.outcome == "failed" for one in meant)
    wanted = case.expected in ("failed", "barrier")
    if failed:
        return Verdict.FOUND if wanted else Verdict.FALSE
    if not looked:
        return Verdict.UNTESTED
    if wanted:
        return Verdict.ASKED if meant else Verdict.MISSED
    return Verdict.QUIET


def tally(cases: Iterable[tuple[Case, Verdict]]) -> Tally:
    """Add up verdicts of the cases that count."""
    counted = [(case, one) for case, one in cases if case.counts and case.expected != "unmapped"]
    wanted = [one for case, one in counted if case.expected in ("failed", "barrier")]
    silent = [one for case, one in counted if case.expected not in ("failed", "barrier")]
    return Tally(
        expected=len(wanted),
        found=wanted.count(Verdict.FOUND),
        asked=wanted.count(Verdict.ASKED),
        silent=len(silent),
        false=silent.count(Verdict.FALSE),
        untested=(wanted + silent).count(Verdict.UNTESTED),
    )


def lineups(engines: Sequence[str], checks: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What is compared: each engine alone, and the suite's checks together."""
    return {engine: (engine,) for engine in engines} | {SUITE: tuple(checks)}


def consistent(cases: Sequence[Case], verdicts: Mapping[str, Verdict]) -> list[str]:
    """ACT rules that an engine implements wholly: every failed case found, no false alarm, at least one found."""
    rules: dict[str, list[Verdict]] = {}
    for case in cases:
        if case.counts and case.expected != "unmapped":
            rules.setdefault(case.group, []).append(verdicts[case.id])
    return [rule for rule, own in rules.items() if Verdict.FOUND in own and set(own) <= {Verdict.FOUND, Verdict.QUIET}]


def _is_meant(seen: Seen, case: Case, result: Result) -> bool:
    if not (case.criteria & set(seen.criteria) or seen.kind in case.kinds):
        return False
    if not case.example or not result.main:
        return True
    return seen.path is not None and seen.path[0].startswith(result.main[0] + ">")
