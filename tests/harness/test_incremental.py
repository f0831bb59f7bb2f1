"""What is taken over is what was found at the very same content by the very same suite, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from checks.model import Finding, Outcome, Text, Visit
from checks.registry import Check
from checks.state import State
from harness import incremental
from harness.bench.serving import serve_folder
from harness.config import Config
from harness.incremental import Earlier, whole
from harness.journal import Journal
from harness.walk import ScenarioWalk
from scenarios.model import Area, Audience, Scenario

SCENARIO = Scenario("P-1", "Prov", Area.GEMENSAMT, Audience.INVANARE, "kundportal", "", lambda: None)
TEXT = Text("sv", "en")
looks: list[str] = []


def look(state: State) -> Iterator[Finding]:
    looks.append(state.name)
    (element,) = state.describe(state.documents[0], [("html>body>p",)])
    yield Finding("prov", "r", "prov", Outcome.FAILED, "contrast", ("1.4.3",), element, TEXT, TEXT)


CHECK = Check("prov", TEXT, ("1.4.3",), TEXT, TEXT, ("natt",), look)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><html lang=sv><title>T</title><p>Text</p>", encoding="utf-8")
    with serve_folder(folder) as address:
        yield folder, address


def drive(browser: Browser, address: str, out: Path, run: str, **settings: Any) -> Visit:
    """One run of a scenario of one state; gives its visit."""
    config = Config(output=str(out))
    checks = settings.get("checks", (CHECK,))
    (out / run).mkdir(parents=True)
    context = browser.new_context(viewport={"width": settings.get("width", 1280), "height": 900})
    journal = Journal(out / run, "main")
    page: Page = context.new_page()
    walk = ScenarioWalk(page, SCENARIO, checks, journal, earlier=Earlier(config, checks, out / run))
    page.goto(address)
    walk.state(settings.get("state", "start"))
    journal.close()
    context.close()
    return walk.visits[0]


@pytest.mark.browser
def test_the_same_content_is_taken_over_and_marked(browser: Browser, site: tuple[Path, str], tmp_path: Path) -> None:
    _, address = site
    first = drive(browser, address, tmp_path, "1")
    looks.clear()
    second = drive(browser, address, tmp_path, "2")
    third = drive(browser, address, tmp_path, "3")
    assert looks == []
    assert (first.taken_from, second.taken_from, third.taken_from) == ("", "1", "1")
    assert second.findings == first.findings
    assert (tmp_path / "2" / second.picture).read_bytes() == (tmp_path / "1" / first.picture).read_bytes()


@pytest.mark.browser
def test_what_has_changed_is_looked_at_anew(
    browser: Browser, site: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, address = site
    out = tmp_path / "out"
    drive(browser, address, out, "1")
    other = replace(CHECK, id="annan")
    assert drive(browser, address, out, "2", width=800).taken_from == ""
    assert drive(browser, address, out, "3", state="annat").taken_from == ""
    assert drive(browser, address, out, "4", checks=(CHECK, other)).taken_from == ""
    with monkeypatch.context() as patched:
        patched.setattr(incremental, "engine_versions", lambda: {"axe-core": "0"})
        assert drive(browser, address, out, "5").taken_from == ""
    with monkeypatch.context() as patched:
        patched.setattr(incremental, "_code", lambda: "other code")
        assert drive(browser, address, out, "6").taken_from == ""
    (folder / "index.html").write_text("<!doctype html><html lang=sv><title>T</title><p>Ny</p>", encoding="utf-8")
    assert drive(browser, address, out, "7").taken_from == ""


def test_a_state_that_a_check_could_not_test_is_never_taken_over() -> None:
    broken = Finding("a", "a", "a", Outcome.UNTESTED, "untested", (), None, TEXT, TEXT, evidence={"error": "X"})
    assert not whole(Visit("S", "s", 1, "", "", (broken,), {}))
    assert whole(Visit("S", "s", 1, "", "", (replace(broken, evidence={}),), {}))
