"""What several tests need: one browser, pages in it, and how hard they try where cases are generated."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running

# Deterministic where a change is judged, so that a red run says something of the change; the night tries new cases.
settings.register_profile(
    "ci", max_examples=50, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("ESSET_A11Y_HYPOTHESIS", "ci"))


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
