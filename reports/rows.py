"""A run as rows, for spreadsheets and everything that reads them: defects, places, questions, criteria.

The three sorts of defects (`reports.summary.Sort`) are told apart in a column of their own. Columns hold texts and
whole numbers, in Swedish; a cell never holds more than a spreadsheet's can (`reports.plain.LONGEST`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import standards
from defects.model import Defect
from defects.standing import Standing
from reports.advice import fix_of
from reports.model import Run
from reports.plain import LONGEST, cut, visible
from reports.sampling import sampled
from reports.summary import Sort, Summary, sort_of

Cell = str | int

SORTS = {Sort.BREACH: "Brist", Sort.QUESTION: "Fråga", Sort.PRACTICE: "God praxis"}
VERDICTS = {
    "failed": "Underkänt",
    "cantTell": "Kräver bedömning",
    "nothingFound": "Inget fel funnet av de automatiska testerna",
    "untested": "Ej testat",
}
WAYS = {"automatic": "Automatiskt", "partly": "Delvis automatiskt", "guided": "Bara för hand"}
STATUSES = {"new": "Ny", "open": "Öppen", "back": "Tillbaka", "mended": "Åtgärdad", "notSeen": "Inte sedd",
            "dismissed": "Bedömd som inget fel"}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column of defects: its heading, a readable width in characters, and what it says of a defect."""

    heading: str
    width: int
    of: Callable[[Defect, Context], Cell]


@dataclass(frozen=True)
class Context:
    """What a cell needs to know beside the defect: the run, and how each defect stands and is waived."""

    run: Run
    standings: dict[str, Standing]
    waived: dict[str, str]


def context(run: Run) -> Context:
    """Looked up once for all rows."""
    waived = {one.defect: f"{one.ground}, till {one.until}: {one.reason}" for one in run.waived.in_force}
    waived |= {one.defect: f"Utgånget {one.until}: {one.reason}" for one in run.waived.expired}
    return Context(run, {one.fingerprint: one for one in run.standings}, waived)


def cell(value: Cell) -> Cell:
    """A cell's value as it is written: what can't be seen is told, and nothing is longer than a cell holds."""
    return value if isinstance(value, int) else cut(visible(value), LONGEST)


def _criteria(defect: Defect, told: Context) -> str:
    return "\n".join(f"{one.num} {one.label}" for one in map(standards.criterion, defect.criteria))


def _clauses(defect: Defect, told: Context) -> str:
    found = (standards.criterion(num) for num in defect.criteria)
    return "\n".join(one.clause or f"nytt i WCAG {one.introduced}" for one in found)


def _levels(defect: Defect, told: Context) -> str:
    return ", ".join(dict.fromkeys(standards.criterion(num).level for num in defect.criteria))


def _where(defect: Defect, told: Context) -> str:
    element = defect.places[0].element
    return element.called if element else "Hela sidan"


def _grounds(defect: Defect, told: Context) -> str:
    return "\n".join(
        f"{surface.title}: {standards.legal_ground(standards.Scope(surface.scope), defect.criteria).title.sv}"
        for surface in told.run.surfaces
        if surface.name in defect.surfaces
    )


def _status(defect: Defect, told: Context) -> str:
    standing = told.standings.get(defect.fingerprint)
    return STATUSES[standing.status] if standing else ""


def _since(defect: Defect, told: Context) -> str:
    standing = told.standings.get(defect.fingerprint)
    return standing.first_seen[:10] if standing else ""


def _reviewed(defect: Defect, told: Context) -> str:
    one = defect.reviewed
    if one is None:
        return ""
    level = f", prioritet {one.level}" if one.level else ""
    return f"{one.verdict or 'sedd'}{level} ({one.by}, {one.on}){f': {one.note}' if one.note else ''}"


