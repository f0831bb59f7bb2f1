"""Fingerprints on the demo's own pages, as they change: harmlessly in 30 ways and more, and really in 15."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import demo
from checks.model import Outcome
from checks.registry import all_checks
from checks.state import State
from defects.fingerprint import fingerprint

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MUTATIONS = Path(__file__).with_name("mutations.js").read_text(encoding="utf-8")
PAGES = ("/arendesystem/logga-in", "/arendesystem/halso-och-sjukvard/lakemedel/")
SEEDED = "generated tail"
HARMLESS, REAL = 30, 15


@pytest.fixture(scope="module")
def staff(browser: Browser) -> Iterator[Page]:
    """A page logged in as staff, in an Esset with all its faults."""
    with demo.serve("delivered") as served:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE", base_url=served.url)
        page = context.new_page()
        page.request.post("/arendesystem/logga-in", form={"anvandarnamn": "handlaggare", "losenord": "övningsmiljö"})
        page.request.post("/arendesystem/roll", form={"roll": "Enhetschef"})
        yield page
        context.close()


def opened(page: Page, address: str) -> dict[str, Any]:
    page.goto(address)
    names: dict[str, Any] = page.evaluate(MUTATIONS)
    return names


def faults(page: Page) -> dict[str, str]:
    """The fingerprint of everything that axe fails, each with the element where it is first."""
    axe = next(check for check in all_checks() if check.id == "axe")
    found: dict[str, str] = {}
    with State(page, "prov", "prov", 1) as state:
        for finding in axe.look(state):
            if finding.outcome is Outcome.FAILED and finding.element:
                found.setdefault(fingerprint(finding, page.url), finding.element.selector)
    return found


@pytest.mark.parametrize("address", PAGES)
def test_harmless_changes_lose_no_fingerprint(staff: Page, address: str) -> None:
    names = opened(staff, address)["harmless"]
    assert len(names) >= HARMLESS
    before = faults(staff)
    assert len(before) >= 5
    lost = {}
    for name in names:
        opened(staff, address)
        kept = before
        if SEEDED in name:  # What is generated was so before too: only its tail changes.
            staff.evaluate("name => harmless[name](1)", name)
            kept = faults(staff)
            opened(staff, address)
        staff.evaluate("name => harmless[name](2)", name)
        after = faults(staff)
        if missing := [kept[mark] for mark in kept if mark not in after]:
            lost[name] = missing
    assert lost == {}


def test_real_changes_end_the_fault_and_no_other(staff: Page) -> None:
    seen, wrong = 0, {}
    for address in PAGES:
        changes = opened(staff, address)["real"]
        before = faults(staff)
        for fault, what in changes:
            marks = {mark for mark, selector in before.items() if selector == fault}
            if not marks:
                continue
            seen += 1
            opened(staff, address)
            staff.evaluate("([fault, what]) => real[fault][what]()", [fault, what])
            after = faults(staff)
            kept, lost = marks & after.keys(), before.keys() - marks - after.keys()
            if kept or lost:
                wrong[fault, what] = (kept, [before[mark] for mark in lost])
    assert wrong == {}
    assert seen >= REAL
