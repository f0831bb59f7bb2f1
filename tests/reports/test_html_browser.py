"""report.html in a real browser: accessible by axe, by keyboard, at 320 px, without script and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from harness.bench.serving import serve_folder
from reports.html import FORMAT, render
from reports.model import Run
from tests.accessible import axe_says, breaches

pytestmark = pytest.mark.browser

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture
def file(run: Run) -> Path:
    path = run.folder / FORMAT.file
    path.write_bytes(render(run))
    return path


@pytest.fixture
def report(file: Path, page: Page) -> Iterator[Page]:
    """The report, opened from disk; nothing may go wrong in it and nothing may be fetched."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    yield page
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert not complaints


def press_until(page: Page, selector: str, key: str = "Tab", most: int = 150) -> None:
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {key}")


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["320", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, file: Path, viewport: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme, locale="sv-SE")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    for opened in (False, True):
        if opened:
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert axe_says(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_empty_report(browser: Browser, empty_run: Run, scheme: str) -> None:
    file = empty_run.folder / FORMAT.file
    file.write_bytes(render(empty_run))
    context = browser.new_context(viewport=WIDE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    assert axe_says(page) == []
    context.close()


@pytest.mark.parametrize("width", [320, 640, 1024, 1280])
def test_no_sideways_scroll(run: Run, page: Page, width: int) -> None:
    first, *rest = run.defects
    element = first.places[0].element
    assert element is not None
    long = replace(element, selector="div>" * 200, html="<i>" + "x" * 3000, name="y" * 200)
    place = replace(first.places[0], element=long, url="http://x/" + "z" * 400, state="t" * 80)
    file = run.folder / FORMAT.file
    file.write_bytes(render(replace(run, defects=(replace(first, places=(place,)), *rest))))
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_of_twice_the_size_does_not_scroll_sideways(report: Page) -> None:
    report.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (640, 1280):
        report.set_viewport_size({"width": width, "height": 900})
        assert report.evaluate("document.documentElement.scrollWidth") <= width


def test_skip_link_comes_first_and_moves_focus(report: Page) -> None:
    report.keyboard.press("Tab")
    skip = report.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    report.keyboard.press("Enter")
    expect(report.get_by_role("main")).to_be_focused()


def test_filter_by_keyboard(report: Page) -> None:
    status = report.get_by_role("status")
    expect(status).to_have_text("Visar 8 av 8: brister, frågor och råd.")
    press_until(report, "[name=level]")
    report.keyboard.press("Space")
    expect(status).to_have_text("Visar 2 av 8: brister, frågor och råd.")
    assert report.locator(".defect:visible").count() == 2
    expect(report.get_by_text("Ingen fråga passar urvalet.")).to_be_visible()
    assert report.locator(".index li:not([hidden])").count() == 2
    report.keyboard.press("Space")
    press_until(report, "[name=area]")
    report.keyboard.type("Barn")
    expect(status).to_have_text("Visar 2 av 8: brister, frågor och råd.")
    press_until(report, "[name=text]")
    report.keyboard.type("filnamnet")
    expect(status).to_have_text("Visar 1 av 8: brister, frågor och råd.")
    press_until(report, "button[type=reset]")
    report.keyboard.press("Enter")
    expect(status).to_have_text("Visar 8 av 8: brister, frågor och råd.")


def test_a_key_goes_to_the_search_and_can_be_turned_off(report: Page) -> None:
    report.locator("#brister a, #brister summary").first.focus()
    report.keyboard.press("/")
    search = report.get_by_label("Ord i texten")
    expect(search).to_be_focused()
    report.keyboard.type("1/2")
    expect(search).to_have_value("1/2")
    report.keyboard.press("Escape")
    expect(search).to_have_value("")
    expect(report.get_by_role("status")).to_have_text("Visar 8 av 8: brister, frågor och råd.")
    report.get_by_label("Tangenten /").uncheck()
    report.locator("#brister summary").first.focus()
    report.keyboard.press("/")
    expect(search).not_to_be_focused()
    report.get_by_role("button", name="Visa alla").click()
    expect(report.get_by_label("Tangenten /")).not_to_be_checked()


def test_filter_by_criterion(report: Page) -> None:
    report.get_by_label("Kriterium").select_option("1.4.3")
    expect(report.get_by_role("status")).to_have_text("Visar 2 av 8: brister, frågor och råd.")
    report.get_by_role("link", name="1 brist mot 2.5.8").click()
    expect(report.get_by_role("status")).to_have_text("Visar 1 av 8: brister, frågor och råd.")
    # A link to what is filtered away shows it all the same.
    report.locator("#sammanfattning .worst a").first.click()
    expect(report.locator(".defect").first).to_be_in_viewport()
    expect(report.get_by_role("status")).to_have_text("Visar 8 av 8: brister, frågor och råd.")


def test_details_open_by_keyboard(report: Page) -> None:
    press_until(report, ".defect summary")
    report.keyboard.press("Enter")
    expect(report.locator(".defect details").first).to_have_attribute("open", "")
    press_until(report, "#filter-fold", "Shift+Tab")
    report.keyboard.press("Enter")
    assert report.locator("main details:not([open])").count() == 0
    expect(report.get_by_role("button", name="Stäng alla detaljer")).to_be_focused()


def test_focus_is_always_visible(report: Page) -> None:
    seen = report.locator("a, button, input, select, summary").evaluate_all(
        """(all) => all.filter((one) => one.checkVisibility()).filter((one) => {
          one.focus({ focusVisible: true });
          const style = getComputedStyle(one);
          return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert seen == []


def test_without_script_everything_is_shown(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator(".defect:visible").count() == 8
    assert page.locator("#filter:visible").count() == 0
    context.close()


def test_printed_with_details_and_without_filter(report: Page) -> None:
    report.emulate_media(media="print")
    assert report.locator("#filter:visible").count() == 0
    assert report.locator(".contents:visible").count() == 0
    report.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert report.locator("main details:not([open])").count() == 0
    report.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert report.locator("main details[open]").count() == 0


def test_hostile_content_runs_nothing(run: Run, page: Page) -> None:
    evil = "<script>document.title='evil'</script><img src='http://127.0.0.1:9/x' onerror='document.title=1'>"
    first, *rest = run.defects
    element = first.places[0].element
    assert element is not None
    place = replace(first.places[0], element=replace(element, html=evil, name=evil, selector=evil), url=evil)
    file = run.folder / FORMAT.file
    file.write_bytes(render(replace(run, defects=(replace(first, places=(place,)), *rest))))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page).to_have_title("Tillgänglighetsrapport för Esset, 24 november 2026 kl. 02.00")
    assert not [url for url in asked if url.startswith("http")]


def test_the_policy_stops_what_is_not_the_reports_own(file: Path, page: Page) -> None:
    # Even if something slipped through the escaping, it would not run.
    spoilt = file.with_name("spoilt.html")
    text = file.read_text(encoding="utf-8").replace("<main", "<script>document.title = 'evil'</script><main")
    spoilt.write_text(text, encoding="utf-8")
    page.goto(spoilt.as_uri())
    assert page.title() != "evil"
    expect(page.get_by_role("status")).to_have_text("Visar 8 av 8: brister, frågor och råd.")


@pytest.mark.slow
def test_the_suites_own_full_profile_finds_nothing(file: Path, page: Page) -> None:
    with serve_folder(file.parent) as address:
        assert breaches(page, address + file.name) == []
