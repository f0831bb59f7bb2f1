"""Amounts, dates and forms read and write Swedish."""

from __future__ import annotations

from datetime import date

import pytest

from demo.clock import days_left, in_words, with_weekday
from demo.form import Form
from demo.money import kronor, parse_kronor


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12 450", 12450),
        ("12450 kr", 12450),
        ("12\u00a0450,00", 12450),
        ("-5", -5),
        ("\u2212140", -140),
        ("tolv", None),
        ("", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: int | None) -> None:
    assert parse_kronor(text) == amount


def test_an_amount_is_written_and_read_back() -> None:
    assert parse_kronor(kronor(-12450)) == -12450


def test_the_clock_stands_still() -> None:
    assert with_weekday(date(2026, 11, 24)) == "tisdag 24 november 2026"
    assert in_words(date(2026, 12, 8)) == "8 december 2026"
    assert days_left(date(2026, 12, 8)) == 14


def test_the_first_problem_of_a_field_stands() -> None:
    form = Form.of({"a": ""})
    form.text("a", "första")
    form.wrong("a", "andra")
    assert form.problems == {"a": "första"} and not form.ok


@pytest.mark.parametrize(
    ("written", "read"), [("20120231-4425", "20120231-4425"), ("201202314425", "20120231-4425"), ("120231-4425", None)]
)
def test_a_personal_number_has_twelve_digits(written: str, read: str | None) -> None:
    form = Form.of({"nr": written})
    assert form.personal_number("nr", "saknas", "fel") == read
    assert form.ok == (read is not None)
