"""Finds a browser, and says how it is started.

The search, in order: the one pointed out; the one Playwright has fetched; the machine's own Chrome, Chromium or Edge;
the Chromium inside npm's @sparticuz/chromium; `playwright install chromium`. What counts is that a browser starts and
draws å, ä and ö, so each candidate is tried once and the answer is remembered until the file changes.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser as RunningBrowser
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Playwright

from checks.endpoint import leave_endpoint
from harness import browser_npm, browser_places
from harness.browser_trial import reason, try_to_start
from harness.errors import RunBroken, UsageError
from harness.playwright_start import lend_node
from harness.search import Step

ENVIRONMENT = "ESSET_A11Y_BROWSER"

# A browser under test must not fetch anything of its own: the report would not be reproducible, and on a closed network
# each attempt is an error in somebody's log.
_ARGUMENTS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The name and role that the browser itself hands to assistive technology, as `computedName` and `computedRole`.
    "--enable-blink-features=ComputedAccessibilityInfo",
)

# Calls between browsers look up no name that rules could shut out.
_NO_UDP = "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"


@dataclass(frozen=True)
class Browser:
    """A browser that is known to start.

    `source` is "configured", "playwright", "system", "npm" or "playwright-install". `arguments` and `environment` are
    what this one needs besides what every browser is given.
    """

    executable: Path
    version: str
    source: str
    arguments: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    # Whether å, ä and ö come out as three different signs, that is: whether there is a font to use.
    letters: bool = True


@dataclass(frozen=True)
class FoundBrowser:
    """What the search gave, with every step of it."""

    browser: Browser | None
    steps: tuple[Step, ...]


def find_browser(configured: str | None = None, *, install: bool = True, afresh: bool = False) -> FoundBrowser:
    """Look for a browser in the order above; the first that starts is taken.

    `configured` is a path or a name on PATH (else $ESSET_A11Y_BROWSER): when it does not start, no other is taken in
    its place. `install` allows `playwright install chromium` as the last resort. `afresh` tries candidates again
    although an earlier answer is remembered.
    """
    configured = configured or os.environ.get(ENVIRONMENT) or None
    if configured:
        pointed_out, step = _examine(Browser(browser_places.resolve(configured), "", "configured"), "utpekad", afresh)
        return FoundBrowser(pointed_out, (step,))
    steps = [Step("utpekad", "ingen")]
    for where, candidates in (
        ("Playwrights egen", _each(browser_places.playwrights_own(), "playwright")),
        ("datorns egen", _each(browser_places.systems_own(), "system")),
        ("npm:s @sparticuz/chromium", _from_npm()),
        ("playwright install chromium", _from_install(install)),
    ):
        looked_at = len(steps)
        for candidate in candidates:
            if isinstance(candidate, str):
                steps.append(Step(where, candidate))
                continue
            browser, step = _examine(candidate, where, afresh)
            steps.append(step)
            if browser:
                return FoundBrowser(browser, tuple(steps))
        if len(steps) == looked_at:
            steps.append(Step(where, "finns inte"))
    return FoundBrowser(None, tuple(steps))


def need_browser(configured: str | None = None) -> Browser:
    """The browser to use. UsageError when the one pointed out does not start, RunBroken when there is none at all."""
    found = find_browser(configured)
    if found.browser:
        return found.browser
    if configured or os.environ.get(ENVIRONMENT):
        step = found.steps[-1]
        remedy = step.remedy or "Peka ut en annan, eller ingen alls."
        raise UsageError(f"Den utpekade webbläsaren duger inte: {step.outcome}", "", remedy)
    first = next((step for step in found.steps if step.remedy), Step("", ""))
    remedy = first.remedy or "Se varje försök med esset-a11y doctor."
    raise RunBroken("Hittar ingen webbläsare som går att starta", first.outcome, remedy)


def launch_options(browser: Browser) -> dict[str, Any]:
    """Keyword arguments for Playwright's `chromium.launch` (and, but for `env`, `launch_persistent_context`)."""
    # Playwright turns the sandbox off unless told otherwise. Only root has to do without it.
    options: dict[str, Any] = {
        "executable_path": str(browser.executable),
        "args": [*_ARGUMENTS, *browser.arguments],
        "chromium_sandbox": not is_root(),
    }
    if browser.environment:
        options["env"] = {**os.environ, **dict(browser.environment)}
    return options


def launch(
    playwright: Playwright, browser: Browser, *, headless: bool = True, resolver_rules: str = ""
) -> RunningBrowser:
    """Start the browser, so that engines in other processes reach it over loopback (`checks.endpoint`).

    `resolver_rules` decide which hosts it finds (`harness.reach`), all without them. RunBroken, in one line, when it
    does not start.
    """
    options = launch_options(browser)
    port = _free_port()
    options["args"] = [*options["args"], f"--remote-debugging-port={port}", "--remote-debugging-address=127.0.0.1"]
    if resolver_rules:
        options["args"] += [f"--host-resolver-rules={resolver_rules}", _NO_UDP]
    try:
        launched = playwright.chromium.launch(headless=headless, **options)
        leave_endpoint(launched, f"ws://127.0.0.1:{port}")
        return launched
    except PlaywrightError as error:
        problem, remedy = reason(error.message)
        remedy = remedy or "Se varje försök med esset-a11y doctor."
        raise RunBroken(f"Webbläsaren startade inte: {problem}", str(browser.executable), remedy) from error


def is_root() -> bool:
    """Whether root runs this: Chromium then refuses to start with its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _examine(candidate: Browser, where: str, afresh: bool) -> tuple[Browser | None, Step]:
    """Start the candidate (or recall that it started): the browser with its version, and the step to tell."""
    if not candidate.executable.is_file():
        return None, Step(where, f"{candidate.executable} finns inte")
    trial = try_to_start(candidate.executable, launch_options(candidate), afresh=afresh)
    if trial.problem:
        return None, Step(where, f"{candidate.executable} startar inte: {trial.problem}", remedy=trial.remedy)
    browser = replace(candidate, version=trial.version, letters=trial.letters)
    return browser, Step(where, f"{trial.version}, {candidate.executable}", found=True)


# Each place gives its candidates, or a string: why it has none to give.


def _each(paths: Iterable[Path], source: str) -> Iterator[Browser | str]:
    return (Browser(path, "", source) for path in paths)


def _from_npm() -> Iterator[Browser | str]:
    try:
        unpacked = browser_npm.unpacked()
    except RunBroken as error:
        yield error.what
        return
    yield Browser(unpacked.executable, "", "npm", browser_npm.ARGUMENTS, unpacked.environment)


def _from_install(install: bool) -> Iterator[Browser | str]:
    if not install:
        yield "prövas av make setup"
        return
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    lend_node()
    try:
        subprocess.run(command, capture_output=True, text=True, timeout=900, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        yield f"gick inte: {said[0] if said else 'okänt fel'}"
        return
    yield from _each(browser_places.playwrights_own(), "playwright-install")
