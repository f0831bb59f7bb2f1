"""`review`, `statement`, `protocol` and `acr` on the command line: what they write, and each mistake in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from defects.review_file import read_book
from harness.cli import app
from harness.config import load_config
from harness.errors import UsageError
from reports.run_json import render
from tests.harness.review.test_workbook import BREACH, DEFECTS, fill
from tests.reports.conftest import make_run
from tests.reports.test_sampling import called

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run = called(make_run(tmp_path))
    (tmp_path / "run.json").write_bytes(render(run))
    (tmp_path / "esset.toml").write_text("[statement]\nactor = 'Staden'\nemail = 'a@b.se'\n", encoding="utf-8")
    return tmp_path


def call(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    """The command line in this process; its own errors are raised."""
    monkeypatch.chdir(folder)
    named = [] if arguments[0] != "review" or "--review" in arguments else ["--review", "granskning.toml"]
    app([*arguments, *named], standalone_mode=False)


def test_a_workbook_out_and_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, file = folder / "granskning.xlsx", folder / "granskning.toml"
    call(folder, monkeypatch, "review", ".", "--excel", "granskning.xlsx")
    fill(book, DEFECTS, (BREACH,), verdict="falskt larm")
    with pytest.raises(UsageError, match="inget är sparat"):
        call(folder, monkeypatch, "review", ".", "--read", "granskning.xlsx", "--by", "Anna")
    assert not file.exists()
    fill(book, DEFECTS, (BREACH,), note="Prov.")
    call(folder, monkeypatch, "review", ".", "--read", "granskning.xlsx", "--by", "Anna")
    assert [(one.defect, one.by) for one in read_book(file).decisions] == [(BREACH, "Anna")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["review", "--output", "tom"], "Det finns ingen körning"),
        (["review", "finns-inte"], "finns-inte"),
        (["review", ".", "--review", "none"], "ingen fil"),
        (["review", ".", "--read", "finns-inte.xlsx"], "finns-inte.xlsx"),
        (["review", ".", "--excel", "finns/inte.xlsx"], "inte.xlsx"),
        (["statement", ".", "--surface", "påhittad"], "påhittad"),
        (["statement", ".", "--surface", "arendesystem"], "internt ärendesystem"),
        (["statement", ".", "--status", "helt"], "automatiska test räcker inte"),
        (["statement", ".", "--status", "nästan"], "nästan"),
        (["statement", ".", "-o", "x.docx"], ".html eller .md"),
        (["protocol", ".", "-o", "finns/inte.html"], "inte.html"),
        (["acr", "."], "e-postadress"),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_written(
    folder: Path, arguments: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {one.name for one in folder.iterdir()}
    with pytest.raises(UsageError) as raised:
        call(folder, monkeypatch, *arguments)
    assert says in str(raised.value) and "\n" not in str(raised.value)
    assert {one.name for one in folder.iterdir()} == before


def test_the_documents_are_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command, file in (("statement", "tillganglighetsredogorelse.html"), ("protocol", "granskningsprotokoll.html")):
        call(folder, monkeypatch, command, ".", "--config", "esset.toml")
        assert b"<!DOCTYPE html>" in (folder / file).read_bytes()
    call(folder, monkeypatch, "acr", ".", "--config", "esset.toml")
    assert yaml.safe_load((folder / "acr.yaml").read_bytes())["author"]["name"] == "Staden"


def test_what_the_documentation_shows_can_be_read(tmp_path: Path) -> None:
    shown = (ROOT / "docs" / "granskning.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "granskning.toml").write_text(shown, encoding="utf-8")
    book = read_book(tmp_path / "granskning.toml")
    assert (len(book.decisions), len(book.tests)) == (1, 1)
    page = (ROOT / "docs" / "konfiguration.md").read_text(encoding="utf-8")
    (tmp_path / "esset.toml").write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    assert load_config(str(tmp_path / "esset.toml")).publisher("kundportal").published
