"""A workbook to decide in: what `esset-a11y review --excel` writes and `--read` reads back.

What says which defect or test a row is of is locked; what a person fills in is open, with lists to choose from. A
hidden sheet holds every open cell as it was written, so that only what was changed is read, and a change that someone
else made meanwhile is seen. Every cell is a text, never a formula or a link.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

import standards
from defects.model import Defect, Level
from defects.review import OUTCOMES, Book, Entry, is_question, unjudged
from defects.review_file import plain
from reports.model import Run
from reports.plain import LONGEST, cut, visible
from reports.reviewed import machine_found
from reports.sampling import sampled

DEFECTS, TESTS, BASE, LISTS, README = "Brister och frågor", "Manuella prov", "_grund", "_listor", "Läs först"
SCHEMA = "esset-a11y/granskning-1"

CONFIRM, ANSWER = ("bekräftad", "falskt larm"), ("fel", "inget fel")


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in characters, and the field of the entry that it holds; empty if locked."""

    heading: str
    width: int
    field: str = ""


DEFECT_COLUMNS = (
    Column("Id", 19), Column("Slag", 11), Column("Uträknad prioritet", 11), Column("Vad", 36), Column("Kriterium", 12),
    Column("Element", 30), Column("Scenario", 10), Column("Tillstånd", 26), Column("Observerat", 44),
    Column("Fråga", 44), Column("Beslut", 15, "verdict"), Column("Ny prioritet", 10, "level"),
    Column("Anteckning", 44, "note"), Column("Av", 18, "by"), Column("Datum", 12, "on"),
)  # fmt: skip
TEST_COLUMNS = (
    Column("Kriterium", 11), Column("Namn", 36), Column("Scenario", 10), Column("Tillstånd", 28), Column("Yta", 15),
    Column("Så prövas det", 60), Column("Utfall", 17, "outcome"), Column("Metod", 32, "method"),
    Column("Vad du såg", 44, "note"), Column("Underlag", 24, "evidence"), Column("Slags fel", 36, "kind"),
    Column("Prioritet", 10, "level"), Column("Av", 18, "by"), Column("Datum", 12, "on"),
)  # fmt: skip
TEST_KEY = (0, 2, 3, 4)
"""Columns of a test that say which one it is, in the order of `ManualTest.key`."""

_GUIDE = (
    "Fyll i de vita kolumnerna. De grå går inte att ändra: de säger vilken brist eller vilket prov raden gäller.",
    "Beslut: en brist är ”bekräftad” eller ”falskt larm”; en fråga besvaras med ”fel” eller ”inget fel”.",
    "Ett falskt larm behöver en anteckning om varför. Ett underkänt prov behöver vad du såg och slags fel.",
    "Av: ditt namn. Datum: lämna tomt för i dag. Skriv inga personuppgifter: besluten står i rapporten.",
    "Spara, och läs tillbaka med: esset-a11y review --read FIL. Bara det du har ändrat läses. Har någon annan hunnit "
    "ändra samma cell sägs det, cell för cell, och inget skrivs.",
)


