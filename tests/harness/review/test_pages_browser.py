"""The review pages in a real browser: accessible by the suite's own checks, by keyboard alone, without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from defects.review_file import read_book
from harness.review.app import Sitting
from harness.review.desk import Desk
from harness.review.serving import serve
from tests.accessible import axe_says, breaches
from tests.reports.test_html_browser import press_until

pytestmark = pytest.mark.browser

BREACH, QUESTION, TEST = "brist/a1b2c3d4e5f60718", "brist/00000000000000aa", "prov/OF-1/1/1.1.1"
PAGES = ("", BREACH, QUESTION, "prov/OF-1", TEST, "prov/kundportal")


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with serve(Sitting(desk)) as told:
        yield told


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE"  # type: ignore[arg-type]
    )  # fmt: skip
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert axe_says(page) == [], path
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
def test_the_suites_own_full_profile_finds_nothing(page: Page, address: str, path: str) -> None:
    assert breaches(page, address + path) == []


def test_a_whole_decision_by_keyboard_alone(page: Page, address: str, desk: Desk) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    press_until(page, ".queue a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ditt beslut")).to_be_visible()
    # False alarm without a reason: the fault is told, focus is on it, and what was filled in is still there.
    press_until(page, "[name=verdict]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    press_until(page, "#by")
    page.keyboard.type("Anna")
    press_until(page, "button[value=stay]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page).to_have_title("Fel i formuläret: " + (page.title().partition(": ")[2]))
    press_until(page, "[href='#note']")
    page.keyboard.press("Enter")
    page.keyboard.type("Namnet kommer ur ikonens titel.")
    press_until(page, "button[value=next]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Sparat i")
    (one,) = read_book(desk.file).decisions
    assert (one.verdict, one.by, one.note) == ("falskt larm", "Anna", "Namnet kommer ur ikonens titel.")
    # The name is remembered, and the next one is there to be judged.
    expect(page.get_by_label("Ditt namn")).to_have_value("Anna")
    assert one.defect not in page.url


def test_a_manual_test_without_script(browser: Browser, address: str, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + TEST)
    page.get_by_label("Underkänt").check()
    page.get_by_label("Metod").fill("NVDA 2026.2 i Firefox 145")
    page.get_by_label("Vad du såg").fill("Bilden är dekor men läses upp.")
    page.get_by_label("Ditt namn").fill("Anna")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Sparat i")
    (one,) = read_book(desk.file).tests
    assert (one.outcome, one.criterion, one.kind) == ("underkänd", "1.1.1", "missing-alt")
    context.close()


def test_nothing_is_fetched_from_elsewhere_and_nothing_goes_wrong(page: Page, address: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in PAGES:
        page.goto(address + path)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert complaints == []


def test_a_page_of_another_origin_can_not_decide(page: Page, address: str, desk: Desk) -> None:
    page.route(
        "http://evil.test/", lambda route: route.fulfill(body=_EVIL % (address + BREACH), content_type="text/html")
    )
    page.goto("http://evil.test/")
    page.get_by_role("button").click()
    page.wait_for_load_state()
    assert not desk.file.exists()


_EVIL = """<form method="post" action="%s">
<input name="verdict" value="bekräftad"><input name="by" value="x"><button>x</button></form>"""
