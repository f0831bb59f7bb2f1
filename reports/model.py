"""What every report is made from: one run, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from checks.model import Text, Visit
from defects.model import Defect
from defects.review import Review
from defects.standing import Standing
from defects.waivers import Waived


class Ending(StrEnum):
    """How a scenario ended. A broken one is never told as accessible."""

    COMPLETED = "completed"
    BROKEN = "broken"


@dataclass(frozen=True)
class Driven:
    """A scenario as it was driven. `error` says in one line what broke it."""

    id: str
    title: str
    area: str
    audience: str
    surface: str
    story: str
    ending: Ending
    seconds: float
    error: str = ""


@dataclass(frozen=True)
class Surface:
    """A surface of the target with its legal scope (`standards.Scope`), as configured."""

    name: str
    title: str
    scope: str


@dataclass(frozen=True)
class CheckRun:
    """A check that took part in the run, with the criteria that it can fail."""

    id: str
    title: Text
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class Trace:
    """What was tested, when, with which versions of everything; stands in every output.

    Times are ISO 8601 with offset. `versions` maps a part ("suite", "browser", "axe-core", …) to
    its version; `configuration` holds what the run was told, without secrets. `version` is the target's own,
    empty where it is not configured; `shard` is which part of a run this is ("3/8"), empty for a whole one.
    """

    run: str
    started: str
    ended: str
    target: str
    profile: str
    versions: dict[str, str]
    configuration: dict[str, str]
    version: str = ""
    shard: str = ""


@dataclass(frozen=True)
class Spoken:
    """What a screen reader has to say of a state, phrase by phrase in reading order, in Swedish.

    `stops` are the numbers, from 0, of the phrases at which the Tab key can stop.
    """

    scenario: str
    state: str
    phrases: tuple[str, ...]
    stops: tuple[int, ...]


@dataclass(frozen=True)
class Run:
    """Everything that a run gave. `folder` holds the pictures that visits and places name.

    `standings` tells since when each defect is there and which are mended; empty where no history is kept.
    `review` is what people decided: the defects that they judged to be none are there, not among `defects`.
    `unstable` are fingerprints of breaches that one visit of a state showed and another did not. `torn` names the
    files of the journal whose last line an interruption cut off.
    """

    trace: Trace
    surfaces: tuple[Surface, ...]
    checks: tuple[CheckRun, ...]
    scenarios: tuple[Driven, ...]
    visits: tuple[Visit, ...]
    defects: tuple[Defect, ...]
    folder: Path
    standings: tuple[Standing, ...] = ()
    waived: Waived = field(default_factory=Waived)
    review: Review = field(default_factory=Review)
    unstable: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    transcripts: tuple[Spoken, ...] = ()


@dataclass(frozen=True)
class Format:
    """A report format: the file it writes in the run's folder, and the function that makes it."""

    id: str
    file: str
    title: Text
    render: Callable[[Run], bytes]
