"""Every check's own examples, in a real browser: what is said to fail fails, what is said to pass does not.

An example is named `<outcome>-<what>.html` and lies beside its check; for a check that looks across states it is a
folder of pages, visited in the order of their names, each named after its scenario: `a-1.html`, `a-2.html`, `b-1.html`.
`failed-` and `canttell-` may say in `<meta name="criteria">` for which success criteria; then the finding must be for
one of them. Good practice counts only where the page names its kinds of fault in `<meta name="kinds">`: a finding must
then be of one of those. What the user does on a page before the check looks is told in
`<meta name="acts" content="click #send; fill #name Anna; hover #help">`.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from checks.model import Finding, Outcome, Visit
from checks.recording import record
from checks.registry import Check, all_checks
from checks.state import State
from harness.across import look_across

EXPECTED = {"failed": Outcome.FAILED, "canttell": Outcome.CANT_TELL, "passed": None, "inapplicable": None}

EXAMPLES = [
    pytest.param(check, page, id=f"{check.id}/{page.name}") for check in all_checks() for page in check.examples
]


@pytest.mark.browser
@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_example(check: Check, example: Traversable, page: Page) -> None:
    stops = sorted(example.iterdir(), key=lambda one: one.name) if example.is_dir() else [example]
    served = {f"http://example.test/{one.name}": one.read_text(encoding="utf-8") for one in stops}
    # Served, not set: an example then has an origin and a load event, as every real page has.
    page.route(
        lambda url: url in served,
        lambda route: route.fulfill(body=served[route.request.url], content_type="text/html; charset=utf-8"),
    )
    record(page)
    visits: list[Visit] = []
    notes: dict[tuple[str, str], dict[str, Any]] = {}
    for number, (url, one) in enumerate(zip(served, stops, strict=True), 1):
        page.goto(url)
        _act(page, served[url])
        with State(page, one.name.partition("-")[0], one.name, number) as state:
            found = tuple(check.look(state))
        # The journal is JSON: what is noted must come back from it.
        notes[state.scenario, state.name] = msgspec.json.decode(msgspec.json.encode(state.notes))
        visits.append(Visit(state.scenario, state.name, number, url, page.title(), found, {}))
    surfaces = {visit.scenario: "yta" for visit in visits}
    html = "".join(served.values())
    kinds = _meta(html, "kinds")
    told = [one for visit in look_across(visits, notes, [check], surfaces) for one in visit.findings]
    assert [one for one in told if one.outcome is Outcome.UNTESTED and "error" in one.evidence] == []
    findings = [one for one in told if (one.kind in kinds if kinds else one.criteria)]
    wanted = EXPECTED[example.name.partition("-")[0]]
    failed = [one for one in findings if one.outcome is Outcome.FAILED]
    if wanted is Outcome.FAILED:
        assert _of(failed, html), f"nothing failed; found: {findings}"
    else:
        assert failed == []
    if wanted is None and (kinds or not any(one.name.startswith("failed-") for one in check.examples)):
        # What a check that only asks says is its questions: a trap must hold for them, as one that names its kinds.
        assert [one for one in findings if one.outcome is Outcome.CANT_TELL and not one.supports] == []
    if wanted is Outcome.CANT_TELL:
        assert _of([one for one in findings if one.outcome is Outcome.CANT_TELL], html)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_every_check_has_examples_that_fail_and_that_trap(check: Check) -> None:
    outcomes = {page.name.partition("-")[0] for page in check.examples}
    assert outcomes <= set(EXPECTED), "an example is named after an outcome that there isn't"
    # An engine whose word is never enough alone asks where it would fail.
    assert "passed" in outcomes and {"failed", "canttell"} & outcomes


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_every_check_says_what_fails_for_whom_and_how_to_fix(check: Check) -> None:
    for heading in ("What fails:", "For whom:", "How to fix:", "Limits:", "Source:"):
        assert heading in check.documentation


def _act(page: Page, html: str) -> None:
    meta = BeautifulSoup(html, "html.parser").find("meta", attrs={"name": "acts"})
    for act in str(meta["content"]).split(";") if meta else ():
        verb, selector, *value = act.split(maxsplit=2)
        getattr(page, verb)(selector, *value)
    if meta:
        page.wait_for_timeout(60)  # What an act leads to is often shown a moment later.


def _of(findings: list[Finding], html: str) -> list[Finding]:
    wanted = _meta(html, "criteria")
    return [one for one in findings if not wanted or wanted & set(one.criteria)]


def _meta(html: str, name: str) -> set[str]:
    meta = BeautifulSoup(html, "html.parser").find("meta", attrs={"name": name})
    return set(str(meta["content"]).split()) if meta else set()
