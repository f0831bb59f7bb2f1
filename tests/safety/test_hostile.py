"""Pages that do harm: each ends in its time and its memory, is told as what it is, and the next one is tested."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

import harness.budget
import harness.downloads
import harness.memory
import harness.walk
from checks.model import Outcome, Visit
from checks.registry import all_checks
from harness.errors import RunBroken
from harness.journal import Journal
from harness.memory import MemoryWatch
from harness.walk import ScenarioWalk
from scenarios.model import Area, Audience, Scenario
from tests.safety.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.nightly]

SCENARIO = Scenario("X-1", "Prov", Area.GEMENSAMT, Audience.INVANARE, "kundportal", "", lambda: None)
CHECKS = [one for one in all_checks() if one.id in ("axe", "contrast", "structure-as-seen", "keyboard-reach", "links")]
GOOD = "<!DOCTYPE html><html lang=sv><title>Bra</title><main><h1>Hej</h1><img src=x></main>"


@pytest.fixture(autouse=True)
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness.walk, "PATIENCE", 8.0)
    monkeypatch.setattr(harness.walk, "REST_LIMIT", 1000)
    monkeypatch.setattr(harness.walk, "MARGIN", 1.0)
    monkeypatch.setattr(harness.walk, "STATE_LIMIT", 20.0)
    monkeypatch.setattr(harness.downloads, "PATIENCE", 1.0)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own; afterwards another context of the same browser must find what is there."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(4000)
    yield page
    context.close()
    fresh = browser.new_context()
    page = fresh.new_page()
    page.set_content(GOOD)
    assert page.locator("h1").inner_text() == "Hej"
    fresh.close()


def stopped(tab: Page, folder: Path, url: str, name: str = "sidan") -> Visit:
    """What is found at a page."""
    walk = ScenarioWalk(tab, SCENARIO, CHECKS, Journal(folder, "main"))
    tab.goto(url)
    walk.state(name)
    return walk.visits[0]


def looked_at(visit: Visit) -> bool:
    return any(one.outcome in (Outcome.FAILED, Outcome.CANT_TELL) for one in visit.findings)


NUISANCES = {
    "pop-ups": "for (let n = 0; n < 30; n++) window.open('about:blank', 'w' + n);",
    "dialogs": "alert('a'); confirm('b'); prompt('c'); setInterval(() => alert('igen'), 50);",
    "a way out that is barred": "onbeforeunload = (e) => { e.preventDefault(); return 'stanna'; };",
    "prints": "window.print();",
    "storms of errors": "setInterval(() => { throw new Error('x'); }, 1); setInterval(() => console.log('y'.repeat(9999)), 1);",
    "Array": "for (const n of ['map', 'filter', 'from', 'forEach', 'push']) Array.prototype[n] = () => { throw 1; }; Array.from = () => [];",
    "JSON": "JSON.stringify = () => 'x'; JSON.parse = () => { throw 1; };",
    "Promise": "window.Promise = function () { throw 1; };",
    "getComputedStyle": "window.getComputedStyle = () => ({});",
    "the ways to elements": "for (const n of ['querySelector', 'querySelectorAll', 'matches', 'closest', 'getAttribute']) Element.prototype[n] = Document.prototype[n] = () => null;",
    "everything about boxes": "Element.prototype.getBoundingClientRect = () => null; Range.prototype.getClientRects = () => { throw 1; };",
    "a clobbered document": "for (const n of ['body', 'head', 'documentElement', 'forms', 'title']) Object.defineProperty(document, n, { value: null });",
    "time": "Date.now = () => NaN; performance.now = () => NaN; window.requestAnimationFrame = () => 0; window.setTimeout = () => 0;",
    "a title without end": "document.title = 'x'.repeat(5e6);",
    "an endless list": "setInterval(() => { const p = document.createElement('p'); p.textContent = 'mer'; document.body.append(p); }, 5);",
}


@pytest.mark.parametrize("name", NUISANCES)
def test_a_nuisance_does_not_stop_the_checks(name: str, tab: Page, site: Site, tmp_path: Path) -> None:
    site.page("/", f"{GOOD}<script>{NUISANCES[name]}</script>")
    visit = stopped(tab, tmp_path, site.url)
    assert looked_at(visit) or any(one.outcome is Outcome.UNTESTED for one in visit.findings)
    assert sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file()) < 3_000_000


OVERWRITTEN = ("Array", "JSON", "Promise", "getComputedStyle", "the ways to elements", "everything about boxes", "time")


@pytest.mark.parametrize("name", OVERWRITTEN)
def test_what_a_page_has_written_over_does_not_fool_the_checks(
    name: str, tab: Page, site: Site, tmp_path: Path
) -> None:
    pale = "<p style='color:#aaa;background:#fff'>Din ansökan har kommit fram</p>"
    site.page("/", f"<script>{NUISANCES[name]}</script>{GOOD}{pale}")
    visit = stopped(tab, tmp_path, site.url)
    failed = {(one.check, one.rule) for one in visit.findings if one.outcome is Outcome.FAILED}
    assert {("axe", "image-alt"), ("contrast", "text-contrast")} <= failed


@pytest.mark.parametrize("policy", ["default-src 'none'", "script-src 'none'; require-trusted-types-for 'script'"])
def test_a_policy_against_scripts_does_not_stop_the_checks(policy: str, tab: Page, site: Site, tmp_path: Path) -> None:
    site.page("/", GOOD, Content_Security_Policy=policy)
    assert looked_at(stopped(tab, tmp_path, site.url))


def test_a_sandbox_that_stops_the_checks_is_told(tab: Page, site: Site, tmp_path: Path) -> None:
    site.page("/", GOOD, Content_Security_Policy="sandbox")
    visit = stopped(tab, tmp_path, site.url)
    assert looked_at(visit) or any(one.outcome is Outcome.UNTESTED for one in visit.findings)


HANGS = {
    "a script that never ends": "setTimeout(() => { for (;;); }, 0)",
    "dialogs that never end": "setTimeout(() => { for (;;) alert('x'); }, 0)",
    "microtasks that never end": "setTimeout(() => { const again = () => Promise.resolve().then(again); again(); }, 0)",
}


@pytest.mark.parametrize("name", HANGS)
def test_a_page_that_hangs_is_told_to_hang(name: str, tab: Page, site: Site, tmp_path: Path) -> None:
    site.page("/", GOOD)
    walk = ScenarioWalk(tab, SCENARIO, CHECKS, Journal(tmp_path, "main"))
    tab.goto(site.url)
    tab.evaluate(f"() => {{ {HANGS[name]} }}")
    with pytest.raises(RunBroken, match="svarade inte"):
        walk.state("sidan")
    assert walk.visits == []


def test_a_page_that_crashes_is_told_to_crash(tab: Page, site: Site, tmp_path: Path) -> None:
    site.page("/", GOOD)
    walk = ScenarioWalk(tab, SCENARIO, CHECKS, Journal(tmp_path, "main"))
    tab.goto(site.url)
    with pytest.raises(PlaywrightError):
        tab.goto("chrome://crash")
    with pytest.raises(RunBroken, match="kraschade"):
        walk.state("sidan")


def test_a_page_that_eats_memory_is_ended(
    tab: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(harness.memory, "EVERY", 0.1)
    watch = MemoryWatch(400_000_000)
    site.page(
        "/",
        # Stops by itself at over a gigabyte, lest a test of this test takes the whole machine.
        f"{GOOD}<script>setInterval(() => {{ const all = window.all = window.all || []; if (all.length < 60) all.push(new Uint8Array(2e7).fill(1)); }}, 20)</script>",
    )
    walk = ScenarioWalk(tab, SCENARIO, CHECKS, Journal(tmp_path, "main"))
    tab.goto(site.url)
    with pytest.raises(RunBroken, match="kraschade"):
        for number in range(20):
            walk.state(f"sidan {number}")
    watch.close()
    assert watch.ended in (1, 2), "the page, and maybe its copy"


def endless(site: Site, path: str, type: str, piece: bytes, most: int, **headers: str) -> None:
    """Answer a path with the same piece again and again, `most` bytes at most, as slowly as it is read."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", type)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Connection", "close")
        request.end_headers()
        request.close_connection = True
        for _ in range(most // len(piece)):
            request.wfile.write(piece)

    site.answers[path] = answer


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_a_response_of_a_gigabyte_takes_neither_the_time_nor_the_memory(tab: Page, site: Site, tmp_path: Path) -> None:
    endless(site, "/", "text/html", b"<p>" + b"x" * 99_997, 1_000_000_000)
    before = resident()
    with pytest.raises(PlaywrightError, match="Timeout"):
        stopped(tab, tmp_path, site.url)
    assert resident() - before < 300_000_000


DRIPS = 60
"""Seconds until the last of what drips has come."""


def test_a_download_without_end_is_given_up(
    tab: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Before the page itself is given up, which would end it too.
    monkeypatch.setattr(harness.walk, "PATIENCE", DRIPS / 2)
    site.page("/", f"{GOOD}<a href=/fil download>Hämta</a>")

    def drips(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "application/pdf")
        request.send_header("Content-Disposition", "attachment; filename=x.pdf")
        request.end_headers()
        for _ in range(DRIPS * 10):
            request.wfile.write(b"x" * 1000)
            time.sleep(0.1)

    site.answers["/fil"] = drips
    walk = ScenarioWalk(tab, SCENARIO, CHECKS, Journal(tmp_path, "main"))
    tab.goto(site.url)
    with tab.expect_download():
        tab.get_by_role("link").click()
    walk.state("sidan")
    assert looked_at(walk.visits[0])
    assert walk.visits[0].seconds["rest"] < DRIPS / 3, "it was waited for"


def test_redirects_without_end_are_told(tab: Page, site: Site, tmp_path: Path) -> None:
    def again(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", "/")
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.answers["/"] = again
    with pytest.raises(PlaywrightError, match="TOO_MANY_REDIRECTS"):
        stopped(tab, tmp_path, site.url)


@pytest.mark.parametrize(
    "way", ["<script>location.replace('/?' + Math.random())</script>", "<meta http-equiv=refresh content=0>"]
)
def test_a_page_that_always_goes_on_to_itself_ends(way: str, tab: Page, site: Site, tmp_path: Path) -> None:
    site.page("/", f"{GOOD}{way}")
    try:
        stopped(tab, tmp_path, site.url)
    except (PlaywrightError, RunBroken):
        return  # Told as what it is; the fixture sees to it that the next one is tested.


def test_a_page_of_a_hundred_thousand_pixels_across_does_not_end_the_browser(
    tab: Page, site: Site, tmp_path: Path
) -> None:
    site.page("/", f"{GOOD}<p style='width: 100000px; height: 4000px; color: #aaa'>Blekt</p>")
    visit = stopped(tab, tmp_path, site.url)
    assert {"axe", "contrast"} <= {one.check for one in visit.findings if one.outcome is Outcome.FAILED}
    assert visit.picture


@pytest.mark.slow
def test_a_thousand_frames_end_in_their_time(tab: Page, site: Site, tmp_path: Path) -> None:
    site.page(
        "/",
        f"{GOOD}<script>for (let n = 0; n < 1000; n++) document.body.append(document.createElement('iframe'));</script>",
    )
    tab.set_default_timeout(60_000)
    try:
        visit = stopped(tab, tmp_path, site.url)
        assert looked_at(visit) or any(one.outcome is Outcome.UNTESTED for one in visit.findings)
    except RunBroken as error:
        assert "svarade inte" in str(error)


@pytest.mark.parametrize("status", [500, 503])
def test_a_page_of_error_from_the_server_is_not_taken_for_the_page(
    status: int, tab: Page, site: Site, tmp_path: Path
) -> None:
    def broken(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", str(len(GOOD)))
        request.end_headers()
        request.wfile.write(GOOD.encode())

    site.answers["/"] = broken
    with pytest.raises(RunBroken, match=str(status)):
        stopped(tab, tmp_path, site.url)
