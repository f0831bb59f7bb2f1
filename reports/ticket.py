"""A defect as a ticket for those who mend it: title and text, the same in every tracker."""

from __future__ import annotations

import csv
import io
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import standards
from defects.model import Defect
from reports.advice import fix_of
from reports.model import Run
from reports.plain import LONGEST, cut, one_line, visible
from reports.summary import Sort, sort_of

TITLE_LIMIT = 160
PART_LIMIT = 3_000
"""Most characters of each part of a ticket's text: a tracker takes some thirty thousand in all."""
PLACES = 20
"""How many places a ticket lists."""

# The wide forms are the same to a spreadsheet that reads Chinese or Japanese.
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Ticket:
    """What a tracker is told of a breach. `label` finds it again, run after run."""

    fingerprint: str
    title: str
    text: str
    priority: str
    labels: tuple[str, ...]

    @property
    def label(self) -> str:
        return label(self.fingerprint)


def label(fingerprint: str) -> str:
    """The label that a tracker's tickets are found by."""
    return f"esset-a11y-{fingerprint}"


def tickets(run: Run) -> tuple[Ticket, ...]:
    """A ticket for each certain breach, the most urgent first; questions and good practice are no tickets."""
    return tuple(_ticket(one, run) for one in run.defects if sort_of(one) is Sort.BREACH)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with a byte order mark, as spreadsheets and trackers take it in; no cell is ever a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows([[_inert(cell) for cell in row] for row in rows])
    return written.getvalue().encode("utf-8-sig", errors="replace")


def _inert(cell: str) -> str:
    """What can't be seen is told, and what a spreadsheet would reckon is marked as text."""
    told = cut(visible(cell), LONGEST)
    return f"'{told}" if told.lstrip().startswith(_FORMULA) else told


def _ticket(defect: Defect, run: Run) -> Ticket:
    kind = standards.kind(defect.kind)
    place = defect.places[0]
    where = place.element.called if place.element else place.url
    criteria = [standards.criterion(number) for number in defect.criteria]
    states = list(dict.fromkeys(f"{one.scenario}, {one.state}" for one in defect.places))
    parts = [
        ("Krav", "\n".join(f"WCAG {one.num} {one.sv} ({one.level}), EN 301 549 {one.clause}" for one in criteria)),
        ("Förväntat", defect.expected.sv),
        ("Observerat", defect.observed.sv),
        ("Vem drabbas", kind.hurts.sv),
        ("Åtgärd", fix_of(defect).sv),
        ("Element", f"{place.element.selector}\n{place.element.html}" if place.element else ""),
        ("Var", "\n".join(states[:PLACES]) + (f"\n… och {len(states) - PLACES} till" if len(states) > PLACES else "")),
        ("Återskapa", f"esset-a11y repro {defect.fingerprint} --run {shlex.quote(run.trace.run)}"),
        ("Bristen", f"{defect.fingerprint}, sedd i körning {run.trace.run}, {run.trace.target}"),
    ]
    return Ticket(
        fingerprint=defect.fingerprint,
        title=one_line(f"{kind.title.sv}: {where}", TITLE_LIMIT),
        text=visible("\n\n".join(f"{heading}\n{cut(text, PART_LIMIT)}" for heading, text in parts if text)),
        priority=defect.priority.level.value,
        labels=(
            "tillganglighet",
            label(defect.fingerprint),
            *(f"wcag-{number}" for number in defect.criteria),
        ),
    )
