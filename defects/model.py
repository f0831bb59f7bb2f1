"""What a defect is: findings that are the same fault, with all the places where it shows."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Defect:
    """One fault, told once.

    `outcome` is `failed` when at least one finding is certain, else `cantTell`. `criteria` empty
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
