"""The walk through a scenario: at every stop the page comes to rest, and the checks look."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from checks.asking import ask
from checks.model import Finding, Outcome, Visit
from checks.recording import record
from checks.registry import Check
from checks.scripts import script
from checks.state import State
from defects.fingerprint import fingerprint
from defects.settle import answering
from harness.budget import STATE_LIMIT, limited, looked, out_of_time
from harness.config import Personal
from harness.downloads import Downloads
from harness.errors import RunBroken, UsageError
from harness.guard import Guard
from harness.guard import findings as stopped
from harness.incremental import Earlier
from harness.journal import Content, Journal, Line, Located, Noted
from harness.masked import masked_visit
from harness.personal import Watch
from scenarios.model import Scenario

REST_LIMIT = 3000
"""Milliseconds that fonts and animations get to come to rest."""


PATIENCE = 30.0
"""Seconds that a page gets to answer when it is asked for what every state needs."""

MARGIN = 2.0
"""Seconds over its limit in which the wait for rest must have ended."""

SERVER_ERROR = 500
"""HTTP status from which on a page is not the one that the scenario is about."""

OUT_OF_MEMORY = "En sida som tar för mycket minne avslutas också så: se docs/sakerhet.md."

T = TypeVar("T")

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
    the checks look at its state only. What a `guard` stopped is told at the state. Of a `read_only` target no copies
    are made to try things in.
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
        personal: Personal | None = None,
        guard: Guard | None = None,
        read_only: bool = False,
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
        self._watch = Watch(journal.mask, personal or Personal())
        self._pictured: set[str] = set()
        self._left = time.perf_counter()
        self._crashed = False
        page.on("crash", self._crash)
        self._downloads = Downloads(page)
        self._guard = guard
        self._recording = record(page, insecure_tls=insecure_tls, read_only=read_only)

    def _crash(self, page: Page) -> None:
        self._crashed = True

    def learn(self) -> None:
        """Learn what the page shows as personal, before something is written of it; in any state, and in its time."""
        with (
            suppress(Exception, asyncio.CancelledError),
            State(self._page, self.scenario.id, "", 0) as state,
            limited(state, PATIENCE),
        ):
            self._watch.learn(self._page, self._recording.devtools)

    def state(self, name: str) -> None:
        """See `scenarios.Walk.state`."""
        if any(visit.state == name for visit in self.visits):
            raise UsageError(f"Två tillstånd heter {name!r}", f"scenario {self.scenario.id}", "Ge dem olika namn.")
        arrived = time.perf_counter()
        seconds = {"navigation": arrived - self._left}
        with self._state(name) as state:
            self._bounded(state, self._arrive)
            number = self._bounded(state, self._earlier.number) if self._earlier else None
            taken = self._earlier.taken(number, self._journal) if self._earlier else None
            if taken:
                visit = replace(taken.visit, number=state.number, seconds=seconds)
                state.notes.update(taken.notes)
                self._pictured |= _shown(visit.findings, self._page.url)
            else:
                visit = self._looked(state, seconds)
            if self._stop and self._stop.state == name:
                self._stop.arrived(state, masked_visit(visit, self._journal.mask))
        seconds["rest"] = time.perf_counter() - arrived - sum(seconds.get(check.id, 0.0) for check in self._checks)
        written = self._journal.write(Line(attempt=self._attempt, visit=visit))
        if state.notes:
            self._journal.write(Line(attempt=self._attempt, noted=Noted(state.scenario, name, state.notes)))
        if number:
            self._journal.write(Line(attempt=self._attempt, content=Content(state.scenario, name, number)))
        if self._witness:
            self._journal.write(Line(attempt=self._attempt, located=self._witness(state)))
        # As it is kept: what fails the run and what the reports tell must be the same defects.
        self.visits.append(written.visit or visit)
        self._left = time.perf_counter()

    @contextmanager
    def _state(self, name: str) -> Iterator[State]:
        """A state that is left within some time: a page that has crashed does not answer who closes what was made."""
        with State(self._page, self.scenario.id, name, len(self.visits) + 1) as state:
            try:
                yield state
            finally:
                with suppress(PlaywrightError, asyncio.CancelledError), limited(state, PATIENCE):
                    state.at_end.close()

    def _arrive(self, state: State) -> None:
        """Let the page come to rest, and learn of it what must not be kept."""
        # One that hangs does not answer, and is told to hang: the wait for rest would only end its script.
        ask(self._page.main_frame, "() => 0")
        with limited(state, REST_LIMIT / 1000 + MARGIN) as limit:
            try:
                ask(self._page.main_frame, script("harness", "rest.js"), REST_LIMIT)
            except asyncio.CancelledError:
                # Where a page's timers never fire it is at rest; one that hangs is seen to by what comes next.
                if not limit.over:
                    raise
        if (status := self._recording.status) >= SERVER_ERROR:
            raise RunBroken(f"Målet svarade {status}", f"{self.scenario.id}, {state.name}", "Se målets egna loggar.")
        self._watch.learn(self._page, self._recording.devtools)
        state.downloads = tuple(self._downloads.taken(state))

    def _bounded(self, state: State, do: Callable[[State], T], late: Callable[[], T] | None = None) -> T:
        """What `do` gives, or `late` where it takes too long.

        RunBroken where there is no `late`, or the page is gone: then nothing can be tested.
        """
        with limited(state, PATIENCE) as limit:
            try:
                return do(state)
            except (Exception, asyncio.CancelledError) as error:
                where = f"{self.scenario.id}, {state.name}"
                if self._crashed:
                    raise RunBroken("Sidan kraschade i webbläsaren", where, OUT_OF_MEMORY) from None
                if late and limit.over:
                    return late()
                if limit.over or isinstance(error, asyncio.CancelledError):
                    raise RunBroken(f"Sidan svarade inte på {PATIENCE:g} sekunder", where) from None
                raise

    def _looked(self, state: State, seconds: dict[str, float]) -> Visit:
        """What all checks find at a state; what each took is put into `seconds`."""
        findings: list[Finding] = []
        until = time.monotonic() + STATE_LIMIT
        for check in self._checks if self._stop is None or self._stop.state == state.name else ():
            if time.monotonic() > until:
                findings.append(out_of_time(check))
                continue
            with _timed(seconds, check.id):
                findings += self._unless_crashed(check, state)
        findings = answering(findings)
        # A large page may take long to be told of or pictured; whether it hangs its title will show.
        self._bounded(state, self._observe, late=lambda: None)
        if self._guard:
            findings += stopped(self._guard.taken())
        picture, scale = self._bounded(state, lambda state: self._picture(state, findings), late=lambda: ("", 1.0))
        return Visit(
            scenario=state.scenario,
            state=state.name,
            number=state.number,
            url=self._page.url.removeprefix(self._home),
            title=self._bounded(state, lambda state: state.page.title()),
            findings=tuple(findings),
            seconds=seconds,
            picture=picture,
            scale=scale,
        )

    def _unless_crashed(self, check: Check, state: State) -> list[Finding]:
        findings = looked(check, state)
        if self._crashed:
            what = f"Sidan kraschade i webbläsaren när {check.id} prövade den"
            raise RunBroken(what, f"{self.scenario.id}, {state.name}", OUT_OF_MEMORY)
        return findings

    def _observe(self, state: State) -> None:
        for id, observe in self._observers.items():
            with suppress(PlaywrightError):
                state.notes[id] = observe(state)

    def _picture(self, state: State, findings: Sequence[Finding]) -> tuple[str, float]:
        """Keep the state's picture where it shows a fault that no earlier picture of the scenario shows."""
        new = _shown(findings, self._page.url) - self._pictured
        if not new:
            return "", 1.0
        taken = self._watch.picture(state)
        if taken is None:
            return "", 1.0
        self._pictured |= new
        name = hashlib.sha256(f"{state.scenario}/{state.name}".encode()).hexdigest()[:16] + ".jpg"
        self._journal.keep_picture(name, taken.jpeg)
        return f"pictures/{name}", taken.scale


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
