"""Whatever a tested page, its files or a configuration hold comes out harmless, in every report there is.

Every text of a run is made hostile, field by field, and every registered format is written from it. A format with a
new sort of file has no examiner here and fails until it gets one.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from bs4 import BeautifulSoup
from rich.console import Console

from defects.standing import Standing, Status
from harness import tell
from harness.journal import Journal, Line, read_journal
from reports.model import Run, Spoken
from reports.registry import all_formats, write_reports
from reports.run_json import load_run

HOSTILE = {
    "markup": '"><script>alert(1)</script><img src=x onerror=alert(1)></style></title>{{ 7 * 7 }}<!-- ]]>',
    "entity": "&lt;script&gt;&#0;&amp;lt;<![CDATA[<b>",
    "formula": '=HYPERLINK("http://x/","klicka")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1+1)*cmd",
    "tab": "\t=1+1",
    "line": '\r\n=1+1,"=1+1",\n\'=1',
    "ansi": "\x1b[31m\x1b]8;;http://x\x07röd\x1b]0;titel\x07\x9b2J",
    "direction": "\u202egnp.exe\u202c\u2066\u200f\u061c\ufeff",
    "surrogate": "\ud83d halv \udc00\ud800",
    "control": "\x00\x01\x08\x0b\x0c\x7f\x85\x9c\ufffe\uffff",
    "markdown": "[a](javascript:alert(1)) ![](http://x) | `kod` <b> # * _",
    "link": "javascript:alert(1)//",
    "files": "../../../../etc/passwd\\..\\con:<>|?*",
    "rich": "[bold red]fet[/] [link=http://x]a[/link] [/]",
}
OWN = {"kind", "criteria", "outcome", "fingerprint", "scope", "area", "level", "status", "ending", "started", "ended",
       "first_seen", "last_seen", "check", "checks", "id", "scenario", "surface", "surfaces", "name"}  # fmt: skip
"""Fields that the suite or its configuration fills by itself; `Element.name` and other names of a page are put back."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
TURNING = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def poisoned(value: Any, text: str, field: str = "") -> Any:
    """The value with every text that comes from outside beginning with `text`."""
    if isinstance(value, Enum) or field in OWN:
        return value
    if isinstance(value, str):
        return text + value
    if isinstance(value, tuple):
        return tuple(poisoned(one, text, field) for one in value)
    if isinstance(value, dict):
        return {poisoned(key, text): poisoned(one, text) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: poisoned(getattr(value, one.name), text, one.name) for one in fields(value)}
        if type(value).__name__ == "Element":
            held |= {"name": text + value.name, "signature": value.signature}  # type: ignore[attr-defined]
        if type(value).__name__ == "Visit":
            held["seconds"] = value.seconds  # type: ignore[attr-defined]
        return replace(value, **held)
    return value


@pytest.fixture
def whole(run: Run) -> Run:
    """The run with something in every field: standings, transcripts, what wavers, what was torn."""
    standings = tuple(
        Standing(
            one.fingerprint, Status.NEW, one.kind, one.criteria, one.outcome, one.priority.level, "Barn och unga",
            "en plats", "2026-11-24T02:00:00+01:00", "1", "2026-11-24T02:00:00+01:00", "2", 1,
        )
        for one in run.defects
    )  # fmt: skip
    spoken = (Spoken("OF-1", "ett", ("Start, webbsida",), (0,)), Spoken("OF-1", "två", ("Spara, knapp",), (0,)))
    return replace(run, standings=standings, transcripts=spoken, torn=("main.jsonl",))


def written(run: Run, text: str) -> dict[str, Path]:
    return write_reports(poisoned(run, text))


def tags(file: Path) -> list[tuple[str, tuple[str, ...]]]:
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    return [(one.name, tuple(sorted(one.attrs))) for one in page.find_all(True)]


def html(file: Path, tame: Path) -> None:
    """Not one element or attribute more than the same run with harmless texts."""
    text = file.read_text(encoding="utf-8")
    assert tags(file) == tags(tame)
    assert not TURNING.search(text)
    page = BeautifulSoup(text, "html.parser")
    for one in page.find_all(True):
        assert not str(one.get("href", "")).lower().startswith(("javascript", "data:text"))
        assert str(one.get("src", "data:")).startswith("data:")


def xml(file: Path, tame: Path) -> None:
    assert [one.tag for one in ET.parse(file).iter()] == [one.tag for one in ET.parse(tame).iter()]
    assert not TURNING.search(file.read_text(encoding="utf-8"))


def plain_json(file: Path, tame: Path) -> None:
    """Whole characters, also where they are written as escapes; the same shape as with harmless texts."""
    told = json.loads(file.read_bytes().decode("utf-8"))
    json.dumps(told, ensure_ascii=False).encode("utf-8")
    assert not CONTROL.search(json.dumps(told, ensure_ascii=False))
    strings = [*texts(told)]
    assert not any("\x1b" in one or "\x00" in one for one in strings)
    assert len(strings) == len([*texts(json.loads(tame.read_bytes()))])


def texts(told: Any) -> list[str]:
    if isinstance(told, dict):
        return [one for value in told.values() for one in texts(value)]
    if isinstance(told, list):
        return [one for value in told for one in texts(value)]
    return [told] if isinstance(told, str) else []


def plain_csv(file: Path, tame: Path) -> None:
    rows, expected = read_csv(file), read_csv(tame)
    assert [len(row) for row in rows] == [len(row) for row in expected]
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(FORMULA), cell[:40]
        assert not TURNING.search(cell)


