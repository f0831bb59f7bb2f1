"""Holds what engines saw against what was expected, case by case, and adds it up.

W3C ACT: a failed case is found by a `failed` of one of its rule's criteria; on a passed or inapplicable
case that is a false alarm. `cantTell` is counted apart, as ACT does.

The UK government's audit: a barrier is found by a finding of one of its kinds on the faulty element, or,
where the page as a whole is at fault, of one of its criteria (of its kinds where it is no breach of any).
Found as a breach, as good practice (`failed` with no criterion) and as a question are told apart. What
the common frame around the faulty part gives counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from harness.bench.cases import Case
from harness.bench.engines import Seen
from harness.bench.measure import Result

SUITE = "hela sviten"


class Verdict(StrEnum):
    """How one engine did on one case."""

    FOUND = "funnen"
    PRACTICE = "god praxis"
    ASKED = "fråga ställd"
    MISSED = "missad"
    FALSE = "falsk"
    DOUBTED = "fråga i onödan"
    QUIET = "rätt tyst"
    UNTESTED = "otestad"


@dataclass(frozen=True)
class Tally:
    """Figures of an engine.

    `expected` cases could be found: `found` as a breach, `practice` as good practice only, or `asked` about.
    `silent` ones should be passed over in silence: `false` were failed, `doubted` asked about. `recall` counts
    breaches and good practice, `pointed` questions too.
    """

    expected: int
    found: int
    practice: int
    asked: int
    silent: int
    false: int
    doubted: int
    untested: int

    @property
    def recall(self) -> float:
        return (self.found + self.practice) / self.expected if self.expected else 1.0

    @property
    def pointed(self) -> float:
        return (self.found + self.practice + self.asked) / self.expected if self.expected else 1.0

    @property
    def false_rate(self) -> float:
        return self.false / self.silent if self.silent else 0.0


def verdict(case: Case, result: Result, engines: Sequence[str]) -> Verdict:
    """How the named engines, taken together, did on a case."""
    looked = [engine for engine in engines if engine in result.seen]
    together = settled({engine: result.seen[engine] for engine in looked})
    meant = [one for own in together.values() for one in own if is_meant(one, case)]
    failed = [one for one in meant if one.outcome == "failed"]
    if case.expected not in ("failed", "barrier"):
        if failed:
            return Verdict.FALSE
        return Verdict.DOUBTED if meant else Verdict.QUIET if looked else Verdict.UNTESTED
    if failed:
        return Verdict.FOUND if any(one.criteria for one in failed) else Verdict.PRACTICE
    return Verdict.ASKED if meant else Verdict.MISSED if looked else Verdict.UNTESTED


def settled(seen: Mapping[str, Sequence[Seen]]) -> dict[str, tuple[Seen, ...]]:
    """What engines fail and ask together: one's `passed` answers another's question and disputes its verdict.

    The same as `defects.settle` does with the findings of a run.
    """
    passed = [(engine, one) for engine, own in seen.items() for one in own if one.outcome == "passed"]

    def against(engine: str, one: Seen) -> bool:
        return any(
            other != engine
            and (said.path, said.kind) == (one.path, one.kind)
            and set(one.criteria) <= set(said.criteria)
            for other, said in passed
        )

    return {
        engine: tuple(
            replace(one, outcome="cantTell") if against(engine, one) else one
            for one in own
            if one.outcome == "failed" or (one.outcome == "cantTell" and not against(engine, one))
        )
        for engine, own in seen.items()
    }


def is_meant(seen: Seen, case: Case) -> bool:
    """Whether an observation speaks of the case's own fault."""
    if case.expected == "barrier" and (case.example or not case.criteria):
        return seen.there and seen.kind in case.kinds
    return seen.there and bool(case.criteria & set(seen.criteria))


def tally(cases: Iterable[tuple[Case, Verdict]]) -> Tally:
    """Add up verdicts of the cases that count."""
    counted = [(case, one) for case, one in cases if case.counts and case.expected != "unmapped"]
    wanted = [one for case, one in counted if case.expected in ("failed", "barrier")]
    silent = [one for case, one in counted if case.expected not in ("failed", "barrier")]
    return Tally(
        expected=len(wanted),
        found=wanted.count(Verdict.FOUND),
        practice=wanted.count(Verdict.PRACTICE),
        asked=wanted.count(Verdict.ASKED),
        silent=len(silent),
        false=silent.count(Verdict.FALSE),
        doubted=silent.count(Verdict.DOUBTED),
        untested=(wanted + silent).count(Verdict.UNTESTED),
    )


def lineups(engines: Sequence[str], checks: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What is compared: each engine alone, and the suite's checks together."""
    return {engine: (engine,) for engine in engines} | {SUITE: tuple(checks)}


def consistent(cases: Sequence[Case], verdicts: Mapping[str, Verdict], *, strict: bool = False) -> list[str]:
    """ACT rules that an engine implements consistently, as W3C counts: no false alarm, no failed case passed over, at
    least one found. A question on a failed case will do; not when `strict`."""
    rules: dict[str, list[Verdict]] = {}
    for case in cases:
        if case.counts and case.expected != "unmapped":
            rules.setdefault(case.group, []).append(verdicts[case.id])
    right = {Verdict.FOUND, Verdict.QUIET, Verdict.DOUBTED} | (set() if strict else {Verdict.ASKED})
    return [rule for rule, own in rules.items() if Verdict.FOUND in own and set(own) <= right]
