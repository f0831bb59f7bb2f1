"""Deciding in a spreadsheet: what is changed comes back, clashes are told cell by cell, nothing is half-written."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from defects.model import Level
from defects.review import Book, Decision, ManualTest
from defects.review_file import read_book, write
from harness.errors import UsageError
from harness.review.desk import Desk
from harness.review.workbook import COLUMNS, Read, read_workbook
from reports.review_workbook import DEFECTS, TESTS, render

BREACH, QUESTION = "a1b2c3d4e5f60718", "00000000000000aa"
TODAY = date(2026, 11, 27)
TEST = ("1.1.1", "OF-1", "steg 1, inkomster", "")


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "granskning.xlsx"
    laid = desk.now()
    path.write_bytes(render(laid.run, laid.book))
    return path


def row_of(book: Workbook, sheet: str, *key: str) -> int:
    at = (0,) if sheet == DEFECTS else (0, 2, 3, 4)
    for number, row in enumerate(book[sheet].iter_rows(values_only=True), 1):
        if tuple(row[one] or "" for one in at) == key:
            return number
    raise AssertionError(f"no row of {key}")


def fill(file: Path, sheet: str, key: tuple[str, ...], **cells: object) -> str:
    """Fill in a row; the name of its last cell."""
    book = openpyxl.load_workbook(file)
    number = row_of(book, sheet, *key)
    for field, value in cells.items():
        at = next(at for at, one in enumerate(COLUMNS[sheet], 1) if one.field == field)
        book[sheet].cell(number, at).value = value  # type: ignore[assignment]
    name = book[sheet].cell(number, at).coordinate
    book.save(file)
    return f"{sheet}!{name}"


def read(file: Path, desk: Desk) -> Read:
    return read_workbook(file, desk, "Anna", TODAY)


def decision(**told: object) -> Decision:
    right = {"defect": BREACH, "by": "Bo", "on": date(2026, 11, 20), "verdict": "bekräftad"}
    return Decision(**right | told)  # type: ignore[arg-type]


def test_what_is_filled_in_comes_back(file: Path, desk: Desk) -> None:
    fill(file, DEFECTS, (BREACH,), verdict="falskt larm", note="Rad ett\nrad två", level="P3")
    fill(file, DEFECTS, (QUESTION,), verdict="fel", by="Bo", on=datetime(2026, 11, 3))
    fill(file, TESTS, TEST, outcome="underkänd", method="NVDA", note="x", kind="Bilden saknar textalternativ")
    told = read(file, desk)
    assert told.problems == ()
    desk.save(told.entries, told.seen)
    book = read_book(desk.file)
    by_mark = {one.defect: one for one in book.decisions}
    assert by_mark[BREACH].note == "Rad ett\nrad två" and by_mark[BREACH].level is Level.P3
    assert (by_mark[BREACH].by, by_mark[BREACH].on) == ("Anna", TODAY)
    assert (by_mark[QUESTION].by, by_mark[QUESTION].on) == ("Bo", date(2026, 11, 3))
    assert book.tests[0].key == TEST and book.tests[0].kind == "missing-alt"
    # Read once more, it changes nothing.
    assert read(file, desk).problems == () and desk.now().book == book


def test_an_untouched_workbook_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    test = ManualTest(criterion="1.1.1", scenario="OF-1", state="steg 1, inkomster", outcome="godkänd", method="NVDA",
                      by="Bo", on=TODAY)  # fmt: skip
    write(desk.file, {(BREACH,): decision(note=" = 1+1\n "), test.key: test}, {})
    file = tmp_path / "x.xlsx"
    laid = desk.now()
    file.write_bytes(render(laid.run, laid.book))
    assert read(file, desk) == Read({}, {}, ())


def test_rows_may_be_sorted_and_left_out(file: Path, desk: Desk) -> None:
    fill(file, DEFECTS, (QUESTION,), verdict="inget fel")
    book = openpyxl.load_workbook(file)
    rows = [[cell.value for cell in row] for row in book[DEFECTS].iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows[2:]), 2):
        for at, value in enumerate(row, 1):
            book[DEFECTS].cell(number, at).value = value  # type: ignore[assignment]
    book[DEFECTS].delete_rows(len(rows), 3)
    book.save(file)
    assert {key: one.verdict for key, one in read(file, desk).entries.items() if one} == {(QUESTION,): "inget fel"}  # type: ignore[union-attr]


def test_a_clash_is_told_cell_by_cell_and_who_it_was(file: Path, desk: Desk) -> None:
    write(desk.file, {(BREACH,): decision(note="Bos text")}, {})
    before = desk.file.read_bytes()
    cell = fill(file, DEFECTS, (BREACH,), verdict="falskt larm", note="Min text")
    told = read(file, desk)
    assert {one.cell for one in told.problems} >= {cell} and len(told.problems) == 2
    assert all("Bo, 2026-11-20" in one.why for one in told.problems)
    assert any("Min text" in one.why and "Bos text" in one.why for one in told.problems)
    assert told.entries == {} and desk.file.read_bytes() == before


def test_what_two_changed_in_different_cells_is_put_together(file: Path, desk: Desk) -> None:
    write(desk.file, {(BREACH,): decision(note="Bos text")}, {})
    fill(file, DEFECTS, (BREACH,), level="P4")
    told = read(file, desk)
    (one,) = told.entries.values()
    assert isinstance(one, Decision) and told.problems == ()
    assert (one.verdict, one.note, one.level) == ("bekräftad", "Bos text", Level.P4)


def test_emptied_cells_take_the_decision_away(desk: Desk, tmp_path: Path) -> None:
    write(desk.file, {(BREACH,): decision()}, {})
    file = tmp_path / "x.xlsx"
    laid = desk.now()
    file.write_bytes(render(laid.run, laid.book))
    fill(file, DEFECTS, (BREACH,), verdict=None)
    told = read(file, desk)
    desk.save(told.entries, told.seen)
    assert read_book(desk.file) == Book()


@pytest.mark.parametrize(
    ("sheet", "key", "cells", "says"),
    [
        (DEFECTS, (BREACH,), {"verdict": "falskt larm"}, "varför"),
        (DEFECTS, (BREACH,), {"verdict": "kanske"}, "alternativen"),
        (DEFECTS, (BREACH,), {"verdict": "bekräftad", "on": "i går"}, "ÅÅÅÅ-MM-DD"),
        (DEFECTS, (QUESTION,), {"level": "P7"}, "alternativen"),
        (TESTS, TEST, {"outcome": "godkänd"}, "hur du prövade"),
        (TESTS, TEST, {"outcome": "underkänd", "method": "NVDA", "note": "x"}, "slags fel"),
        (TESTS, TEST, {"outcome": "underkänd", "method": "NVDA", "note": "x", "kind": "påhittat"}, "alternativen"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    file: Path, desk: Desk, sheet: str, key: tuple[str, ...], cells: dict[str, object], says: str
) -> None:
    fill(file, sheet, key, **cells)
    fill(file, DEFECTS, ("00000000000000cc",), verdict="bekräftad")
    told = read(file, desk)
    (problem,) = told.problems
    assert says in str(problem) and str(problem).startswith(f"{sheet}!")


def test_a_row_that_was_not_there_or_is_doubled_is_told(file: Path, desk: Desk) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book[DEFECTS]
    sheet.cell(2, 1).value = "f" * 16  # type: ignore[assignment]
    sheet.cell(3, 1).value = sheet.cell(4, 1).value  # type: ignore[assignment]
    book.save(file)
    told = read(file, desk).problems
    assert {one.cell for one in told} == {f"{DEFECTS}!A2", f"{DEFECTS}!A4"}


def test_what_is_no_workbook_of_this_run_is_refused(file: Path, desk: Desk, tmp_path: Path) -> None:
    from dataclasses import replace

    other = Desk(replace(desk.run, trace=replace(desk.run.trace, run="en annan")), desk.file)
    with pytest.raises(UsageError, match="gäller körning"):
        read(file, other)
    for name, content in {"text.xlsx": b"hej", "tom.xlsx": b""}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UsageError, match="ingen Excel-arbetsbok"):
            read(tmp_path / name, desk)
    Workbook().save(tmp_path / "annan.xlsx")
    with pytest.raises(UsageError, match="ingen granskning"):
        read(tmp_path / "annan.xlsx", desk)
    with pytest.raises(UsageError, match="går inte att läsa"):
        read(tmp_path / "saknas.xlsx", desk)


def test_only_what_a_person_fills_in_is_open_and_nothing_is_a_formula(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    assert book["_grund"].sheet_state == "veryHidden"
    for name, columns in COLUMNS.items():
        sheet = book[name]
        assert sheet.protection.sheet and len(sheet.data_validations.dataValidation) >= 3
        for row in sheet.iter_rows(min_row=2):
            assert [cell.protection.locked for cell in row] == [not one.field for one in columns]
            assert all(cell.data_type != "f" for cell in row)
