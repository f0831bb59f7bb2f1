"""Which defects fail a run: from a priority on, all of them or only those that the run brought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checks.model import Outcome
from defects.model import Defect, Level

NEW = "new:"
NONE = "none"


@dataclass(frozen=True)
class Threshold:
    """`level` is the least urgent priority that fails, None for nothing; `only_new` leaves out what was known."""

    level: Level | None
    only_new: bool = False

    @classmethod
    def parse(cls, told: str) -> Threshold:
        """`P2`, `new:P2` or `none`. Raises ValueError with one Swedish line for anything else."""
        if told == NONE:
            return cls(None)
        level = told.removeprefix(NEW)
        if level not in {one.value for one in Level}:
            raise ValueError(f"Tröskeln {told!r} finns inte. Välj P1, P2, P3, P4, någon av dem efter new:, eller none.")
        return cls(Level(level), told.startswith(NEW))

    def __str__(self) -> str:
        return NONE if self.level is None else f"{NEW if self.only_new else ''}{self.level}"


@dataclass(frozen=True)
class Gate:
    """A threshold with what it must know: fingerprints that were there before, and those that don't count now."""

    threshold: Threshold
    known: frozenset[str] = frozenset()
    excused: frozenset[str] = frozenset()

    def stopped_by(self, defects: Iterable[Defect]) -> list[Defect]:
        """The certain breaches that fail the run; good practice and open questions never do."""
        return [one for one in defects if self._stops(one)]

    def _stops(self, defect: Defect) -> bool:
        level = self.threshold.level
        return (
            level is not None
            and defect.outcome is Outcome.FAILED
            and bool(defect.criteria)
            and defect.priority.level <= level
            and defect.fingerprint not in self.excused
            and not (self.threshold.only_new and defect.fingerprint in self.known)
        )
