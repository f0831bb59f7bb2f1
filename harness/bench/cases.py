"""Cases of a corpus, read from its `cases.json`, whichever of the two formats it is in.

- W3C ACT: a case names a rule, its success criteria and the outcome expected.
- The UK government's audit: a case names a barrier in words. What it stands for is mapped once, as
  data (`data/gds.toml`), by the audit's own titles and never by results.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from harness.errors import UsageError

Expected = Literal["passed", "failed", "inapplicable", "barrier", "unmapped"]


@dataclass(frozen=True)
class Case:
    """One case: the page at `path` below the corpus, and what is expected of it.

    `group` is the rule or category that results are told by. `criteria` are those that a finding
    must be of; for a barrier `kinds` serve too, where it is good practice or finer than a criterion.
    `example` is the faulty HTML, empty where the page as a whole is at fault. `counts` is False for
    cases that are run and told, but in no figure (rules with no criterion of level A or AA).
    """

    id: str
    group: str
    title: str
    path: str
    expected: Expected
    criteria: frozenset[str]
    kinds: frozenset[str] = frozenset()
    example: str = ""
    counts: bool = True


@dataclass(frozen=True)
class Corpus:
    """Cases that are served together from `folder`. `format` is "act" or "gds"."""

    folder: Path
    format: Literal["act", "gds"]
    cases: tuple[Case, ...]


def read_corpus(folder: Path) -> Corpus:
    """Read a corpus; UsageError where there is none, or in a format that is neither of the two."""
    try:
        told = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("Korpusen går inte att läsa", f"{folder / 'cases.json'}: {error}") from None
    if isinstance(told, list) and told and all("ruleId" in one for one in told):
        return Corpus(folder, "act", tuple(_act(one) for one in told))
    if isinstance(told, list) and told and all("neutralFile" in one for one in told):
        return Corpus(folder, "gds", tuple(_gds(one, _mapping()) for one in told))
    raise UsageError("Okänt format på korpusen", str(folder / "cases.json"), "ACT och GDS:s granskning kan läsas.")


def _act(told: Mapping[str, Any]) -> Case:
    return Case(
        id=told["id"],
        group=f"{told['ruleId']} {told['ruleName']}",
        title=told["title"],
        path=told["urlPath"].lstrip("/"),
        expected=told["expected"],
        criteria=frozenset(one["num"] for one in told["wcag"] if one["forConformance"] and one["level"] in ("A", "AA")),
        counts=told["wcagAA"],
    )


def _gds(told: Mapping[str, Any], mapping: Mapping[str, Mapping[str, Any]]) -> Case:
    elsewhere = told["targetFile"] != told["file"]
    meant = mapping.get(told["id"])
    return Case(
        id=told["id"],
        group=told["category"],
        title=told["expected"],
        path=told["targetFile"] if elsewhere else told["neutralFile"],
        expected="barrier" if meant else "unmapped",
        criteria=frozenset(meant.get("criteria", ()) if meant else ()),
        kinds=frozenset(meant.get("kinds", ()) if meant else ()),
        example="" if elsewhere or (meant and meant.get("page")) else told["example"] or "",
    )


@cache
def _mapping() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("harness.bench") / "data" / "gds.toml").read_text(encoding="utf-8"))