def read_csv(file: Path) -> list[list[str]]:
    return [*csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))]


def workbook(file: Path, tame: Path) -> None:
    book, expected = openpyxl.load_workbook(file), openpyxl.load_workbook(tame)
    for sheet in book:
        assert sheet.dimensions == expected[sheet.title].dimensions
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n") and cell.hyperlink is None
                assert not CONTROL.search(str(cell.value)) and not TURNING.search(str(cell.value))


def markdown(file: Path, tame: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") == tame.read_text(encoding="utf-8").count("\n")
    for mark in ("<script", "<img", "<b>", "](", "!["):
        assert mark not in re.sub(r"\\.", "", text), mark
    assert not TURNING.search(text)


EXAMINERS: dict[str, Callable[[Path, Path], None]] = {
    ".html": html,
    ".xml": xml,
    ".json": plain_json,
    ".jsonld": plain_json,
    ".sarif": plain_json,
    ".csv": plain_csv,
    ".xlsx": workbook,
    ".md": markdown,
}


def test_every_format_has_an_examiner() -> None:
    assert {Path(one.file).suffix for one in all_formats()} <= {*EXAMINERS}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_harmless_in_every_report(whole: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "tame").mkdir()
    # A harmless text that is as visible as the hostile one, so that what is left out or cut is the same.
    tame = written(replace(whole, folder=tmp_path / "tame"), "harmlöst ")
    for form, file in written(whole, HOSTILE[name]).items():
        if file.suffix != ".xlsx":
            text = file.read_bytes().decode("utf-8-sig")  # No half characters: decoding is strict.
            assert not CONTROL.search(text), form
            assert "\x1b" not in text
        EXAMINERS[file.suffix](file, tame[form])


@pytest.mark.parametrize("name", HOSTILE)
def test_the_terminal_shows_texts_and_obeys_none(whole: Run, name: str) -> None:
    said = io.StringIO()
    console = Console(file=said, width=200, color_system=None)
    evil = poisoned(whole, HOSTILE[name])
    tell.print_run(console, evil)
    tell.print_timings(console, evil)
    text = said.getvalue().replace("\n", "")
    assert not CONTROL.search(text) and not TURNING.search(text) and not re.search("[\ud800-\udfff]", text)
    text.encode()
    if name == "rich":
        assert "[bold red]fet[/]" in text


def test_ten_megabytes_are_cut_with_a_note(whole: Run) -> None:
    before = {form: file.stat().st_size for form, file in write_reports(whole).items()}
    first, *rest = whole.defects
    element = first.places[0].element
    assert element
    endless = "å" * 10_000_000
    place = replace(
        first.places[0],
        element=replace(element, html=endless, name=endless, selector=endless, path=(endless,)),
        observed=replace(first.observed, sv=endless, en=endless),
        url=f"http://127.0.0.1:8000/{endless}",
    )
    long = replace(first, places=(place,), evidence={endless: endless}, observed=place.observed)
    visits = (replace(whole.visits[0], title=endless, url=endless), *whole.visits[1:])
    for form, file in write_reports(replace(whole, defects=(long, *rest), visits=visits)).items():
        assert file.stat().st_size < before[form] + 2_000_000, form
        if form in ("html", "json", "csv", "sarif", "earl"):
            assert "avkortat, 10 000 000 tecken" in file.read_bytes().decode("utf-8-sig"), form


def test_a_picture_is_only_taken_from_the_run(whole: Run, tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.jpg"
    (whole.folder / "pictures" / "steg-1.jpg").rename(secret)
    first, *rest = whole.defects
    for name in ("../secret.jpg", str(secret)):
        place = replace(first.places[0], picture=name)
        visits = tuple(replace(one, picture=name) for one in whole.visits)
        spoken = tuple(Spoken(one.scenario, one.state, ("Spara, knapp",), (0,)) for one in visits)
        defects = (replace(first, places=(place,)), *rest)
        files = write_reports(replace(whole, defects=defects, visits=visits, transcripts=spoken))
        assert "data:image" not in files["html"].read_text(encoding="utf-8")


def test_what_machines_read_is_kept_as_it_was(whole: Run) -> None:
    """A signature's parts are joined by a control character: a fingerprint made from run.json is the same."""
    first, *rest = whole.defects
    element = first.places[0].element
    assert element
    signed = replace(element, signature=("button\x1f#spara\x1f.knapp", "main"))
    place = replace(first.places[0], element=signed)
    write_reports(replace(whole, defects=(replace(first, places=(place,)), *rest)))
    told = load_run(whole.folder).defects[0].places[0].element
    assert told and told.signature == signed.signature


def test_the_journal_takes_half_a_character_and_keeps_the_rest(whole: Run) -> None:
    """Cutting a text at its hundred-and-twentieth character can cut an emoji in two."""
    finding = next(one for visit in whole.visits for one in visit.findings if one.element)
    assert finding.element
    element = replace(finding.element, name="ok \ud83d", signature=("a\x1f#b",))
    visit = replace(whole.visits[0], findings=(replace(finding, element=element),))
    journal = Journal(whole.folder, "main")
    journal.write(Line(visit=visit))
    journal.close()
    (line,) = read_journal(whole.folder).lines
    assert line.visit and line.visit.findings[0].element
    kept = line.visit.findings[0].element
    assert (kept.name, kept.signature) == ("ok [U+D83D]", ("a\x1f#b",))
