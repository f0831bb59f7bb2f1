"""The tests of the guards can fail: with the guard taken away, each of them does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from tempfile import TemporaryFile

import pytest

from harness.memory import below
from tests.commands import ROOT
from tests.safety.guards import GUARDS, HANGING, IN_A_BROWSER, REACH

pytestmark = pytest.mark.nightly

LONG = 400.0
"""Seconds in which a test without its guard must have failed by itself."""

SHORT = 120.0
"""Seconds in which a test whose page would have no end must have ended, with its guard and without."""


NO_GUARD = "os:sep = sep"


def named(guards: list[tuple[str, str]]) -> list[str]:
    """What is taken away, and the test that then fails."""
    return [f"{guard.partition(' = ')[0]} {test.partition('::')[2]}" for guard, test in guards]


def fails_without(guard: str, test: str, seconds: float = LONG) -> bool:
    """Whether a test fails, and not for another reason than its own, when a guard is taken away.

    One that has not ended in its time hangs, which is a failure: nothing of it is left running.
    """
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "tests.safety.mutant", test]
    told = os.environ | {"ESSET_A11Y_MUTANT": guard, "ESSET_A11Y_HYPOTHESIS": "nightly", "FUZZ_PAGES": "0"}
    with TemporaryFile("w+", encoding="utf-8") as said:
        running = subprocess.Popen(command, cwd=ROOT, env=told, stdout=said, stderr=said, start_new_session=True)
        try:
            code = running.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        finally:
            # A browser begins a process group of its own, and one whose page hangs does not end with its parent.
            for process in [running.pid, *below(running.pid)] if running.poll() is None else ():
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            running.wait()
        said.seek(0)
        lines = said.read().splitlines()
    assert code in (0, 1) and "error" not in lines[-1], "\n".join(lines[-60:])
    return code == 1


@pytest.mark.parametrize(("guard", "test"), GUARDS, ids=named(GUARDS))
def test_without_its_guard_a_test_fails(guard: str, test: str) -> None:
    assert fails_without(guard, test)


@pytest.mark.browser
@pytest.mark.parametrize(("guard", "test"), IN_A_BROWSER, ids=named(IN_A_BROWSER))
def test_without_its_guard_a_test_in_a_browser_fails(guard: str, test: str) -> None:
    assert fails_without(guard, test)


@pytest.mark.browser
@pytest.mark.parametrize(("guard", "test"), HANGING, ids=named(HANGING))
def test_without_its_guard_a_test_has_no_end(guard: str, test: str) -> None:
    assert fails_without(guard, test, SHORT)
    assert not fails_without(NO_GUARD, test, SHORT), "it takes too long anyway"


def test_with_its_guard_a_test_passes() -> None:
    assert not fails_without(NO_GUARD, f"{REACH}::test_which_addresses_are_allowed")
