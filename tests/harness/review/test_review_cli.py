"""`review`, `statement`, `protocol` and `acr` on the command line: what they write, and each mistake in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from defects.review_file import read_book
from harness.config import load_config
from reports.run_json import render
from tests.harness.review.test_workbook import BREACH, DEFECTS, fill
from tests.harness.test_cli import esset
from tests.reports.conftest import make_run
from tests.reports.test_sampling import called

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run = called(make_run(tmp_path))
    (tmp_path / "run.json").write_bytes(render(run))
    (tmp_path / "esset.toml").write_text("[statement]\nactor = 'Staden'\nemail = 'a@b.se'\n", encoding="utf-8")
    return tmp_path


def test_a_workbook_out_and_in(folder: Path) -> None:
    book, file = folder / "granskning.xlsx", folder / "granskning.toml"
    ended = esset("review", str(folder), "--excel", str(book), "--review", "granskning.toml", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    fill(book, DEFECTS, (BREACH,), verdict="falskt larm")
    wrong = esset("review", str(folder), "--read", str(book), "--by", "Anna", cwd=folder)
    assert wrong.returncode == 2 and "varför" in wrong.stderr and "inget är sparat" in wrong.stderr
    assert not file.exists()
    fill(book, DEFECTS, (BREACH,), note="Prov.")
    right = esset("review", str(folder), "--read", str(book), "--by", "Anna", cwd=folder)
    assert right.returncode == 0, right.stderr
    assert [(one.defect, one.by) for one in read_book(file).decisions] == [(BREACH, "Anna")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["review", "--output", "tom"], "ingen körning"),
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
def test_a_mistake_is_one_line_and_exit_code_2(folder: Path, arguments: list[str], says: str) -> None:
    before = {one.name for one in folder.iterdir()}
    ended = esset(*arguments, cwd=folder)
    told = [line for line in ended.stderr.splitlines() if line.strip()]
    assert ended.returncode == 2, ended.stderr
    assert len(told) == 1 and says in told[0], ended.stderr
    assert {one.name for one in folder.iterdir()} == before


def test_the_documents_are_written(folder: Path) -> None:
    for command, file in (("statement", "tillganglighetsredogorelse.html"), ("protocol", "granskningsprotokoll.html")):
        ended = esset(command, ".", "--config", "esset.toml", cwd=folder)
        assert ended.returncode == 0, ended.stderr
        assert b"<!DOCTYPE html>" in (folder / file).read_bytes()
    assert esset("acr", ".", "--config", "esset.toml", cwd=folder).returncode == 0
    assert yaml.safe_load((folder / "acr.yaml").read_bytes())["author"]["name"] == "Staden"


def test_what_the_documentation_shows_can_be_read(tmp_path: Path) -> None:
    shown = (ROOT / "docs" / "granskning.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "granskning.toml").write_text(shown, encoding="utf-8")
    book = read_book(tmp_path / "granskning.toml")
    assert (len(book.decisions), len(book.tests)) == (1, 1)
    page = (ROOT / "docs" / "konfiguration.md").read_text(encoding="utf-8")
    (tmp_path / "esset.toml").write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    assert load_config(str(tmp_path / "esset.toml")).publisher("kundportal").published
