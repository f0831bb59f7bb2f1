"""How often each engine's rule is right: measured on cases with an expected outcome, kept in `standards/`.

A rule's observation is a case on which it fails a criterion that the case is about: right where the case is one that
fails, wrong where it is one that passes or is inapplicable. A page that passes one rule may break another of the same
criterion: a link kept from screen readers needs no name, and must not take focus. So only what is of a kind of fault
by which some engine has rightly failed the corpus' rule is held against it; where none has, everything is. The UK
government's audit has no page without its fault, and can therefore not show a rule wrong: it is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from harness.bench.cases import Case, Corpus
from harness.bench.engines import Seen
from harness.bench.measure import Result

FILE = Path(__file__).parents[2] / "standards" / "data" / "trust.toml"

HEAD = """\
# On how many cases each engine's rule rightly, and wrongly, failed a criterion: what its word alone is worth
# (standards/measured.py). Made by `esset-a11y bench trust CORPUS…`, never by hand.
# Measured on {corpora}, with {versions}.
"""

NAMES = {"axe-core": "axe"}
"""Peers whose rules the standards know by another name."""

Counts = dict[str, dict[str, tuple[int, int]]]


def counted(pairs: Iterable[tuple[Case, Result]]) -> Counts:
    """By engine and rule: on how many cases it was right, and on how many wrong."""
    right: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    known = [(case, result) for case, result in pairs if case.expected in ("failed", "passed", "inapplicable")]
    kinds: dict[str, set[str]] = {}
    for case, result in known:
        if case.expected == "failed":
            said = {one.kind for seen in result.seen.values() for one in _meant(case, seen)}
            kinds.setdefault(case.group, set()).update(said)
    for case, result in known:
        for name, seen in result.seen.items():
            engine = NAMES.get(name, name)
            meant = _meant(case, seen)
            if case.expected == "failed":
                right.update({(engine, one.rule) for one in meant})
            else:
                about = kinds.get(case.group)
                wrong.update({(engine, one.rule) for one in meant if not about or one.kind in about})
    counts: Counts = {}
    for engine, rule in sorted({*right, *wrong}):
        counts.setdefault(engine, {})[rule] = (right[engine, rule], wrong[engine, rule])
    return counts


def _meant(case: Case, seen: Iterable[Seen]) -> list[Seen]:
    return [one for one in seen if one.outcome == "failed" and case.criteria & set(one.criteria)]


def written(counts: Counts, corpora: Sequence[Corpus], versions: dict[str, str]) -> str:
    """The figures as the TOML file that `standards.trust` reads."""
    names = ", ".join(f"{one.format} ({len(one.cases)} fall)" for one in corpora)
    lines = [HEAD.format(corpora=names, versions=", ".join(f"{name} {one}" for name, one in versions.items()))]
    for engine, rules in counts.items():
        lines.append(f"[{engine}]")
        lines += [f'"{rule}" = {{ right = {right}, wrong = {wrong} }}' for rule, (right, wrong) in rules.items()]
        lines.append("")
    return "\n".join(lines)
