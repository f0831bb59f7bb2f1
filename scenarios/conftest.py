"""What several scenarios need: to be logged in, as staff in a role or as a resident."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

# The embedded Esset takes any password for any name; a real one's account has its own.
PASSWORD = "övningsmiljö"

LogIn = Callable[[str], None]


@pytest.fixture
def log_in(page: Page, account: Callable[[str], Any]) -> LogIn:
    """Logs staff in, in the role of that name, and ends at the overview."""

    def to(role: str) -> None:
        user = account("medarbetare")
        page.goto("/arendesystem/logga-in")
        page.locator("#anvandarnamn").fill(user.username)
        page.locator("#losenord").fill(user.password or PASSWORD)
        page.get_by_role("button", name="Logga in").click()
        page.get_by_label(role).check()
        page.get_by_role("button", name="Fortsätt").click()
        page.get_by_role("heading", name="Mina uppgifter").wait_for()

    return to


@pytest.fixture
def resident(page: Page) -> Page:
    """The page, logged in to the residents' portal, at its start."""
    page.goto("/kundportal/")
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("heading", name="Hej").wait_for()
    return page
