"""The walk through a scenario: at every stop the page comes to rest, and the checks look."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Page

from checks.model import Finding, Outcome, Text, Visit
from checks.registry import Check
from checks.state import State, script
from defects.fingerprint import fingerprint
from harness.errors import UsageError
from harness.journal import Journal, Line, Located
from scenarios.model import Scenario

REST_LIMIT = 3000
"""Milliseconds that fonts and animations get to come to rest."""


Witness = Callable[[State], Located]


class ScenarioWalk:
    """Implements `scenarios.Walk` for one scenario on one page.

    A `witness` is asked at every stop where the answer key's faults are; only scoring has one.
    """

    def __init__(
        self, page: Page, scenario: Scenario, checks: Sequence[Check], journal: Journal, witness: Witness | None = None
    ) -> None:
        self.scenario = scenario
        self.visits: list[Visit] = []
        self._page = page
        self._checks = checks
        self._journal = journal
        self._witness = witness
        self._pictured: set[str] = set()
        self._left = time.perf_counter()

    def state(self, name: str) -> None:
        """See `scenarios.Walk.state`."""
        if any(visit.state == name for visit in self.visits):
            raise UsageError(f"Två tillstånd heter {name!r}", f"scenario {self.scenario.id}", "Ge dem olika namn.")
        arrived = time.perf_counter()
        seconds = {"navigation": arrived - self._left}
        self._page.evaluate(script("harness", "rest.js"), REST_LIMIT)
        state = State(self._page, self.scenario.id, name, len(self.visits) + 1)
        findings: list[Finding] = []
        for check in self._checks:
            with _timed(seconds, check.id):
                findings += _looked(check, state)
        picture, scale = self._picture(state, findings)
        visit = Visit(
            scenario=state.scenario,
            state=name,
            number=state.number,
            url=self._page.url,
            title=self._page.title(),
            findings=tuple(findings),
            seconds=seconds,
            picture=picture,
            scale=scale,
        )
        seconds["rest"] = time.perf_counter() - arrived - sum(seconds[check.id] for check in self._checks)
        self._journal.write(Line(visit=visit))
        if self._witness:
            self._journal.write(Line(located=self._witness(state)))
        self.visits.append(visit)
        self._left = time.perf_counter()

    def _picture(self, state: State, findings: Sequence[Finding]) -> tuple[str, float]:
        """Keep the state's picture where it shows a fault that no earlier picture of the scenario shows."""
        new = {
            fingerprint(finding, self._page.url)
            for finding in findings
            if finding.element and finding.element.box and finding.outcome in (Outcome.FAILED, Outcome.CANT_TELL)
        } - self._pictured
        if not new:
            return "", 1.0
        self._pictured |= new
        name = hashlib.sha256(f"{state.scenario}/{state.name}".encode()).hexdigest()[:16] + ".jpg"
        self._journal.keep_picture(name, state.picture.jpeg)
        return f"pictures/{name}", state.picture.scale


@contextmanager
def _timed(seconds: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[part] = time.perf_counter() - start


def _looked(check: Check, state: State) -> list[Finding]:
    """What a check found. One that breaks is told as untested and spoils no other."""
    try:
        return list(check.look(state))
    except Exception as error:
        # Without a page there is nothing left to test: that breaks the scenario, not the check.
        if state.page.is_closed():
            raise
        told = " ".join(str(error).split())[:300]
        return [
            Finding(
                check=check.id,
                rule=check.id,
                engine=check.id,
                outcome=Outcome.UNTESTED,
                kind="untested",
                criteria=check.criteria,
                element=None,
                expected=Text("Kontrollen kan köras", "The check can be run"),
                observed=Text(f"Kontrollen gick sönder: {told}", f"The check broke: {told}"),
                evidence={"error": type(error).__name__},
            )
        ]


def broken_checks(visits: Sequence[Visit]) -> list[str]:
    """One line for each check that could not be run at a state."""
    return [
        f"{visit.scenario}, {visit.state}: {finding.check} – {finding.observed.sv}"
        for visit in visits
        for finding in visit.findings
        if finding.outcome is Outcome.UNTESTED and "error" in finding.evidence
    ]
