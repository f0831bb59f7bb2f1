"""Finding a browser: the order, what is told of each step, and how one is started."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser as RunningBrowser

from harness import browser, browser_npm, browser_places, browser_trial
from harness.browser import Browser, find_browser, launch, launch_options, need_browser
from harness.browser_trial import Trial
from harness.errors import RunBroken, UsageError
from harness.places import npm_part


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """A machine with no browser at all; a test fills in places, and which executables do not start (and why)."""
    here: dict[str, Any] = {
        "playwright": [],
        "system": [],
        "npm": None,
        "installs": [],
        "broken": {},
        "folder": tmp_path,
    }
    monkeypatch.delenv(browser.ENVIRONMENT, raising=False)
    monkeypatch.setattr(browser_places, "playwrights_own", lambda: iter(here["playwright"]))
    monkeypatch.setattr(browser_places, "systems_own", lambda: iter(here["system"]))

    def from_npm() -> browser_npm.Unpacked:
        if here["npm"] is None:
            raise RunBroken("finns inte")
        return browser_npm.Unpacked(here["npm"], (("LD_LIBRARY_PATH", "own"),))

    def start(executable: Path, options: dict[str, Any], *, afresh: bool) -> Trial:
        return here["broken"].get(executable) or Trial(version="150.0", letters=True)

    def install(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        if not here["installs"]:
            raise subprocess.CalledProcessError(1, command, stderr="Failed to download\nmore")
        here["playwright"] = here["installs"]
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(browser_npm, "unpacked", from_npm)
    monkeypatch.setattr(browser, "try_to_start", start)
    monkeypatch.setattr(browser, "lend_node", lambda: None)
    monkeypatch.setattr(browser.subprocess, "run", install)
    yield here


def file(machine: dict[str, Any], name: str) -> Path:
    path: Path = machine["folder"] / name
    path.touch()
    return path


def test_the_order(machine: dict[str, Any]) -> None:
    machine["installs"] = [file(machine, "fetched")]
    found: list[tuple[str, str]] = []
    for place, name in (("", ""), ("npm", "sparticuz"), ("system", "chrome"), ("playwright", "own")):
        if place:
            path = file(machine, name)
            machine[place] = path if place == "npm" else [path]
        taken = find_browser().browser
        assert taken is not None
        found.append((taken.source, taken.executable.name))
        if not place:
            machine["playwright"] = []
    assert found == [
        ("playwright-install", "fetched"),
        ("npm", "sparticuz"),
        ("system", "chrome"),
        ("playwright", "own"),
    ]
    pointed_out = find_browser(str(file(machine, "mine"))).browser
    assert pointed_out is not None
    assert pointed_out.source == "configured"


def test_one_that_does_not_start_is_passed_by_and_told_of(machine: dict[str, Any]) -> None:
    broken, works = file(machine, "broken"), file(machine, "works")
    machine["system"], machine["npm"] = [broken], works
    machine["broken"] = {broken: Trial(problem="systembibliotek saknas", remedy="laga")}
    found = find_browser()
    assert found.browser is not None
    assert found.browser.executable == works
    assert [(step.where, step.found) for step in found.steps] == [
        ("utpekad", False),
        ("Playwrights egen", False),
        ("datorns egen", False),
        ("npm:s @sparticuz/chromium", True),
    ]
    assert found.steps[2].outcome == f"{broken} startar inte: systembibliotek saknas"


def test_none_at_all_is_told_in_one_line_with_the_remedy(machine: dict[str, Any]) -> None:
    broken = file(machine, "broken")
    machine["system"] = [broken]
    machine["broken"] = {broken: Trial(problem="kärnan tillåter det inte", remedy="Be om lov.")}
    with pytest.raises(RunBroken) as caught:
        need_browser()
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith("Be om lov.")
    assert [step.outcome for step in find_browser().steps][-1] == "gick inte: Failed to download"
    assert [step.outcome for step in find_browser(install=False).steps][-1] == "prövas av make setup"


@pytest.mark.parametrize("by", ["argument", "environment"])
def test_one_pointed_out_in_vain_is_wrong_use(
    machine: dict[str, Any], monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    machine["system"] = [file(machine, "chrome")]
    if by == "environment":
        monkeypatch.setenv(browser.ENVIRONMENT, "/nowhere/chrome")
    with pytest.raises(UsageError, match="/nowhere/chrome finns inte") as caught:
        need_browser("/nowhere/chrome" if by == "argument" else None)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("root", [True, False])
def test_only_root_goes_without_the_sandbox(monkeypatch: pytest.MonkeyPatch, root: bool) -> None:
    monkeypatch.setattr(browser, "is_root", lambda: root)
    options = launch_options(Browser(Path("/usr/bin/chromium"), "150", "system"))
    assert options["chromium_sandbox"] is not root
    assert "--no-sandbox" not in options["args"]
    assert "--disable-background-networking" in options["args"]
    assert "env" not in options


def test_what_a_browser_needs_of_its_own_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESSET_PROBE", "1")
    options = launch_options(Browser(Path("x"), "150", "npm", ("--disable-gpu",), (("LD_LIBRARY_PATH", "own"),)))
    assert "--disable-gpu" in options["args"]
    assert options["env"]["LD_LIBRARY_PATH"] == "own"
    assert options["env"]["ESSET_PROBE"] == "1"


def test_playwrights_newest_comes_first_and_the_full_browser_before_the_shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    places = (
        "chromium-999/chrome-linux/chrome",
        "chromium-1255/chrome-linux64/chrome",
        "chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell",
    )
    for place in places:
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).touch()
    found = [str(path.relative_to(tmp_path)) for path in browser_places.playwrights_own()]
    assert found == [places[1], places[0], places[2]]


def test_the_same_browser_under_two_names_is_one_candidate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "google-chrome-stable").write_text("#!/bin/sh\n")
    (tmp_path / "google-chrome-stable").chmod(0o755)
    (tmp_path / "google-chrome").symlink_to(tmp_path / "google-chrome-stable")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser_places, "_usual_places", lambda: iter(()))
    assert [*browser_places.systems_own()] == [tmp_path / "google-chrome-stable"]


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("[pid=1][err] FATAL:zygote_host.cc No usable sandbox! If you are", "användarnamnrymder"),
        ("chrome: error while loading shared libraries: libnss3.so: cannot open", "systembibliotek"),
        ("spawn /x EACCES", "inget program"),
        ("Browser logs:\n[pid=7][err] out of luck\n", "out of luck"),
        ("Target page, context or browser has been closed", "utan att säga varför"),
        ("", "okänt fel"),
    ],
)
def test_why_it_did_not_start_is_said_in_swedish(said: str, phrase: str) -> None:
    problem, _ = browser_trial.reason(said)
    assert phrase in problem
    assert "\n" not in problem


def test_a_start_is_remembered_until_the_file_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(browser_trial, "cache_folder", lambda: tmp_path / "cache")
    starts: list[str] = []

    def start(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        starts.append(command[-1])
        return subprocess.CompletedProcess(command, 0, stdout='{"version": "150.0", "letters": true}')

    monkeypatch.setattr(browser_trial.subprocess, "run", start)
    executable = tmp_path / "chrome"
    executable.write_text("one")
    for _ in range(2):
        assert browser_trial.try_to_start(executable, {"args": []}).version == "150.0"
    assert len(starts) == 1
    executable.write_text("another")
    browser_trial.try_to_start(executable, {"args": []})
    assert len(starts) == 2
    browser_trial.try_to_start(executable, {"args": []}, afresh=True)
    assert len(starts) == 3


@pytest.fixture(name="chromium")
def _chromium(browser: RunningBrowser) -> SimpleNamespace:
    """Stands for Playwright where `launch` asks for it: it cannot be started twice in one thread, and is running."""
    return SimpleNamespace(chromium=browser.browser_type)


@pytest.mark.browser
def test_a_program_that_is_no_browser_is_found_out() -> None:
    found = find_browser(sys.executable, afresh=True)
    assert found.browser is None
    assert "startar inte" in found.steps[0].outcome


@pytest.mark.browser
@pytest.mark.skipif(
    npm_part(browser_npm.PACKAGE) is None or platform.machine() != "x86_64" or sys.platform != "linux",
    reason="npm's Chromium is for Linux on x86-64",
)
def test_npms_chromium_starts_with_nothing_of_the_machines_own(
    monkeypatch: pytest.MonkeyPatch, chromium: SimpleNamespace
) -> None:
    """As on a machine without libraries and fonts: the package's own are used, and å ä ö come out in its Open Sans."""
    monkeypatch.delenv(browser.ENVIRONMENT, raising=False)
    monkeypatch.setattr(browser_places, "playwrights_own", lambda: iter(()))
    monkeypatch.setattr(browser_places, "systems_own", lambda: iter(()))
    monkeypatch.setattr(browser_npm, "_has_fonts", lambda: False)
    monkeypatch.setattr(browser_npm, "lacks_libraries", lambda _: True)
    found = find_browser(install=False)
    assert found.browser is not None, found.steps
    assert found.browser.source == "npm"
    assert found.browser.letters
    assert {name for name, _ in found.browser.environment} == {"FONTCONFIG_FILE", "LD_LIBRARY_PATH"}

    running = launch(chromium, found.browser)
    page = running.new_page()
    page.set_content("<h1>Räksmörgås</h1>")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    document = session.send("DOM.getDocument")["root"]["nodeId"]
    heading = session.send("DOM.querySelector", {"nodeId": document, "selector": "h1"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": heading})["fonts"]
    running.close()
    assert [font["familyName"] for font in fonts] == ["Open Sans"]


@pytest.mark.browser
def test_a_browser_that_does_not_start_is_told_in_one_line(chromium: SimpleNamespace) -> None:
    with pytest.raises(RunBroken) as caught:
        launch(chromium, Browser(Path(sys.executable), "", "configured"))
    assert "\n" not in str(caught.value)
    assert "esset-a11y doctor" in str(caught.value)
