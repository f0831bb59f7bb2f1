"""`brister.xlsx`: the run as a workbook.

A sheet each holds defects, places, criteria, questions, good practice, what a person judged to be no fault, the manual
tests, and the run.

Every cell is a text or a number, never a formula or a link, whatever a tested page's text begins with. Each sheet is
a table with a filter below a header that stays in sight.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.workbook import Workbook

from checks.model import Text
from reports.model import Format, Run
from reports.rows import (
    CRITERIA,
    FAULTS,
    MANUAL,
    PLACES,
    QUESTIONS,
    Cell,
    Column,
    cell,
    context,
    criteria,
    manual,
    places,
    rows,
)
from reports.summary import Sort, sort_of, summarise

LEVELS = {"P1": ("#A2151B", "#FFFFFF"), "P2": ("#8F4700", "#FFFFFF"), "P3": ("#3F5266", "#FFFFFF")}
"""Ground and text colour of a priority, the report's own; the letters say it too."""

HEADER_HEIGHT, FONT = 22, "Calibri"


def render(run: Run) -> bytes:
    """The workbook."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(
        written,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    ) as book:
        book.set_properties(
            {
                "title": f"Tillgänglighetsbrister, {cell(run.trace.target)}"[:250],
                "subject": f"Körning {cell(run.trace.run)}"[:250],
                "comments": "Att inget fel har hittats betyder inte att tjänsten är tillgänglig.",
                "created": _moment(run.trace.ended),
            }
        )
        told, summary = context(run), summarise(run)
        sorts = {sort: [one for one in run.defects if sort_of(one) is sort] for sort in Sort}
        _sheet(book, "Brister", _widths(FAULTS), rows(FAULTS, sorts[Sort.BREACH], told))
        _sheet(book, "Platser", PLACES, places(run))
        _sheet(book, "Kriterier", CRITERIA, criteria(summary))
        _sheet(book, "Frågor", _widths(QUESTIONS), rows(QUESTIONS, sorts[Sort.QUESTION], told))
        _sheet(book, "God praxis", _widths(FAULTS), rows(FAULTS, sorts[Sort.PRACTICE], told))
        _sheet(book, "Inget fel", _widths(FAULTS), rows(FAULTS, run.review.dismissed, told))
        _sheet(book, "Manuella prov", MANUAL, manual(run))
        _sheet(book, "Körningen", {"Vad": 34, "Värde": 90}, _trace(run))
    return written.getvalue()


def _widths(columns: Sequence[Column]) -> dict[str, int]:
    return {column.heading: column.width for column in columns}


def _sheet(book: Workbook, name: str, columns: Mapping[str, int], told: Sequence[Sequence[Cell]]) -> None:
    """A table of its own sheet, as wide as its columns say, printed on pages as wide as they are."""
    sheet = book.add_worksheet(name)
    base = {"font_name": FONT, "font_size": 11, "valign": "top", "text_wrap": True}
    text = book.add_format(base | {"num_format": "@"})
    number = book.add_format(base | {"align": "left"})
    header = book.add_format({"font_name": FONT, "bold": True, "valign": "vcenter"})
    levels = {
        level: book.add_format(base | {"bold": True, "bg_color": ground, "font_color": ink})
        for level, (ground, ink) in LEVELS.items()
    }
    # A table must have a row, so one that tells of nothing has an empty one.
    sheet.add_table(
        0, 0, max(len(told), 1), len(columns) - 1,
        {"name": f"Tabell_{name.replace(' ', '_')}", "style": "Table Style Light 1",
         "columns": [{"header": heading, "header_format": header} for heading in columns]},
    )  # fmt: skip
    for at, width in enumerate(columns.values()):
        sheet.set_column(at, at, width, text)
    sheet.set_row(0, HEADER_HEIGHT)
    for down, row in enumerate(told, 1):
        for at, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(down, at, value, number)
            else:
                sheet.write_string(down, at, value, _format(levels, columns, at, value, text))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _format(
    levels: Mapping[str, CellFormat], columns: Mapping[str, int], at: int, value: str, text: CellFormat
) -> CellFormat:
    return levels.get(value, text) if [*columns][at] == "Prioritet" else text


def _trace(run: Run) -> list[list[Cell]]:
    trace = run.trace
    pairs = {
        "Körning": trace.run,
        "Start": trace.started,
        "Slut": trace.ended,
        "Mål": trace.target,
        "Målets version": trace.version,
        "Profil": trace.profile,
        "Brutna scenarier, alltså inte testade": ", ".join(summarise(run).broken),
        **{f"Version: {name}": value for name, value in trace.versions.items()},
        **{f"Inställning: {name}": value for name, value in trace.configuration.items()},
        "Att veta": "Att inget fel har hittats betyder inte att tjänsten är tillgänglig.",
    }
    return [[cell(name), cell(value)] for name, value in pairs.items()]


def _moment(iso: str) -> datetime:
    """When the run ended, so that the same run gives the same file."""
    try:
        return datetime.fromisoformat(iso).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)


FORMAT = Format(id="xlsx", file="brister.xlsx", title=Text("Arbetsbok för Excel", "Workbook for Excel"), render=render)
