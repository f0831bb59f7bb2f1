"""Lets a check look at a state, within its budget: one that breaks or outruns it is untested and spoils no other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from greenlet import greenlet
from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.model import Finding, Outcome, Text
from checks.registry import Check
from checks.state import State
from checks.twin import NoTwin

STATE_LIMIT = 300.0
"""Seconds that all checks of a state get together: a page of a thousand frames costs each of them all of its time."""


GRACE = 1.0
"""Seconds that a page gets to answer once its script was ended."""


def out_of_time(check: Check) -> Finding:
    """What is told of a check whose turn never came."""
    reason = Text(
        f"Tillståndets {STATE_LIMIT:g} sekunder var slut före kontrollen",
        f"The state's {STATE_LIMIT:g} seconds were over before the check",
    )
    return _untested(check, reason, {"budget": f"{STATE_LIMIT:g}"})


def looked(check: Check, state: State) -> list[Finding]:
    """What a check found; where it could not see it all, what it found until then and an `untested` that says why.

    Raises what the check raised where the page is gone: that breaks the scenario, not the check.
    """
    findings: list[Finding] = []
    with limited(state, check.budget) as limit:
        try:
            for finding in check.look(state):
                findings.append(finding)
                if limit.over:
                    raise TimeoutError
        except NoTwin as none:
            reason = Text(f"Prövas i en kopia, men {none.reason.sv}", f"Is tried in a copy, but {none.reason.en}")
            findings.append(_untested(check, reason, {"twin": none.reason.en}))
        except (Exception, asyncio.CancelledError) as error:
            # Without a page there is nothing left to test.
            if state.page.is_closed():
                raise
            findings.append(_outran(check) if limit.over else _broke(check, error))
    return findings


@dataclass
class Limit:
    """Whether the time that something got is over."""

    over: bool = False


@contextmanager
def limited(state: State, seconds: float) -> Iterator[Limit]:
    """Interrupts, after some seconds, the page's script and whatever of the browser is being waited for.

    From then on whatever else is waited for, to tidy up, gets `GRACE` each: a page that has crashed answers nothing.
    """
    limit = Limit()
    sessions = [state.devtools]  # Had beforehand: a page that hangs gives none.
    try:
        loop = asyncio.get_running_loop()  # Playwright's own, in whose thread a check runs.
    except RuntimeError:
        yield limit
        return
    before = asyncio.all_tasks(loop)
    timers: list[asyncio.TimerHandle] = []

    def interrupt() -> None:
        waiting = asyncio.all_tasks(loop) - before
        if not limit.over:
            limit.over = True
            # A script that never ends would keep the page for the next check too.
            sessions.extend(state.interruptible)
            greenlet(lambda: _send(sessions, "Runtime.terminateExecution")).switch()
        for task in waiting:
            task.cancel()
        timers.append(loop.call_later(GRACE, interrupt))

    timers.append(loop.call_later(seconds, interrupt))
    try:
        yield limit
    finally:
        timers[-1].cancel()
        if limit.over:
            _settle(loop, sessions)


def _settle(loop: asyncio.AbstractEventLoop, sessions: Sequence[CDPSession]) -> None:
    """Where no script ran, it is the next one that is ended: let that be one of no use. A page may still hang then."""
    before = asyncio.all_tasks(loop)

    def give_up() -> None:
        for task in asyncio.all_tasks(loop) - before:
            task.cancel()

    for session in sessions:
        timer = loop.call_later(GRACE, give_up)
        try:
            session.send("Runtime.evaluate", {"expression": "0"})
        except (PlaywrightError, asyncio.CancelledError):
            continue
        finally:
            timer.cancel()


def _send(sessions: Sequence[CDPSession], method: str) -> None:
    for session in sessions:
        try:
            session.send(method)
        except PlaywrightError:
            continue


def _outran(check: Check) -> Finding:
    reason = Text(
        f"Kontrollen hann inte klart på {check.budget:g} sekunder",
        f"The check was not done within {check.budget:g} seconds",
    )
    return _untested(check, reason, {"budget": f"{check.budget:g}"})


def _broke(check: Check, error: BaseException) -> Finding:
    told = " ".join(str(error).split())[:300]
    reason = Text(f"Kontrollen gick sönder: {told}", f"The check broke: {told}")
    return _untested(check, reason, {"error": type(error).__name__})


def _untested(check: Check, reason: Text, evidence: dict[str, str]) -> Finding:
    return Finding(
        check=check.id,
        rule=check.id,
        engine=check.id,
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=check.criteria,
        element=None,
        expected=Text("Kontrollen kan köras", "The check can be run"),
        observed=reason,
        evidence=evidence,
    )
