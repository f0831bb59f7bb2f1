"""A run with what people decided of it."""

from __future__ import annotations

from dataclasses import replace

import standards
from defects.model import Defect, Mode
from defects.review import Book, review
from reports.model import Run


def reviewed(run: Run, book: Book, file: str = "") -> Run:
    """The run with the decisions of a book; those of an earlier book, which it may have, are undone first."""
    machine = (*run.defects, *run.review.dismissed)
    scopes = {one.name: standards.Scope(one.scope) for one in run.surfaces}
    defects, told = review(machine, run.visits, book, {one.id: one for one in run.scenarios}, scopes, file)
    return replace(run, defects=defects, review=told)


def machine_found(run: Run) -> tuple[Defect, ...]:
    """All that machines found, what people judged to be no fault too; not what people found themselves."""
    return tuple(one for one in (*run.defects, *run.review.dismissed) if one.mode is not Mode.MANUAL)
