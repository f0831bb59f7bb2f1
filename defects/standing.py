"""Since when is a defect there, and is it mended? One run held against what earlier runs knew.

A defect that is not seen is mended only where every check that saw it last looked again, at every state where it
was; a scenario that broke, a state that was not reached or a check that was left out makes it *not seen*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from checks.model import Outcome, Visit
from defects.model import Defect, Level
from defects.review import BY_HAND


class Status(StrEnum):
    """How a defect stands after a run."""

    NEW = "new"
    OPEN = "open"
    BACK = "back"
    MENDED = "mended"
    NOT_SEEN = "notSeen"
    DISMISSED = "dismissed"

    @property
    def seen(self) -> bool:
        """Whether the run saw the defect."""
        return self in (Status.NEW, Status.OPEN, Status.BACK)


@dataclass(frozen=True, order=True)
class Look:
    """A check's look at a state that came to its end."""

    scenario: str
    state: str
    check: str


@dataclass(frozen=True)
class Known:
    """What earlier runs knew of a defect. `looks` are those that saw it when each was last made."""

    mended: bool
    looks: frozenset[Look]


@dataclass(frozen=True)
class Standing:
    """How a defect stands after a run, with what tells it when the run did not see it.

    Times are ISO 8601; `first_version` and `last_version` are the target's own, empty where not configured.
    `runs` counts those that saw it. `title` is the kind's; `where` its place to show.
    """

    fingerprint: str
    status: Status
    kind: str
    criteria: tuple[str, ...]
    outcome: Outcome
    level: Level
    area: str
    where: str
    first_seen: str
    first_version: str
    last_seen: str
    last_version: str
    runs: int


def statuses(
    known: Mapping[str, Known], seen: Set[str], reached: Set[Look], dismissed: Set[str] = frozenset()
) -> dict[str, Status]:
    """Status by fingerprint, of all that are seen and of all that earlier runs left unmended.

    `dismissed` are seen too, but a person has judged them to be no fault.
    """
    told = {mark: _seen(known.get(mark)) for mark in seen}
    for mark, before in known.items():
        if mark in dismissed:
            told[mark] = Status.DISMISSED
        elif mark not in seen and not before.mended:
            told[mark] = Status.MENDED if before.looks <= reached else Status.NOT_SEEN
    return told


def reached(visits: Iterable[Visit], checks: Iterable[str]) -> frozenset[Look]:
    """Every look of a run's checks that came to its end: one told as untested did not.

    What a person looks at stands in a file that is read anew, so it counts wherever the run came.
    """
    ids = (*checks, BY_HAND)
    looks: set[Look] = set()
    for visit in visits:
        untested = {finding.check for finding in visit.findings if finding.outcome is Outcome.UNTESTED}
        looks.update(Look(visit.scenario, visit.state, check) for check in ids if check not in untested)
    return frozenset(looks)


def looks_at(defect: Defect) -> frozenset[Look]:
    """The looks that saw a defect."""
    return frozenset(Look(place.scenario, place.state, check) for place in defect.places for check in defect.checks)


def remembered(known: Known | None, defect: Defect, reached: Set[Look]) -> frozenset[Look]:
    """The looks that must be made again before a defect that is seen may be called mended."""
    now = looks_at(defect) & reached
    return now | (known.looks - reached if known and not known.mended else frozenset())


def _seen(before: Known | None) -> Status:
    if before is None:
        return Status.NEW
    return Status.BACK if before.mended else Status.OPEN
