"""What every report is made from: one run, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from checks.model import Text, Visit
from defects.model import Defect


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
    its version; `configuration` holds what the run was told, without secrets.
    """

    run: str
    started: str
    ended: str
    target: str
    profile: str
    versions: dict[str, str]
    configuration: dict[str, str]


@dataclass(frozen=True)
class Run:
    """Everything that a run gave. `folder` holds the pictures that visits and places name."""

    trace: Trace
    surfaces: tuple[Surface, ...]
    checks: tuple[CheckRun, ...]
    scenarios: tuple[Driven, ...]
    visits: tuple[Visit, ...]
    defects: tuple[Defect, ...]
    folder: Path


@dataclass(frozen=True)
class Format:
    """A report format: the file it writes in the run's folder, and the function that makes it."""

    id: str
    file: str
    title: Text
    render: Callable[[Run], bytes]