def render(run: Run, book: Book) -> bytes:
    """The workbook of a run, with what is decided so far filled in."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        styles = _styles(workbook)
        guide, defects, tests = (workbook.add_worksheet(name) for name in (README, DEFECTS, TESTS))
        base, lists = workbook.add_worksheet(BASE), workbook.add_worksheet(LISTS)
        _write_guide(guide, run, styles)
        titles = [one.title.sv for one in standards.kinds() if one.criteria]
        for at, title in enumerate(titles):
            lists.write_string(at, 0, title)
        _write_rows(defects, DEFECT_COLUMNS, styles, defect_rows(run, book))
        _write_rows(tests, TEST_COLUMNS, styles, manual_rows(run, book))
        _lists_of_defects(defects, run)
        _lists_of_tests(tests, len(manual_rows(run, book)), len(titles))
        _write_base(base, run, book)
        for hidden in (base, lists):
            hidden.very_hidden()
        defects.activate()
        defects.set_first_sheet()
    return written.getvalue()


def all_defects(run: Run) -> tuple[Defect, ...]:
    """Everything that a machine found, the most urgent first."""
    return tuple(
        sorted(machine_found(run), key=lambda one: (is_question(one), one.priority.level, one.kind, one.fingerprint))
    )


def defect_rows(run: Run, book: Book) -> list[list[str]]:
    """A row a defect, in the columns of `DEFECT_COLUMNS`."""
    entries = {one.defect: one for one in book.decisions}
    rows = []
    for one in all_defects(run):
        machine, place = unjudged(one), one.places[0]
        element = place.element.called if place.element else "Hela sidan"
        sort = "Fråga" if is_question(one) else "Brist" if one.criteria else "God praxis"
        locked = (
            one.fingerprint, sort, machine.priority.level.value, standards.kind(one.kind).title.sv,
            ", ".join(one.criteria), element, place.scenario, place.state, one.observed.sv,
            machine.question.sv if machine.question else "",
        )  # fmt: skip
        rows.append([*map(_cell, locked), *open_cells(DEFECT_COLUMNS, entries.get(one.fingerprint))])
    return rows


def manual_rows(run: Run, book: Book) -> list[list[str]]:
    """A row a manual test, in the columns of `TEST_COLUMNS`."""
    entries = {one.key: one for one in book.tests}
    clauses = {one.num: one for one in standards.clauses()}
    rows = []
    for one in sampled(run):
        clause = clauses.get(one.criterion)
        name = clause.title.sv if clause else standards.criterion(one.criterion).label
        how = clause.instruction.sv if clause else standards.guide(one.criterion).instruction.sv
        locked = (one.criterion, name, one.scenario, one.state, one.surface, how)
        rows.append([*map(_cell, locked), *open_cells(TEST_COLUMNS, entries.get(one.key))])
    return rows


def open_cells(columns: Iterable[Column], entry: Entry | None) -> list[str]:
    """The cells that a person fills in, as an entry has them."""
    told = [str(getattr(entry, one.field) or "") if entry else "" for one in columns if one.field]
    kinds = {one.slug: one.title.sv for one in standards.kinds()}
    at = [one.field for one in columns if one.field]
    if "kind" in at and told[at.index("kind")]:
        told[at.index("kind")] = kinds[told[at.index("kind")]]
    return [_cell(plain(one)) for one in told]


def _cell(text: str) -> str:
    return cut(visible(text), LONGEST)


def _styles(workbook: Workbook) -> Mapping[str, CellFormat]:
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True, "num_format": "@", "border": 1,
            "border_color": "#CFD8D6"}  # fmt: skip
    return {
        "locked": workbook.add_format(base | {"bg_color": "#F3F6F5", "locked": True}),
        "open": workbook.add_format(base | {"locked": False}),
        "header": workbook.add_format(
            {"font_name": "Calibri", "bold": True, "valign": "vcenter", "text_wrap": True, "bg_color": "#0C4641",
             "font_color": "#FFFFFF"}
        ),
        "plain": workbook.add_format({"font_name": "Calibri", "text_wrap": True, "valign": "top"}),
        "title": workbook.add_format({"font_name": "Calibri", "bold": True, "font_size": 16}),
    }  # fmt: skip


def _write_guide(sheet: Worksheet, run: Run, styles: Mapping[str, CellFormat]) -> None:
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, "Granskning av Esset", styles["title"])
    told = (f"Körning {run.trace.run}, {run.trace.target}", *_GUIDE)
    for at, line in enumerate(told, 2):
        sheet.write_string(at, 0, _cell(line), styles["plain"])
    sheet.protect()


def _write_rows(
    sheet: Worksheet, columns: Sequence[Column], styles: Mapping[str, CellFormat], rows: Sequence[Sequence[str]]
) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, styles["header"])
        style = styles["open" if column.field else "locked"]
        for down, row in enumerate(rows, 1):
            sheet.write_string(down, at, row[at], style)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _at(columns: Sequence[Column], field: str) -> int:
    return next(at for at, one in enumerate(columns) if one.field == field)


def _choose(sheet: Worksheet, first: int, last: int, column: int, source: Sequence[str] | str) -> None:
    """A list to choose from; empty is allowed."""
    if last < first:
        return
    told = {
        "validate": "list",
        "source": source if isinstance(source, str) else [*source],
        "ignore_blank": True,
        "error_title": "Välj ur listan",
        "error_message": "Cellen tar bara det som står i listan.",
    }
    sheet.data_validation(first, column, last, column, told)


def _lists_of_defects(sheet: Worksheet, run: Run) -> None:
    defects = all_defects(run)
    questions = sum(map(is_question, defects))
    told = len(defects) - questions
    verdict = _at(DEFECT_COLUMNS, "verdict")
    # Breaches stand first, so that each sort is one range.
    _choose(sheet, 1, told, verdict, CONFIRM)
    _choose(sheet, told + 1, len(defects), verdict, ANSWER)
    _choose(sheet, 1, len(defects), _at(DEFECT_COLUMNS, "level"), [one.value for one in Level])


def _lists_of_tests(sheet: Worksheet, rows: int, kinds: int) -> None:
    _choose(sheet, 1, rows, _at(TEST_COLUMNS, "outcome"), [*OUTCOMES])
    _choose(sheet, 1, rows, _at(TEST_COLUMNS, "level"), [one.value for one in Level])
    _choose(sheet, 1, rows, _at(TEST_COLUMNS, "kind"), f"={LISTS}!$A$1:$A${kinds}")


def _write_base(sheet: Worksheet, run: Run, book: Book) -> None:
    """A row each: which sheet, which key, and the open cells as they were written."""
    sheet.write_string(0, 0, json.dumps([SCHEMA, run.trace.run]))
    at = 1
    for name, columns, rows in (
        (DEFECTS, DEFECT_COLUMNS, defect_rows(run, book)),
        (TESTS, TEST_COLUMNS, manual_rows(run, book)),
    ):
        for row in rows:
            told = [cell for cell, column in zip(row, columns, strict=True) if column.field]
            for across, cell in enumerate((json.dumps([name, key_of(name, row)], ensure_ascii=False), *told)):
                sheet.write_string(at, across, cell)
            at += 1


def key_of(sheet: str, row: Sequence[str]) -> list[str]:
    """What the locked cells of a row say it is of."""
    return [row[0]] if sheet == DEFECTS else [row[at] for at in TEST_KEY]
