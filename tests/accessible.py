"""What the suite says of the pages that it writes itself: of nothing is more asked than of a tool's own pages."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Page

from checks import axe
from checks.model import Finding, Outcome
from checks.recording import record
from checks.registry import all_checks
from checks.state import State

Told = tuple[str, str, str, str]
"""Outcome, rule, selector and what was observed: enough to mend it by."""


def axe_says(page: Page, *, questions: bool = True) -> list[Told]:
    """axe's failures and questions on a page as it is now; it asks of what lies in a box that scrolls."""
    outcomes = (Outcome.FAILED, Outcome.CANT_TELL) if questions else (Outcome.FAILED,)
    return _told(axe.look(State(page, "own", page.url, 1)), outcomes)


def breaches(page: Page, address: str) -> list[Told]:
    """What the full profile fails on a page that has not been anywhere; good practice is advice and no breach."""
    record(page)
    page.goto(address)
    with State(page, "own", address, 1) as state:
        found = [one for check in all_checks() if "full" in check.profiles for one in check.look(state)]
    return _told((one for one in found if one.criteria), (Outcome.FAILED,))


def _told(findings: Iterable[Finding], outcomes: tuple[Outcome, ...]) -> list[Told]:
    return [
        (one.outcome.value, one.rule, one.element.selector if one.element else "", one.observed.sv)
        for one in findings
        if one.outcome in outcomes
    ]
