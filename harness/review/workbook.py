"""Reads a filled-in workbook back into the file of decisions: all of it, or nothing and why, cell by cell."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

import standards
from defects.review import Entry
from defects.review_file import Key, find, mark, plain
from harness.errors import UsageError
from harness.review import forms
from harness.review.desk import Desk, Laid
from reports.review_workbook import (
    BASE,
    DEFECT_COLUMNS,
    DEFECTS,
    SCHEMA,
    TEST_COLUMNS,
    TESTS,
    Column,
    key_of,
    open_cells,
)

COLUMNS: Mapping[str, Sequence[Column]] = {DEFECTS: DEFECT_COLUMNS, TESTS: TEST_COLUMNS}

WHO_AND_WHEN = ("by", "on")
"""Fields that change with every decision, so that two who differ in them alone don't differ."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell, or what someone else wrote in it meanwhile."""

    cell: str
    why: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.why}"


@dataclass(frozen=True)
class Read:
    """What a workbook says: the entries that it changes, by key, with the marks of those it was held against."""

    entries: Mapping[Key, Entry | None]
    seen: Mapping[Key, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Row:
    sheet: str
    number: int
    key: Key
    cells: Mapping[str, str]
    base: Mapping[str, str]

    def cell(self, field: str) -> str:
        at = next(at for at, one in enumerate(COLUMNS[self.sheet], 1) if one.field == field)
        return f"{self.sheet}!{get_column_letter(at)}{self.number}"


def read_workbook(file: Path, desk: Desk, by: str, today: date) -> Read:
    """What was changed in a workbook, held against the decisions as they stand. UsageError for a file that is none."""
    book = _opened(file)
    base = _base(book, file, desk)
    laid = desk.now()
    entries: dict[Key, Entry | None] = {}
    seen: dict[Key, str] = {}
    problems: list[Problem] = []
    for row in _rows(book, base, problems):
        changed = {field for field, value in row.cells.items() if value != row.base[field]}
        if not changed:
            continue
        theirs = find(laid.book, row.key)
        now = dict(zip(row.cells, open_cells(COLUMNS[row.sheet], theirs), strict=True))
        clashes = [
            Problem(row.cell(field), _clash(row.cells[field], now[field], theirs))
            for field in sorted(changed.difference(WHO_AND_WHEN))
            if now[field] not in (row.base[field], row.cells[field])
        ]
        if clashes:
            problems += clashes
            continue
        told = now | {field: row.cells[field] for field in changed}
        filled = _filled(row, told, laid, by if "by" not in changed else "", today, problems)
        if filled is None:
            continue
        problems += [Problem(row.cell(field), why) for field, why in filled.faults.items()]
        if filled.entry != theirs:
            entries[row.key], seen[row.key] = filled.entry, mark(theirs)
    return Read(entries, seen, tuple(problems))


def _opened(file: Path) -> Workbook:
    try:
        return openpyxl.load_workbook(file, data_only=True)
    except OSError as error:
        raise UsageError("Arbetsboken går inte att läsa", str(file), f"{error.strerror or error}.") from None
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        raise UsageError("Filen är ingen Excel-arbetsbok", str(file), "Spara den som .xlsx.") from None


def _base(book: Workbook, file: Path, desk: Desk) -> dict[tuple[str, Key], list[str]]:
    """The open cells as they were written, by sheet and key."""
    strange = UsageError(
        "Arbetsboken är ingen granskning", str(file), "Skriv en med esset-a11y review --excel och fyll i den."
    )
    if {BASE, DEFECTS, TESTS} - {*book.sheetnames}:
        raise strange
    try:
        (first, *_), *rows = book[BASE].iter_rows(values_only=True)
        schema, run = json.loads(str(first))
        base: dict[tuple[str, Key], list[str]] = {}
        for named, *cells in rows:
            sheet, key = json.loads(str(named))
            held = sum(bool(one.field) for one in COLUMNS[sheet])
            base[sheet, tuple(map(str, key))] = [_text(one) for one in (*cells, *[None] * held)][:held]
    except (ValueError, TypeError, KeyError):
        raise strange from None
    if schema != SCHEMA:
        raise strange
    if run != desk.run.trace.run:
        raise UsageError(
            f"Arbetsboken gäller körning {run}, inte {desk.run.trace.run}", str(file), "Ange den körningen."
        )
    return base


def _rows(book: Workbook, base: Mapping[tuple[str, Key], list[str]], problems: list[Problem]) -> Iterator[_Row]:
    """Every row that is filled in, also where rows were sorted or left out; what no row was is a problem."""
    for sheet, columns in COLUMNS.items():
        headings = [_text(one.value) for one in book[sheet][1]][: len(columns)]
        if headings != [one.heading for one in columns]:
            problems.append(Problem(f"{sheet}!A1", "Rubrikerna är ändrade: skriv ut en ny arbetsbok."))
            continue
        fields = [one.field for one in columns if one.field]
        met: set[Key] = set()
        for number, cells in enumerate(book[sheet].iter_rows(min_row=2, max_col=len(columns), values_only=True), 2):
            row = [_text(one) for one in cells]
            if not any(row):
                continue
            key = tuple(key_of(sheet, row))
            if (sheet, key) not in base or key in met:
                why = "Raden finns två gånger." if key in met else "Raden fanns inte när arbetsboken skrevs."
                problems.append(Problem(f"{sheet}!A{number}", why))
                continue
            met.add(key)
            told = [cell for cell, column in zip(row, columns, strict=True) if column.field]
            before = dict(zip(fields, base[sheet, key], strict=True))
            yield _Row(sheet, number, key, dict(zip(fields, told, strict=True)), before)


def _text(value: object) -> str:
    """A cell as text; a date that Excel made one of is written as in the file."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else plain(str(value))


def _clash(mine: str, theirs: str, entry: Entry | None) -> str:
    who = f" ({entry.by}, {entry.on})" if entry else ""
    return f"arbetsboken säger ”{_short(mine)}”, men filen säger nu ”{_short(theirs)}”{who}."


def _short(text: str) -> str:
    return (text[:60] + " …" if len(text) > 60 else text) or "tomt"


def _filled(
    row: _Row, told: dict[str, str], laid: Laid, by: str, today: date, problems: list[Problem]
) -> forms.Filled | None:
    when = _day(row, told, today, problems)
    if when is None:
        return None
    if by:
        told["by"] = by
    if row.sheet == DEFECTS:
        defect = laid.defect(row.key[0])
        if defect is None:
            problems.append(Problem(f"{row.sheet}!A{row.number}", "Bristen finns inte i körningen."))
            return None
        return forms.decision(told, defect, when)
    slugs = {one.title.sv: one.slug for one in standards.kinds()}
    if told["kind"]:
        told["kind"] = slugs.get(told["kind"], told["kind"])
    return forms.manual_test(told, row.key, laid.run.trace.version, when)


def _day(row: _Row, told: Mapping[str, str], today: date, problems: list[Problem]) -> date | None:
    """When it was decided: the date that was filled in, else today."""
    if told["on"] == row.base["on"] or not told["on"]:
        return today
    try:
        return date.fromisoformat(told["on"])
    except ValueError:
        problems.append(Problem(row.cell("on"), f"”{_short(told['on'])}” är inget datum: skriv ÅÅÅÅ-MM-DD."))
        return None
