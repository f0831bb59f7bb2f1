"""The workbook and the CSV of all defects, as openpyxl and the csv module read them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook

import standards
from reports import csv_file, xlsx
from reports.model import Run
from reports.summary import Sort, sort_of

SHEETS = ["Brister", "Platser", "Kriterier", "Frågor", "God praxis", "Inget fel", "Manuella prov", "Körningen"]


def opened(run: Run) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(run)))


def column(book: Workbook, sheet: str, heading: str) -> list[object]:
    rows = [*book[sheet].iter_rows(values_only=True)]
    at = rows[0].index(heading)
    return [row[at] for row in rows[1:]]


def test_sheets_are_tables_with_a_filter_and_a_header_in_sight(run: Run) -> None:
    book = opened(run)
    assert book.sheetnames == SHEETS
    for sheet in book:
        (table,) = sheet.tables.values()
        empty = sheet.max_row == 1
        assert table.autoFilter is not None and (empty or table.ref == sheet.dimensions)
        assert sheet.freeze_panes == "A2"
        assert all(6 < sheet.column_dimensions[name].width < 92 for name in sheet.column_dimensions)
        assert empty or sheet.cell(2, 1).alignment.wrap_text


def test_the_three_sorts_are_never_mixed(run: Run) -> None:
    book = opened(run)
    sorts = {
        sort: [one.fingerprint for one in run.defects if sort_of(one) is sort]
        for sort in (Sort.BREACH, Sort.QUESTION, Sort.PRACTICE)
    }
    assert column(book, "Brister", "Id") == sorts[Sort.BREACH]
    assert column(book, "Frågor", "Id") == sorts[Sort.QUESTION]
    assert column(book, "God praxis", "Id") == sorts[Sort.PRACTICE]
    assert all(column(book, "Frågor", "Fråga"))
    assert "Prioritet" not in next(book["Frågor"].iter_rows(values_only=True))


def test_every_place_and_every_criterion(run: Run) -> None:
    book = opened(run)
    assert len(column(book, "Platser", "Id")) == sum(len(one.places) for one in run.defects)
    verdicts = dict(zip(column(book, "Kriterier", "Nummer"), column(book, "Kriterier", "Resultat"), strict=True))
    assert {one.num for one in standards.criteria()} <= {*verdicts}
    assert verdicts["1.4.3"] == "Underkänt" and verdicts["1.2.2"] == "Ej testat"
    assert "uppfyllt" not in " ".join(str(one).lower() for one in verdicts.values())


def test_points_are_numbers_and_all_else_is_text(run: Run) -> None:
    book = opened(run)
    assert column(book, "Brister", "Poäng") == [
        one.priority.points for one in run.defects if sort_of(one) is Sort.BREACH
    ]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert all(isinstance(one, str) for one in column(book, "Kriterier", "Nummer"))


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "{=1}", "http://x/", "＝1"])
def test_no_cell_is_a_formula_or_a_link(run: Run, start: str) -> None:
    first, *rest = run.defects
    place = replace(first.places[0], url=start, state=start)
    book = opened(replace(run, defects=(replace(first, places=(place,)), *rest)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert start in {cell.value for cell in cells}
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)


def test_an_empty_run_is_a_workbook_too(empty_run: Run) -> None:
    book = opened(empty_run)
    assert column(book, "Brister", "Id") == []
    assert set(column(book, "Kriterier", "Brister")) == {0}


def test_the_run_is_told_in_the_workbook(run: Run) -> None:
    told = dict(zip(column(opened(run), "Körningen", "Vad"), column(opened(run), "Körningen", "Värde"), strict=True))
    assert told["Körning"] == run.trace.run and told["Version: axe-core"] == "4.14.1"
    assert told["Brutna scenarier, alltså inte testade"] == "BU-1"


def test_the_same_run_gives_the_same_workbook(run: Run) -> None:
    assert xlsx.render(run) == xlsx.render(run)


def test_csv_has_every_defect_once(run: Run) -> None:
    header, *rows = csv.reader(io.StringIO(csv_file.render(run).decode("utf-8-sig"), newline=""))
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert [one["Id"] for one in told] == [one.fingerprint for one in run.defects]
    assert [one["Slag"] for one in told] == ["Brist"] * 5 + ["Fråga"] * 2 + ["God praxis"]
