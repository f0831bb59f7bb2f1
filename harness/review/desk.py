"""What lies on the reviewer's desk: a run as the machine left it, and the file of decisions as it stands now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import standards
from defects.model import Defect
from defects.review import Book, Decision, Entry, ManualTest, is_question, unjudged
from defects.review_file import Key, find, read_book, write
from reports.model import Run
from reports.plain import one_line
from reports.reviewed import machine_found, reviewed
from reports.sampling import Planned, sampled


@dataclass(frozen=True)
class Desk:
    """A run and the file of decisions; the file is read anew each time, since others write in it too."""

    run: Run
    file: Path

    def book(self) -> Book:
        """All decisions as they stand. Raises ReviewError."""
        return read_book(self.file) if self.file.exists() else Book()

    def now(self) -> Laid:
        """The run with the decisions as they stand. Raises ReviewError."""
        book = self.book()
        return Laid(reviewed(self.run, book, str(self.file)), book)

    def save(self, entries: Mapping[Key, Entry | None], seen: Mapping[Key, str]) -> None:
        """Write decisions; see `defects.review_file.write`."""
        write(self.file, entries, seen)


@dataclass(frozen=True)
class Laid:
    """A run with the decisions of one moment."""

    run: Run
    book: Book

    def defects(self) -> tuple[Defect, ...]:
        """Everything that a machine found, breaches first, then questions, then good practice."""
        return tuple(sorted(machine_found(self.run), key=_order))

    def defect(self, fingerprint: str) -> Defect | None:
        """One of them."""
        return next((one for one in self.defects() if one.fingerprint == fingerprint), None)

    def decision(self, fingerprint: str) -> Decision | None:
        """What is decided of a defect."""
        found = find(self.book, (fingerprint,))
        return found if isinstance(found, Decision) else None

    def test(self, key: Key) -> ManualTest | None:
        """A manual test that is done."""
        found = find(self.book, key)
        return found if isinstance(found, ManualTest) else None

    def tests(self) -> tuple[Planned, ...]:
        """All manual tests of the run, done or not."""
        return sampled(self.run)


def about(defect: Defect) -> str:
    """A defect in words, for those who read the file of decisions."""
    place = defect.places[0]
    element = place.element.called if place.element else "hela sidan"
    return f"{standards.kind(defect.kind).title.sv}: {one_line(element, 80)} ({place.scenario}, {place.state})"


def without_decisions(run: Run) -> Run:
    """A run as the machine left it."""
    return replace(reviewed(run, Book()), standings=run.standings)


def _order(defect: Defect) -> tuple[object, ...]:
    machine = unjudged(defect)
    sort = 2 if not defect.criteria else is_question(defect)
    return (sort, machine.priority.level, -machine.priority.points, defect.kind,
            defect.fingerprint)  # fmt: skip
