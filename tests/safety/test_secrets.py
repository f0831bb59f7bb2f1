"""No secret of a page is in anything that a run leaves behind; without the guard they are found."""

from __future__ import annotations

import os
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from checks.model import Finding, Outcome, Text
from checks.registry import Check
from checks.state import State
from harness.config import Personal
from harness.journal import Journal, read_journal
from harness.personal import Watch
from harness.walk import ScenarioWalk
from masking import Mask
from scenarios.model import Area, Audience, Scenario
from tests.commands import esset, only_run, scenarios
from tests.safety.conftest import HEAD, Site
from tests.safety.secrets import Secrets, found_in, house, pdf

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCENARIO = """
import os
from pathlib import Path


@declared("ZZ-1")
def allt(page: Page, walk: Walk) -> None:
    page.goto("/")
    first = Path(os.environ["TMPDIR"]) / "en-gang"
    if not first.exists():
        first.touch()
        expect(page.locator("#facit")).to_have_text("Något annat", timeout=500)  # The next time is traced.
    page.locator("#sok").fill(page.locator("#facit").inner_text())
    page.get_by_role("button", name="Visa").click()
    with page.expect_download():
        page.get_by_role("link", name="Hämta").click()
    walk.state("allt")
    print(page.locator("#facit").inner_text())
    expect(page.locator("#facit")).to_have_text("Något annat", timeout=500)
"""


def house_of(site: Site, secrets: Secrets) -> None:
    """Serve the page of a set of secrets with all that belongs to it."""
    html, headers = house(secrets)
    address = f"/kort/{quote(secrets.take())}"
    site.page(address, html, **headers)
    site.page("/ram", f"<html lang=sv><style>p {{ font: 14px monospace; color: #bbb }}</style><p>{secrets.take()}</p>")
    site.content("/fil.pdf", pdf(secrets.take()), "application/pdf")
    site.content("/hamta.pdf", pdf(secrets.take()), "application/pdf")
    site.content("/data", f'{{"namn": "{secrets.take()}"}}'.encode(), "application/json", X_Person=secrets.take())
    site.content("/bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'/>", "image/svg+xml")

    def elsewhere(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", f"{address}?pnr={quote(secrets.numbers[0])}#{quote(secrets.names[0])}")
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.answers["/"] = elsewhere


def driven(site: Site, folder: Path, *arguments: str) -> str:
    """Drive the scenario there, with every check; what was said on the terminal."""
    (folder / "tmp").mkdir(parents=True)
    told = ("--scenario", "ZZ-1", "--target", site.url, "--output", str(folder / "out"), *arguments)
    with scenarios(HEAD + SCENARIO):
        ended = esset("run", *told, environment=os.environ | {"TMPDIR": str(folder / "tmp")})
    assert ended.returncode == 3, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def test_two_hundred_secrets_are_in_no_file_that_a_run_leaves(site: Site, tmp_path: Path) -> None:
    secrets = Secrets(0)
    house_of(site, secrets)
    assert secrets.taken >= 100
    said = driven(site, tmp_path)
    run = only_run(tmp_path / "out")
    kept = {file.relative_to(run).as_posix() for file in run.rglob("*") if file.is_file()}
    assert {"report.html", "run.json", "pytest.html", "junit.xml", "traces/allt.jsonl"} <= kept
    visits = [line.visit for line in read_journal(run).lines if line.visit]
    assert visits and visits[0].picture and len(visits[0].findings) > 100
    assert "••" in (run / "run.json").read_text(encoding="utf-8")
    assert found_in(tmp_path, secrets, said) == {}


def test_without_the_guard_they_are_found(site: Site, tmp_path: Path) -> None:
    secrets = Secrets(0)
    house_of(site, secrets)
    said = driven(site, tmp_path, "--unmasked", "--checks", "axe,contrast,markup-links")
    found = found_in(tmp_path, secrets, said)
    assert len(found) > 150
    places = {place.partition("!")[0].rpartition("/")[2] for places in found.values() for place in places}
    assert {"run.json", "report.html", "pytest.html", "main.jsonl", "allt.zip", "terminal"} <= places


TEXT = Text("sv", "en")


def finds_the_heading(state: State) -> Iterable[Finding]:
    (element,) = state.describe(state.documents[0], [["h1"]])
    yield Finding("rubrik", "rubrik", "rubrik", Outcome.FAILED, "contrast", ("1.1.1",), element, TEXT, TEXT)


def pictured(tab: Page, site: Site, set: int, folder: Path, *, on: bool) -> bytes:
    """The picture that is kept of the page with a set of secrets."""
    house_of(site, Secrets(set))
    mask = Mask(on=on)
    heading = Check("rubrik", TEXT, ("1.1.1",), TEXT, TEXT, ("natt",), finds_the_heading)
    nobody = Scenario("X-1", "Prov", Area.GEMENSAMT, Audience.INVANARE, "kundportal", "", lambda: None)
    walk = ScenarioWalk(tab, nobody, [heading], Journal(folder, "main", mask))
    tab.goto(site.url)
    tab.wait_for_load_state("networkidle")
    walk.state("allt")
    return (folder / walk.visits[0].picture).read_bytes()


@pytest.mark.parametrize("on", [True, False])
def test_pictures_of_two_sets_of_secrets_are_the_same(on: bool, page: Page, site: Site, tmp_path: Path) -> None:
    """In a font whose letters are all as wide, two sets differ in nothing but their letters."""
    one = pictured(page, site, 0, tmp_path / "1", on=on)
    other = pictured(page.context.new_page(), site, 1, tmp_path / "2", on=on)
    assert (one == other) is on


def test_the_page_is_left_as_it_was(page: Page, site: Site, tmp_path: Path) -> None:
    house_of(site, Secrets(0))
    page.goto(site.url)
    page.evaluate("window.scrollTo(0, 700); ")
    seen = "[scrollY, innerWidth, innerHeight, screen.width, screen.height, devicePixelRatio, document.body.outerHTML.length]"
    before = page.evaluate(seen)
    with State(page, "X-1", "sidan", 1) as state:
        assert Watch(Mask(), Personal()).picture(state) is not None
    assert page.evaluate(seen) == before


def test_a_page_that_does_not_hold_still_is_not_pictured(page: Page) -> None:
    page.set_content("<p data-personuppgift style='position:absolute'>Qbbbba Wbbbbow</p>")
    page.evaluate(
        "const p = document.querySelector('p'); let n = 0; setInterval(() => { p.style.left = (n++ % 900) + 'px'; }, 1)"
    )
    with State(page, "X-1", "sidan", 1) as state:
        assert Watch(Mask(), Personal()).picture(state) is None
        assert Watch(Mask(on=False), Personal()).picture(state) is not None
