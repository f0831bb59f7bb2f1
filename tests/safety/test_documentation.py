"""The table of faults in docs/sakerhet.md names tests that exist, and each fault has one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.safety.guards import GUARDS, HANGING, IN_A_BROWSER

ROOT = Path(__file__).parents[2]
ROWS = [
    line.strip("| ").split(" | ")
    for line in (ROOT / "docs" / "sakerhet.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| fel |", "| ---"))
]


def test_there_is_a_table() -> None:
    assert len(ROWS) > 30
    assert all(len(row) == 3 for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_fault_has_a_test_that_exists(row: list[str]) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[2])
    assert named
    for file, name in named:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}


GUARDED = {test.partition("[")[0] for _, test in (*GUARDS, *IN_A_BROWSER, *HANGING)}
BROWSERS = "skyddet är webbläsarens"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_fault_has_a_guard_that_is_taken_away_or_says_that_it_is_the_browsers(row: list[str]) -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py::\w+)`", row[2]))
    assert (BROWSERS in row[2]) is not bool(named & GUARDED)


def test_every_test_of_a_hostile_page_and_of_a_fault_is_in_the_table() -> None:
    told = "\n".join(row[2] for row in ROWS)
    missing = [
        one.name
        for file in ("test_hostile.py",)
        for one in ast.parse((Path(__file__).parent / file).read_text(encoding="utf-8")).body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_") and one.name not in told
    ]
    assert missing == []