SORT = Column("Slag", 11, lambda one, told: SORTS[sort_of(one)])
PRIORITY = (
    Column("Prioritet", 10, lambda one, told: one.priority.level.value),
    Column("Poäng", 8, lambda one, told: one.priority.points),
)
QUESTION = Column("Fråga", 52, lambda one, told: one.question.sv if one.question else "")
NAMED = (
    Column("Vad", 38, lambda one, told: standards.kind(one.kind).title.sv),
    Column("Kriterium", 34, _criteria),
    Column("Nivå", 7, _levels),
    Column("EN 301 549", 13, _clauses),
)
PLACED = (
    Column("Element", 30, _where),
    Column("Scenario", 11, lambda one, told: one.places[0].scenario),
    Column("Tillstånd", 28, lambda one, told: one.places[0].state),
    Column("Adress", 40, lambda one, told: one.places[0].url),
    Column("Antal ställen", 9, lambda one, told: len(one.places)),
)
TOLD = (
    Column("Förväntat", 40, lambda one, told: one.expected.sv),
    Column("Observerat", 44, lambda one, told: one.observed.sv),
    Column("Vem drabbas", 44, lambda one, told: standards.kind(one.kind).hurts.sv),
    Column("Så rättas det", 50, lambda one, told: fix_of(one).sv),
    Column("Rättslig grund", 38, _grounds),
)
STANDING = (
    Column("Status", 11, _status),
    Column("Först sedd", 12, _since),
    Column("Undantag", 30, lambda one, told: told.waived.get(one.fingerprint, "")),
    Column("Granskning", 34, _reviewed),
    Column("Sett av", 18, lambda one, told: ", ".join(one.engines)),
    Column("Id", 19, lambda one, told: one.fingerprint),
)
FAULTS = (*PRIORITY, *NAMED, *PLACED, *TOLD, *STANDING)
"""Columns of breaches and of good practice."""
QUESTIONS = (QUESTION, *NAMED, *PLACED, *TOLD, *STANDING)
ALL = (SORT, *PRIORITY, *NAMED, QUESTION, *PLACED, *TOLD, *STANDING)
"""Columns of all defects together."""


def rows(columns: Iterable[Column], defects: Iterable[Defect], told: Context) -> list[list[Cell]]:
    """A row a defect."""
    held = tuple(columns)
    return [[cell(column.of(one, told)) for column in held] for one in defects]


PLACES = {"Id": 19, "Slag": 11, "Prioritet": 10, "Vad": 38, "Scenario": 11, "Tillstånd": 30, "Adress": 44,
          "Element": 32, "Sökväg": 50, "Observerat": 50}  # fmt: skip
"""Headings and widths of the places."""


def places(run: Run) -> list[list[Cell]]:
    """A row for each place of each defect, in the order of the defects."""
    return [
        [
            cell(value)
            for value in (
                one.fingerprint,
                SORTS[sort_of(one)],
                one.priority.level.value if sort_of(one) is not Sort.QUESTION else "",
                standards.kind(one.kind).title.sv,
                place.scenario,
                place.state,
                place.url,
                place.element.selector if place.element else "Hela sidan",
                " » ".join(place.element.path) if place.element else "",
                place.observed.sv,
            )
        ]
        for one in run.defects
        for place in one.places
    ]


MANUAL = {"Krav": 9, "Namn": 40, "Scenario": 11, "Tillstånd": 30, "Yta": 15, "Utfall": 16, "Metod": 32,
          "Observation": 44, "Underlag": 24, "Av": 18, "Datum": 12}  # fmt: skip
"""Headings and widths of the manual tests."""


def manual(run: Run) -> list[list[Cell]]:
    """A row for each manual test that the sample asks for, and for those done beside it."""
    clauses = {one.num: one.title.sv for one in standards.clauses()}
    told: list[list[Cell]] = []
    for one in sampled(run):
        name = clauses.get(one.criterion) or standards.criterion(one.criterion).label
        test = one.test
        done = (test.outcome, test.method, test.note, test.evidence, test.by, str(test.on)) if test else ("ej gjort",)
        row: tuple[Cell, ...] = (one.criterion, name, one.scenario, one.state, one.surface, *done)
        told.append([cell(value) for value in (*row, *[""] * (len(MANUAL) - len(row)))])
    return told


CRITERIA = {"Nummer": 10, "Kriterium": 46, "Nivå": 7, "EN 301 549": 13, "Resultat": 42, "Brister": 9, "Frågor": 9,
            "Prövat hur": 22, "Kontroller": 50}  # fmt: skip
"""Headings and widths of the criteria."""


def criteria(summary: Summary) -> list[list[Cell]]:
    """A row for each criterion of level A and AA, and for those of AAA that the run tells of."""
    asked = {one.num: one for one in standards.criteria()}
    asked |= {num: standards.criterion(num) for num in summary.by_criterion}
    told: list[list[Cell]] = []
    for one in sorted(asked.values(), key=lambda one: one.order):
        count = summary.by_criterion.get(one.num)
        told.append(
            [
                one.num,
                one.label,
                one.level,
                one.clause or ("nytt i WCAG 2.2" if one.preview_only else "krävs inte"),
                VERDICTS[count.verdict if count else "untested"],
                count.breaches if count else 0,
                count.questions if count else 0,
                WAYS["partly" if one.level == "AAA" else standards.guide(one.num).way],
                ", ".join(count.checks) if count else "",
            ]
        )
    return told
