"""The walk: what is measured, what is kept, and what happens when a check breaks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

import harness.walk
from checks.model import Finding, Outcome, Text
from checks.registry import Check
from checks.state import State
from checks.twin import twin
from harness.errors import UsageError
from harness.journal import Journal, read_journal
from harness.walk import ScenarioWalk, broken_checks
from scenarios.model import Area, Audience, Scenario

pytestmark = pytest.mark.browser

TEXT = Text("sv", "en")
SCENARIO = Scenario("X-1", "Prov", Area.GEMENSAMT, Audience.INVANARE, "kundportal", "", lambda: None)


def check(id: str, look: Callable[[State], Iterable[Finding]]) -> Check:
    return Check(id, TEXT, ("1.1.1",), TEXT, TEXT, ("natt",), look)


def finds_a_heading(state: State) -> Iterable[Finding]:
    (element,) = state.describe(state.documents[0], [["h1"]])
    yield Finding("rubrik", "rubrik", "rubrik", Outcome.FAILED, "contrast", ("1.1.1",), element, TEXT, TEXT)


def breaks(state: State) -> Iterable[Finding]:
    raise RuntimeError("gick\nsönder")


def walk_with(page: Page, folder: Path, *checks: Check) -> ScenarioWalk:
    page.set_content("<html lang=sv><title>Prov</title><h1>Prov</h1>")
    return ScenarioWalk(page, SCENARIO, checks, Journal(folder, "main"))


def test_a_stop_is_journalled_with_its_findings_times_and_picture(page: Page, tmp_path: Path) -> None:
    walk = walk_with(page, tmp_path, check("rubrik", finds_a_heading))
    walk.state("sidan")
    (line,) = read_journal(tmp_path).lines
    assert line.visit is not None
    assert set(line.visit.seconds) == {"navigation", "rubrik", "rest"}
    assert [finding.rule for finding in line.visit.findings] == ["rubrik"]
    assert (tmp_path / line.visit.picture).read_bytes().startswith(b"\xff\xd8")


def test_where_nothing_is_found_no_picture_is_taken(page: Page, tmp_path: Path) -> None:
    walk = walk_with(page, tmp_path, check("tyst", lambda state: ()))
    walk.state("sidan")
    assert walk.visits[0].picture == ""
    assert not (tmp_path / "pictures").exists()


def test_a_check_that_breaks_is_untested_and_spoils_no_other(page: Page, tmp_path: Path) -> None:
    walk = walk_with(page, tmp_path, check("trasig", breaks), check("rubrik", finds_a_heading))
    walk.state("sidan")
    outcomes = {finding.check: finding.outcome for finding in walk.visits[0].findings}
    assert outcomes == {"trasig": Outcome.UNTESTED, "rubrik": Outcome.FAILED}
    (told,) = broken_checks(walk.visits)
    assert "trasig" in told and "gick sönder" in told


def test_a_check_that_tidies_up_in_vain_ends_too(page: Page, tmp_path: Path) -> None:
    def tidies(state: State) -> Iterable[Finding]:
        never = "new Promise((done) => setTimeout(done, 20000))"
        try:
            state.page.evaluate(never)
        finally:
            state.page.evaluate(never)
        yield from ()

    began = time.monotonic()
    walk = walk_with(page, tmp_path, replace(check("städar", tidies), budget=0.3), check("rubrik", finds_a_heading))
    walk.state("sidan")
    assert time.monotonic() - began < 20
    outcomes = {finding.check: finding.outcome for finding in walk.visits[0].findings}
    assert outcomes == {"städar": Outcome.UNTESTED, "rubrik": Outcome.FAILED}


def test_what_was_made_for_a_state_that_can_not_be_closed_keeps_nobody(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaves(state: State) -> Iterable[Finding]:
        state.at_end.callback(page.wait_for_timeout, 15_000)
        state.at_end.callback(page.wait_for_timeout, 15_000)
        return ()

    monkeypatch.setattr(harness.walk, "PATIENCE", 1.0)
    walk = walk_with(page, tmp_path, check("lämnar", leaves), check("rubrik", finds_a_heading))
    began = time.monotonic()
    walk.state("sidan")
    # What is being waited for is let go; with no limit it is both, half a minute.
    assert time.monotonic() - began < 10
    assert [finding.rule for finding in walk.visits[0].findings] == ["rubrik"]


def test_a_page_that_is_gone_breaks_the_scenario_not_the_check(page: Page, tmp_path: Path) -> None:
    def closes(state: State) -> Iterable[Finding]:
        state.page.close()
        raise RuntimeError("sidan stängdes")

    with pytest.raises(RuntimeError):
        walk_with(page, tmp_path, check("stänger", closes)).state("sidan")


def test_two_states_of_a_scenario_can_not_share_a_name(page: Page, tmp_path: Path) -> None:
    walk = walk_with(page, tmp_path)
    walk.state("sidan")
    with pytest.raises(UsageError, match="sidan"):
        walk.state("sidan")


def test_the_checks_look_when_a_transition_has_ended(page: Page, tmp_path: Path) -> None:
    seen: list[str] = []

    def reads_opacity(state: State) -> Iterable[Finding]:
        seen.append(state.page.eval_on_selector("#p", "element => getComputedStyle(element).opacity"))
        return ()

    walk = walk_with(page, tmp_path, check("opacitet", reads_opacity))
    page.set_content("<style>#p { transition: opacity .4s; opacity: .1 } #p.in { opacity: 1 }</style><p id=p>Hej")
    page.evaluate("() => { const p = document.querySelector('#p'); p.offsetTop; p.classList.add('in'); }")
    walk.state("efter")
    assert seen == ["1"]


def test_an_endless_animation_is_not_waited_for(page: Page, tmp_path: Path) -> None:
    walk = walk_with(page, tmp_path)
    page.set_content("<style>@keyframes k { to { rotate: 360deg } } p { animation: k 1s infinite }</style><p>Hej")
    walk.state("snurrar")
    assert [visit.state for visit in walk.visits] == ["snurrar"]


def test_a_check_that_outruns_its_budget_is_untested_and_the_next_one_runs(page: Page, tmp_path: Path) -> None:
    def waits(state: State) -> Iterable[Finding]:
        yield from finds_a_heading(state)
        state.page.evaluate("new Promise(() => {})")

    slow = replace(check("sen", waits), budget=0.3)
    walk = walk_with(page, tmp_path, slow, check("rubrik", finds_a_heading))
    walk.state("sidan")
    told = [(finding.check, finding.outcome) for finding in walk.visits[0].findings]
    assert told == [("rubrik", Outcome.FAILED), ("sen", Outcome.UNTESTED), ("rubrik", Outcome.FAILED)]
    assert broken_checks(walk.visits) == []


def test_a_script_that_never_ends_is_ended_with_its_check(page: Page, tmp_path: Path) -> None:
    def hangs(state: State) -> Iterable[Finding]:
        state.page.evaluate("(() => { for (;;); })()")
        return ()

    walk = walk_with(page, tmp_path, replace(check("evig", hangs), budget=0.3), check("rubrik", finds_a_heading))
    walk.state("sidan")
    assert [finding.outcome for finding in walk.visits[0].findings] == [Outcome.UNTESTED, Outcome.FAILED]


def test_a_state_without_a_twin_is_untested_where_one_is_needed(page: Page, tmp_path: Path) -> None:
    def tries(state: State) -> Iterable[Finding]:
        with twin(state):
            return ()

    walk = walk_with(page, tmp_path, check("tvilling", tries))
    walk.state("sidan")
    (finding,) = walk.visits[0].findings
    assert finding.outcome is Outcome.UNTESTED
    assert broken_checks(walk.visits) == []
