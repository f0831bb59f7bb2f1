"""What was written is read again, and a torn line costs nothing but itself."""

from __future__ import annotations

from pathlib import Path

from checks.model import Box, Element, Finding, Outcome, Text, Visit
from harness.journal import FOLDER, Journal, Line, read_journal

ELEMENT = Element(("html>:nth-child(2)",), "p", "<p>åäö", "", "Namn", Box(1, 2, 3, 4), ("p", "body"))
FINDING = Finding(
    "axe",
    "r",
    "axe",
    Outcome.CANT_TELL,
    "contrast",
    ("1.4.3",),
    ELEMENT,
    Text("a", "b"),
    Text("c", "d"),
    Text("e", "f"),
)
VISIT = Visit("OF-1", "tom", 1, "http://127.0.0.1/", "Titel", (FINDING,), {"axe": 0.1})


def test_every_line_is_read_as_it_was_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "gw0")
    journal.write(Line(visit=VISIT))
    journal.write(Line(versions={"webbläsare": "1"}))
    journal.close()
    assert list(read_journal(tmp_path).lines) == [Line(visit=VISIT), Line(versions={"webbläsare": "1"})]


def test_a_torn_last_line_is_left_out(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "gw0")
    journal.write(Line(visit=VISIT))
    journal.close()
    file = tmp_path / FOLDER / "gw0.jsonl"
    file.write_bytes(file.read_bytes() + b'{"visit": {"scenario": "OF-')
    assert list(read_journal(tmp_path).lines) == [Line(visit=VISIT)]


def test_workers_write_beside_each_other(tmp_path: Path) -> None:
    for worker in ("gw0", "gw1"):
        journal = Journal(tmp_path, worker)
        journal.write(Line(visit=VISIT))
        journal.close()
    assert len(list(read_journal(tmp_path).lines)) == 2


def test_a_journal_with_nothing_in_it_leaves_no_file(tmp_path: Path) -> None:
    Journal(tmp_path, "main").close()
    assert list(tmp_path.iterdir()) == []
