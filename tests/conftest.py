"""What several tests need: one browser for all of them, and pages in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with playwright_running() as playwright:
        launched = launch(playwright, need_browser())
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield context.new_page()
    context.close()
