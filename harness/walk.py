"""The walk through a scenario: at every stop the page comes to rest, and the checks look."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, Protocol

from playwright.sync_api import Download, Page
from playwright.sync_api import Error as PlaywrightError

from checks.model import Finding, Outcome, Visit
from checks.recording import record
from checks.registry import Check
from checks.scripts import script
from checks.state import Fetched, State
from defects.fingerprint import fingerprint
from defects.settle import answering
from harness.budget import looked
from harness.errors import UsageError
from harness.incremental import Earlier
from harness.journal import Content, Journal, Line, Located, Noted
from scenarios.model import Scenario

REST_LIMIT = 3000
"""Milliseconds that fonts and animations get to come to rest."""


Witness = Callable[[State], Located]


class Stop(Protocol):
    """Where a drive stops for someone to look: the checks look at that state only, and `arrived` is called there."""

    @property
    def state(self) -> str:
        """The state's name."""

    def arrived(self, state: State, visit: Visit) -> None:
        """What was found there, with the live page."""


class ScenarioWalk:
    """Implements `scenarios.Walk` for one scenario on one page.

    A `witness` is asked at every stop where the answer key's faults are; only scoring has one. The page is
    recorded from here on, so a walk is made before the page navigates. `home` is left out of addresses: the embedded
    Esset has another port at every run, which would make two runs differ where nothing does. What `observers` see of
    a state is journaled, by their ids. What an `earlier` run found at the same content is taken over. With a `stop`,
    the checks look at its state only.
    """

    def __init__(
        self,
        page: Page,
        scenario: Scenario,
        checks: Sequence[Check],
        journal: Journal,
        witness: Witness | None = None,
        *,
        insecure_tls: bool = False,
        attempt: int = 1,
        home: str = "",
        observers: Mapping[str, Callable[[State], Any]] | None = None,
        earlier: Earlier | None = None,
        stop: Stop | None = None,
    ) -> None:
        self.scenario = scenario
        self.visits: list[Visit] = []
        self._page = page
        self._checks = checks
        self._journal = journal
        self._witness = witness
        self._attempt = attempt
        self._home = home
        self._observers = observers or {}
        self._earlier = earlier
        self._stop = stop
        self._pictured: set[str] = set()
        self._left = time.perf_counter()
        self._downloads: list[Download] = []
        page.on("download", lambda download: self._downloads.append(download))
        page.on("popup", lambda opened: opened.on("download", lambda download: self._downloads.append(download)))
        record(page, insecure_tls=insecure_tls)

    def state(self, name: str) -> None:
        """See `scenarios.Walk.state`."""
        if any(visit.state == name for visit in self.visits):
            raise UsageError(f"Två tillstånd heter {name!r}", f"scenario {self.scenario.id}", "Ge dem olika namn.")
        arrived = time.perf_counter()
        seconds = {"navigation": arrived - self._left}
        self._page.evaluate(script("harness", "rest.js"), REST_LIMIT)
        with State(self._page, self.scenario.id, name, len(self.visits) + 1) as state:
            state.downloads = tuple(_fetched(self._downloads))
            number = self._earlier.number(state) if self._earlier else None
            taken = self._earlier.taken(number, self._journal) if self._earlier else None
            if taken:
                visit = replace(taken.visit, number=state.number, seconds=seconds)
                state.notes.update(taken.notes)
                self._pictured |= _shown(visit.findings, self._page.url)
            else:
                visit = self._looked(state, seconds)
            if self._stop and self._stop.state == name:
                self._stop.arrived(state, visit)
        seconds["rest"] = time.perf_counter() - arrived - sum(seconds.get(check.id, 0.0) for check in self._checks)
        self._journal.write(Line(attempt=self._attempt, visit=visit))
        if state.notes:
            self._journal.write(Line(attempt=self._attempt, noted=Noted(state.scenario, name, state.notes)))
        if number:
            self._journal.write(Line(attempt=self._attempt, content=Content(state.scenario, name, number)))
        if self._witness:
            self._journal.write(Line(attempt=self._attempt, located=self._witness(state)))
        self.visits.append(visit)
        self._left = time.perf_counter()

    def _looked(self, state: State, seconds: dict[str, float]) -> Visit:
        """What all checks find at a state; what each took is put into `seconds`."""
        findings: list[Finding] = []
        for check in self._checks if self._stop is None or self._stop.state == state.name else ():
            with _timed(seconds, check.id):
                findings += looked(check, state)
        findings = answering(findings)
        for id, observe in self._observers.items():
            with suppress(PlaywrightError):
                state.notes[id] = observe(state)
        picture, scale = self._picture(state, findings)
        return Visit(
            scenario=state.scenario,
            state=state.name,
            number=state.number,
            url=self._page.url.removeprefix(self._home),
            title=self._page.title(),
            findings=tuple(findings),
            seconds=seconds,
            picture=picture,
            scale=scale,
        )

    def _picture(self, state: State, findings: Sequence[Finding]) -> tuple[str, float]:
        """Keep the state's picture where it shows a fault that no earlier picture of the scenario shows."""
        new = _shown(findings, self._page.url) - self._pictured
        if not new:
            return "", 1.0
        self._pictured |= new
        name = hashlib.sha256(f"{state.scenario}/{state.name}".encode()).hexdigest()[:16] + ".jpg"
        self._journal.keep_picture(name, state.picture.jpeg)
        return f"pictures/{name}", state.picture.scale


def _fetched(downloads: list[Download]) -> Iterator[Fetched]:
    """The files that came down since the last state; one that failed to come is left out."""
    while downloads:
        download = downloads.pop(0)
        with suppress(PlaywrightError):
            yield Fetched(download.suggested_filename, download.url, download.path().read_bytes())


def _shown(findings: Sequence[Finding], url: str) -> set[str]:
    """Fingerprints of the faults that a picture of the state shows."""
    return {
        fingerprint(finding, url)
        for finding in findings
        if finding.element and finding.element.box and finding.outcome in (Outcome.FAILED, Outcome.CANT_TELL)
    }


@contextmanager
def _timed(seconds: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[part] = time.perf_counter() - start


def broken_checks(visits: Sequence[Visit]) -> list[str]:
    """One line for each check that could not be run at a state."""
    return [
        f"{visit.scenario}, {visit.state}: {finding.check} – {finding.observed.sv}"
        for visit in visits
        for finding in visit.findings
        if finding.outcome is Outcome.UNTESTED and "error" in finding.evidence
    ]
