"""Where there is no twin, keys are pressed on the page itself only where focus that passes by does nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from checks.keyboard.stage import NoStage, stage
from checks.keyboard.walk import tab_walk
from checks.recording import record
from checks.state import State

pytestmark = pytest.mark.browser

# Set, not served: of such a page there is no twin.
QUIET = "<title>Prov</title><button>Spara</button><script>document.querySelector('button').onclick = () => {}</script>"
ANSWERS = QUIET + "<script>document.addEventListener('focusin', () => document.title = 'Ändrad')</script>"


def test_a_page_that_answers_to_focus_is_left_alone(page: Page) -> None:
    page.set_content(ANSWERS)
    with pytest.raises(NoStage, match="fokus"), stage(State(page, "prov", "prov", 1)):
        pass
    assert page.title() == "Prov"


def test_a_page_that_does_not_is_walked_itself(page: Page) -> None:
    page.set_content(QUIET)
    with stage(State(page, "prov", "prov", 1)) as found:
        assert found.twin is None and found.state.page is page


def test_keys_pressed_on_the_page_itself_are_no_acts_of_the_user(page: Page) -> None:
    kept = record(page, read_only=True)
    page.route("http://prov.test/", lambda route: route.fulfill(body=QUIET, content_type="text/html; charset=utf-8"))
    page.goto("http://prov.test/")
    page.keyboard.press("Tab")
    with State(page, "prov", "prov", 1) as state:
        assert state.once(tab_walk).forward.stops  # type: ignore[union-attr]
        with stage(state) as found:
            assert found.twin is None
    page.keyboard.press("Enter")
    assert [act["key"] for act in kept.acts().acts] == ["Tab", "Enter"]
