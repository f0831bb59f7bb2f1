"""What several scenarios need: to be logged in, as staff in a role or as a resident."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import BrowserContext, Page

# The embedded Esset takes any password for any name; a real one's account has its own.
PASSWORD = "övningsmiljö"

LogIn = Callable[[str], None]


@pytest.fixture
def log_in(page: Page, account: Callable[[str], Any]) -> LogIn:
    """Logs staff in, in the role of that name, and ends at the overview."""

    def to(role: str) -> None:
        _log_in(page, account("medarbetare"), role)

    return to


@pytest.fixture
def stored_session(context: BrowserContext, elsewhere: BrowserContext, account: Callable[[str], Any]) -> LogIn:
    """Puts staff in a session that was begun elsewhere, as a saved one is: the page begins logged in, in that role."""

    def to(role: str) -> None:
        _log_in(elsewhere.new_page(), account("medarbetare"), role)
        context.add_cookies(cast(Any, elsewhere.storage_state()["cookies"]))

    return to


@pytest.fixture
def resident(page: Page) -> Page:
    """The page, logged in to the residents' portal, at its start."""
    page.goto("/kundportal/")
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("heading", name="Hej").wait_for()
    return page


def _log_in(page: Page, user: Any, role: str) -> None:
    page.goto("/arendesystem/logga-in")
    page.locator("#anvandarnamn").fill(user.username)
    page.locator("#losenord").fill(user.password or PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.get_by_label(role).check()
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_role("heading", name="Mina uppgifter").wait_for()
