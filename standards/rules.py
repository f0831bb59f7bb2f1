"""The engines' rules: of which kind the fault is that each one finds, and which criteria it stands for.

A rule for level AAA or for good practice has no criteria. The data covers every rule of the versions that the
repository locks; `tests/standards/` reads the rules out of the engines and fails on a difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import Literal, get_args

import msgspec

from standards.data_files import data
from standards.text import Text
from standards.unknown import Unknown

Engine = Literal["axe", "htmlcs", "ibm"]


@dataclass(frozen=True)
class Rule:
    """A rule of an engine. `fix` is set only where its kind's does not fit."""

    engine: Engine
    id: str
    kind: str
    criteria: tuple[str, ...]
    fix: Text | None = None


def rule(engine: Engine, id: str) -> Rule:
    """A rule by its engine's own name for it. Unknown if the engine, or the rule, is not in the data.

    HTML_CodeSniffer's codes are taken whole ("WCAG2AA.Principle1.Guideline1_1.1_1_1.H37") or from the sniff on
    ("1_1_1.H37"), whatever its standard (WCAG2A, WCAG2AA, WCAG2AAA) was. Some of them it makes up from the element
    ("4_1_2.H91.InputDate.Name"): those are found by a pattern, and the rule's id is the pattern.
    """
    known = _of(engine)
    asked = _HTMLCS_PATH.sub("", id) if engine == "htmlcs" else id
    if asked in known:
        return known[asked]
    if pattern := next((one for one in known if "*" in one and fnmatchcase(asked, one)), None):
        return known[pattern]
    raise Unknown(f"regeln i {engine}", id, known, f"rules-{engine}.toml")


def rules(engine: Engine) -> tuple[Rule, ...]:
    """All rules of an engine, in the order of its data file."""
    return tuple(_of(engine).values())


_HTMLCS_PATH = re.compile(r"^WCAG2A{1,3}\.Principle\d\.Guideline\d+_\d+\.")


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    criteria: tuple[str, ...] = ()
    fix: Text | None = None


@cache
def _of(engine: Engine) -> dict[str, Rule]:
    if engine not in get_args(Engine):
        raise Unknown("motorn", engine, get_args(Engine), "rules-*.toml")
    rows = msgspec.toml.decode(data(f"rules-{engine}.toml"), type=dict[str, _Row])
    return {id: Rule(engine, id, **msgspec.structs.asdict(row)) for id, row in rows.items()}
