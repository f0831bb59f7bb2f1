"""`esset-a11y repro`: there with a fault, gone without it, told in either case; and what is no defect is refused."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import make_server

from checks.model import Box, Element, Finding, Outcome, Text
from checks.registry import all_checks
from defects.fingerprint import fingerprint
from defects.model import Defect, Level, Place, Priority
from demo.app import create_app
from demo.faults import build as faults_of
from harness.errors import UsageError
from harness.repro.choose import Aim, aim_at
from harness.repro.cli import has_screen
from harness.repro.stopping import Seen, Stop, mark, sight
from reports.model import CheckRun, Run, Trace
from reports.registry import write_reports
from reports.run_json import load_run
from tests.commands import esset

PLAIN = Text("Knappen har inget namn", "The button has no name")
URL = "http://127.0.0.1/sida"


def element(path: str = "html>:nth-child(1)", name: str = "spara") -> Element:
    return Element((path,), "button", "<button>", "button", "", Box(0, 0, 9, 9), (f"button\x1f#{name}", "main", "html"))


def finding(at: Element, kind: str = "missing-name", outcome: Outcome = Outcome.FAILED) -> Finding:
    question = PLAIN if outcome is Outcome.CANT_TELL else None
    return Finding("axe", "button-name", "axe", outcome, kind, ("4.1.2",), at, PLAIN, PLAIN, question)


def make_run(folder: Path, *findings: Finding) -> Run:
    defects = tuple(
        Defect(
            fingerprint(one, URL), one.kind, one.outcome, one.criteria, ("axe",), ("axe",), (one.rule,), PLAIN, PLAIN,
            None, "", {}, (Place("GE-7", "startsidan", 3, URL, one.element, PLAIN, "", 1.0),), ("kundportal",),
            Priority(Level.P1, 80, ()),
        )
        for one in findings
    )  # fmt: skip
    trace = Trace("k", "2026-11-24T02:00:00+01:00", "2026-11-24T02:01:00+01:00", "inbyggda Esset (delivered)",
                  "snabb", {}, {"build": "delivered"})  # fmt: skip
    folder.mkdir(parents=True)
    run = Run(trace, (), (CheckRun("axe", PLAIN, ("4.1.2",)),), (), (), defects, folder)
    write_reports(run)
    return run


@pytest.fixture
def aim(tmp_path: Path) -> Aim:
    run = make_run(tmp_path / "2026", finding(element()))
    return aim_at(run.defects[0].fingerprint, "", str(tmp_path), 1)


def test_the_last_run_and_a_few_characters_are_enough(tmp_path: Path) -> None:
    make_run(tmp_path / "2026-01", finding(element(name="gammal")))
    last = make_run(tmp_path / "2026-02", finding(element()))
    aim = aim_at(last.defects[0].fingerprint[:6], "", str(tmp_path), 1)
    assert aim.defect == last.defects[0] and [one.id for one in aim.checks] == ["axe"]
    assert aim_at(last.defects[0].fingerprint, "2026-02", str(tmp_path), 1).place.state == "startsidan"


@pytest.mark.parametrize(
    ("mark", "number", "says"),
    [("zz", 1, "Ingen brist börjar på"), ("", 1, "Ingen brist"), ("own", 2, "har 1 ställen"), ("own", 1, None)],
)
def test_what_is_not_there_is_told(tmp_path: Path, mark: str, number: int, says: str | None) -> None:
    run = make_run(tmp_path / "2026", finding(element()))
    asked = run.defects[0].fingerprint if mark == "own" else mark
    if says is None:
        assert aim_at(asked, "", str(tmp_path), number)
        return
    with pytest.raises(UsageError, match=says):
        aim_at(asked, "", str(tmp_path), number)


def test_without_a_run_it_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Kör esset-a11y run först"):
        aim_at("ab", "", str(tmp_path), 1)


def test_a_trace_is_found_by_its_scenario(aim: Aim) -> None:
    assert aim.trace is None
    trace = aim.run.folder / "traces" / "lasa_projektwebben.zip"
    trace.parent.mkdir()
    trace.write_bytes(b"")
    assert aim.trace == trace


def test_the_same_element_or_the_same_fingerprint_is_the_defect(aim: Aim) -> None:
    assert sight(aim, [finding(element())], URL).seen is Seen.THERE
    moved = finding(element("html>:nth-child(2)"))
    assert sight(aim, [moved], URL).seen is Seen.THERE
    renamed = finding(element(name="annat"))
    assert sight(aim, [renamed], URL).seen is Seen.THERE
    other = finding(element("html>:nth-child(2)", "annat"))
    assert sight(aim, [other], URL) == replace(sight(aim, [], URL), others=1)
    assert sight(aim, [], URL).seen is Seen.GONE


def test_what_was_not_tested_is_not_gone(aim: Aim) -> None:
    untested = Finding("axe", "axe", "axe", Outcome.UNTESTED, "untested", (), None, PLAIN, PLAIN)
    assert sight(aim, [untested], URL).seen is Seen.UNTESTED
    assert sight(aim, [untested, finding(element())], URL).seen is Seen.THERE
    across = replace(aim, checks=tuple(one for one in all_checks() if one.across), across=True)
    assert sight(across, [], URL).seen is Seen.UNTESTED


def test_only_a_new_drive_may_call_a_defect_gone(aim: Aim) -> None:
    stop = Stop(aim, lambda sight: None, watch=True)
    assert stop.settled, "the state was never reached"
    stop.reached = True
    assert not stop.settled, "a target that was there may be on its way up again"
    stop.sight = sight(aim, [finding(element())], URL)
    assert not stop.settled
    stop.changed = True
    assert not stop.settled
    stop.begin()
    stop.sight = sight(aim, [], URL)
    assert stop.settled


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_without_a_screen_there_is_no_window(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert has_screen() is (system == "darwin")
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_screen()


@pytest.mark.browser
def test_the_element_is_marked_in_frames_and_shadow_trees_and_under_a_policy(page: Page) -> None:
    page.set_content(
        """<meta http-equiv="Content-Security-Policy" content="style-src 'none'"><main style="height:3000px"></main>
        <my-part></my-part><iframe srcdoc="<p>Text</p><button>I ramen</button>"></iframe>"""
    )
    page.evaluate(
        """document.querySelector('my-part').attachShadow({mode: 'open'}).innerHTML = '<button>I skuggan</button>'"""
    )
    page.frame_locator("iframe").get_by_role("button").wait_for()
    for path in (("my-part", "button"), ("iframe", "button"), ("main",)):
        assert mark(page, path), path
    assert not mark(page, ("my-part", "input")) and not mark(page, ("iframe", "input"))
    frame = page.frames[1]
    assert frame.evaluate("document.getElementById('esset-a11y-ram').getBoundingClientRect().width") > 0
    assert page.evaluate("getComputedStyle(document.getElementById('esset-a11y-ram')).pointerEvents") == "none"


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of one scenario against the demo as delivered, with one check."""
    output = tmp_path_factory.mktemp("out")
    ended = esset(
        *("run", "--scenario", "GE-7", "--checks", "axe", "--profile", "snabb"),
        *("--history", "none", "--fail-on", "none", "--output", str(output)),
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return output


@pytest.fixture
def missing_alt(driven: Path) -> Defect:
    (folder,) = driven.glob("2*")
    return next(one for one in load_run(folder).defects if one.kind == "missing-alt")


@pytest.mark.browser
@pytest.mark.slow
def test_it_is_there_with_the_fault_and_gone_without(driven: Path, missing_alt: Defect) -> None:
    there = esset("repro", missing_alt.fingerprint[:10], "--output", str(driven), "--headless")
    assert there.returncode == 1, there.stdout + there.stderr
    for told in ("Kvar", "Observerat", "img", "1.1.1", "Så rättas det", missing_alt.places[0].state):
        assert told in there.stdout, told
    gone = esset("repro", missing_alt.fingerprint, "--output", str(driven), "--headless", "--build", "clean")
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert "Borta" in gone.stdout and "betyder inte att sidan är tillgänglig" in gone.stdout


class Mending:
    """An Esset whose fault is mended after so many asked-for pages with it."""

    def __init__(self, after: int) -> None:
        self.apps: list[Flask] = [create_app(faults_of(one)) for one in ("delivered", "clean")]
        self.apps[1].config["SECRET_KEY"] = self.apps[0].config["SECRET_KEY"]
        self.after, self.asked = after, 0

    def __call__(self, environ, start_response):  # type: ignore[no-untyped-def]
        if environ["PATH_INFO"] == "/projektwebben/":
            self.asked += 1
        return self.apps[self.asked > self.after](environ, start_response)


@pytest.fixture
def mending() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, Mending(after=4), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.mark.browser
@pytest.mark.slow
def test_watch_goes_on_until_it_is_mended(driven: Path, missing_alt: Defect, mending: str) -> None:
    watched = esset(
        "repro",
        *(missing_alt.fingerprint, "--output", str(driven), "--headless", "--watch", "--every", "0.1"),
        *("--target", mending),
    )
    assert watched.returncode == 0, watched.stdout + watched.stderr
    assert watched.stdout.index("Kvar") < watched.stdout.index("Borta")
