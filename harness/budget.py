"""Lets a check look at a state, within its budget: one that breaks or outruns it is untested and spoils no other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from greenlet import greenlet
from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.model import Finding, Outcome, Text
from checks.registry import Check
from checks.state import State
from checks.twin import NoTwin


def looked(check: Check, state: State) -> list[Finding]:
    """What a check found; where it could not see it all, what it found until then and an `untested` that says why.

    Raises what the check raised where the page is gone: that breaks the scenario, not the check.
    """
    findings: list[Finding] = []
    with _limit(state, check.budget) as limit:
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
class _Limit:
    over: bool = False


@contextmanager
def _limit(state: State, seconds: float) -> Iterator[_Limit]:
    """Interrupts, after some seconds, the page's script and whatever of the browser is being waited for."""
    limit = _Limit()
    sessions = [state.devtools]  # Had beforehand: a page that hangs gives none.
    try:
        loop = asyncio.get_running_loop()  # Playwright's own, in whose thread a check runs.
    except RuntimeError:
        yield limit
        return
    before = asyncio.all_tasks(loop)

    def interrupt() -> None:
        limit.over = True
        waiting = asyncio.all_tasks(loop) - before
        # A script that never ends would keep the page for the next check too.
        sessions.extend(state.interruptible)
        greenlet(lambda: _send(sessions, "Runtime.terminateExecution")).switch()
        for task in waiting:
            task.cancel()

    timer = loop.call_later(seconds, interrupt)
    try:
        yield limit
    finally:
        timer.cancel()
        if limit.over:
            # Where no script ran, it is the next one that is ended: let that be one of no use.
            _send(sessions, "Runtime.evaluate", {"expression": "0"})


def _send(sessions: Sequence[CDPSession], method: str, parameters: dict[str, Any] | None = None) -> None:
    for session in sessions:
        try:
            session.send(method, parameters)
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
