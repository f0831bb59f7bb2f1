"""What flows out of a check: findings, each one observation at one place, with its outcome.

Outcomes are EARL's (https://www.w3.org/TR/EARL10-Schema/). No finding never means conformance.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from standards import Text

__all__ = ["Box", "Element", "Finding", "Outcome", "Stop", "Text", "Visit"]


class Outcome(StrEnum):
    """Result of a check at one place, in the terms of EARL 1.0."""

    FAILED = "failed"
    CANT_TELL = "cantTell"
    PASSED = "passed"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


@dataclass(frozen=True)
class Box:
    """A rectangle in CSS pixels, measured from the top left corner of the top page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Element:
    """One element as it was seen at a state; what is kept of it after the page is gone.

    `path` is unambiguous at that state: hops of frames and shadow roots, outermost first, each
    hop a CSS selector from its root by `:nth-child`. Two findings are about the same element at
    a state exactly when their paths are equal. `selector` is the short form that people read.
    `signature` describes the element and its ancestors, leaf first, without positions: what
    remains of the element when rows move and generated ids change.
    """

    path: tuple[str, ...]
    selector: str
    html: str
    role: str
    name: str
    box: Box | None
    signature: tuple[str, ...]

    @property
    def called(self) -> str:
        """What it is called where people read of it: by its name, else by its selector."""
        return self.name or self.selector


@dataclass(frozen=True)
class Finding:
    """One observation by one check at one place.

    `element` is None where the page as a whole is meant. `criteria` holds success criterion
    numbers ("1.4.3"); empty means good practice, never a breach. `kind` is a kind of fault in
    `standards` (`standards.kind`). `question` is what a person must answer, set exactly when the
    outcome is `cantTell`. `supports` marks a cantTell that is too unsure to be asked alone: it only
    supports what another check sees of the same fault.
    """

    check: str
    rule: str
    engine: str
    outcome: Outcome
    kind: str
    criteria: tuple[str, ...]
    element: Element | None
    expected: Text
    observed: Text
    question: Text | None = None
    help_url: str = ""
    evidence: dict[str, str] = field(default_factory=dict)
    supports: bool = False

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.CANT_TELL) != (self.question is not None):
            raise ValueError(f"{self.check}/{self.rule}: exactly a cantTell asks a question")
        if self.supports and self.outcome is not Outcome.CANT_TELL:
            raise ValueError(f"{self.check}/{self.rule}: only a cantTell can be there to support another")


@dataclass(frozen=True)
class Stop:
    """What a check that looks across states remembers of one.

    `note` is what it left in `State.notes`, as JSON keeps it; `surface` is the scenario's.
    """

    scenario: str
    surface: str
    state: str
    number: int
    url: str
    title: str
    note: Any


@dataclass(frozen=True)
class Visit:
    """What one stop of a scenario gave: the state, what the checks found there, what it cost.

    `seconds` maps "navigation" (the way here since the last stop), each check's id and
    "rest" (waiting, picture, describing, writing) to wall-clock seconds. `picture` is the file
    name of the state's screenshot within the run's folder, with `scale` pixels a CSS pixel. `taken_from`
    names the earlier run that looked at the same content; empty where this one did.
    """

    scenario: str
    state: str
    number: int
    url: str
    title: str
    findings: tuple[Finding, ...]
    seconds: dict[str, float]
    picture: str = ""
    scale: float = 1.0
    taken_from: str = ""
