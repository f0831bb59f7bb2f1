"""What a defect is: findings that are the same fault, with all the places where it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checks.model import Element, Outcome, Text


class Level(StrEnum):
    """Priority of a defect, P1 the most urgent."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


@dataclass(frozen=True)
class Term:
    """One addend of a priority: what it stands for, and its points."""

    reason: Text
    points: int


@dataclass(frozen=True)
class Priority:
    """A level with the sum that led to it; `points` is the sum of the terms."""

    level: Level
    points: int
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Place:
    """One place where a defect shows: an element, or the page, at a state of a scenario."""

    scenario: str
    state: str
    number: int
    url: str
    element: Element | None
    observed: Text
    picture: str
    scale: float


class Mode(StrEnum):
    """How an outcome came about, in the terms of EARL 1.0: by a machine, by a person over a machine, by a person."""

    AUTOMATIC = "automatic"
    SEMI_AUTO = "semiAuto"
    MANUAL = "manual"


@dataclass(frozen=True)
class Reviewed:
    """What a person decided of a defect, and what the machine had said.

    `verdict` is empty where only the priority or a note was given, `level` None where the priority was left.
    `outcome`, `question` and `priority` are the machine's own, `untested` where a person found the fault. `method` and
    `evidence` are of a manual test.
    """

    verdict: str
    level: Level | None
    note: str
    by: str
    on: date
    outcome: Outcome
    question: Text | None
    priority: Priority
    method: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Defect:
    """One fault, told once.

    `outcome` is `failed` when at least one finding is certain, else `cantTell`; `passed` is only what a person judged
    to be no fault (`reviewed`), and never stands among a run's defects. `criteria` empty
    means good practice. `checks` are those that saw it, `engines` what they saw it with; `rules` their rules.
    `places` is in the order of visit, but the one to show, with a picture, comes first. `surfaces` are those
    it shows on.
    """

    fingerprint: str
    kind: str
    outcome: Outcome
    criteria: tuple[str, ...]
    checks: tuple[str, ...]
    engines: tuple[str, ...]
    rules: tuple[str, ...]
    expected: Text
    observed: Text
    question: Text | None
    help_url: str
    evidence: dict[str, str]
    places: tuple[Place, ...]
    surfaces: tuple[str, ...]
    priority: Priority
    mode: Mode = Mode.AUTOMATIC
    reviewed: Reviewed | None = None
