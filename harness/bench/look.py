"""The process that looks: opens each case that it is given in a browser, and lets engines look at it."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route
from playwright.sync_api import Error as PlaywrightError

from checks.recording import record
from checks.registry import all_checks
from checks.scripts import script
from checks.state import State
from checks.world import devtools
from harness.bench.cases import Case
from harness.bench.engines import Engine, Region, Seen, of_check, peers
from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running

LOADING = 8000
"""Milliseconds that a page gets to load; what there is by then is measured."""

RESTING = 1500
"""Milliseconds that a page gets to come to rest."""

ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1[:/])")


@dataclass(frozen=True)
class Ready:
    """The process has begun, and its browser."""


@dataclass(frozen=True)
class Opened:
    """A case's page stands open, or `problem` says why it doesn't."""

    seconds: float
    problem: str = ""


@dataclass(frozen=True)
class Looked:
    """What an engine saw, or why it could not look; both where a part could not be looked at."""

    engine: str
    seen: tuple[Seen, ...] | None
    seconds: float
    problem: str = ""


@dataclass(frozen=True)
class Done:
    """No more will be said of the case."""


def look_at_cases(connection: Connection, folder: Path, address: str, engines: Sequence[str]) -> None:
    """Take cases with the names of engines from the connection, until it closes; answer with what is seen."""
    known = {check.id: of_check(check) for check in all_checks() if check.id in engines}
    known |= {engine.id: engine for engine in peers() if engine.id in engines}
    with playwright_running() as playwright:
        browser = launch(playwright, need_browser())
        connection.send(Ready())
        page: Page | None = None
        while True:
            try:
                case, wanted = connection.recv()
            except (EOFError, OSError):
                break
            started = time.perf_counter()
            page = page or _new_page(browser, folder)
            _look(page, connection, started, address, case, [known[one] for one in wanted])
            page = _left(page, address)
            connection.send(Done())
        browser.close()


def _new_page(browser: Browser, folder: Path) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.route(ELSEWHERE, lambda route: _from_elsewhere(route, folder))
    page = context.new_page()
    record(page)
    page.set_default_timeout(LOADING)
    return page


def _left(page: Page, address: str) -> Page | None:
    """The page with nothing left in it of the case before, None where it could not be left.

    To make a new one for each case takes a quarter of the time of all checks.
    """
    context = page.context
    try:
        for one in context.pages:
            if one != page:
                one.close()
        page.goto("about:blank")
        context.clear_cookies()
        origin = address.rstrip("/")
        devtools(page).send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        record(page).forget()
    except PlaywrightError:
        context.close()
        return None
    return page


def _look(
    page: Page, connection: Connection, start: float, address: str, case: Case, engines: Sequence[Engine]
) -> None:
    try:
        _open(page, address + case.path)
        region = _faulty(page, case)
    except PlaywrightError as error:
        connection.send(Opened(time.perf_counter() - start, _line(error)))
    else:
        nowhere = not (region.whole or region.within or region.at)
        connection.send(Opened(time.perf_counter() - start, "felet hittas inte på sidan" if nowhere else ""))
        # One state for all: what checks share is made once, as in a run. Peers look last, since they leave traces.
        with State(page, "bench", case.id, 1) as state:
            for engine in () if nowhere else engines:
                connection.send(_asked(engine, state, region))


def _asked(engine: Engine, state: State, region: Region) -> Looked:
    start = time.perf_counter()
    problems: list[str] = []
    seen: tuple[Seen, ...] | None = None
    try:
        seen = tuple(engine.look(state, region, problems.append))
    except Exception as error:  # An engine that breaks is told as untested and spoils no other, as in a run.
        problems.append(_line(error))
    return Looked(engine.id, seen, time.perf_counter() - start, "; ".join(dict.fromkeys(problems))[:300])


def _open(page: Page, url: str) -> None:
    try:
        page.goto(url, wait_until="load", timeout=LOADING)
    except PlaywrightError:
        # A page that never ends loading is measured as far as it came; one that never began is not.
        if page.url == "about:blank":
            raise
    page.evaluate(script("harness", "rest.js"), RESTING)


def _faulty(page: Page, case: Case) -> Region:
    """Where the fault lies: the whole page where the case names no part of it."""
    if not case.example:
        return Region()
    told = page.evaluate(f"({script('harness.bench', 'faulty.js')})({script('checks', 'path.js')})", case.example)
    return Region(tuple(tuple(one) for one in told["within"]), tuple(tuple(one) for one in told["at"]), whole=False)


def _from_elsewhere(route: Route, folder: Path) -> None:
    """Nothing goes outside. Another host's file is served where the corpus has it: a second origin."""
    file = (folder / urlsplit(route.request.url).path.lstrip("/")).resolve()
    if file.is_file() and folder.resolve() in file.parents:
        route.fulfill(path=file)
    else:
        route.abort()


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
