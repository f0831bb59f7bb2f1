"""Runs engines on the cases of a corpus, in processes that can be ended.

A page may hang its renderer for ever, and then nothing that waits for the page returns. So cases are
run in processes of their own, and one that says nothing for `PATIENCE` seconds is ended with its
browser; the case in hand is told as untested, and another process goes on with the rest.
"""

from __future__ import annotations

import multiprocessing
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route
from playwright.sync_api import Error as PlaywrightError

from checks.recording import record
from checks.registry import all_checks
from checks.scripts import script
from checks.state import Hops, State
from checks.twin import NoTwin
from harness.bench.cases import Case, Corpus
from harness.bench.engines import Engine, Seen, of_check, peers, unweighed
from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running

PATIENCE = 45.0
"""Seconds that a case gets before its process is ended."""

LOADING = 8000
"""Milliseconds that a page gets to load; what there is by then is measured."""

ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1[:/])")


@dataclass(frozen=True)
class Result:
    """What the engines saw on one case. `main` is the path of the page's main part, empty where it has none.

    `untested` says, engine by engine, why one could not look; the key "" speaks of them all.
    """

    case: str
    seen: dict[str, tuple[Seen, ...]]
    main: Hops = ()
    untested: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


def measure(
    corpus: Corpus,
    address: str,
    checks: Sequence[str],
    *,
    with_peers: bool,
    workers: int,
    tell: Callable[[Result], None],
    only_unweighed: bool = False,
) -> list[Result]:
    """Results of all cases, in their order; `tell` hears of each as it comes.

    `only_unweighed` takes the engines' own words in place of the checks and the peers.
    """
    waiting = list(corpus.cases)
    results: dict[str, Result] = {}

    def note(result: Result) -> None:
        results[result.case] = result
        tell(result)

    shares = [waiting[at::workers] for at in range(workers)]
    line_up = LineUp(tuple(checks), with_peers, only_unweighed)
    running = [_Worker(corpus.folder, address, share, line_up) for share in shares if share]
    while running:
        ready = wait([one.connection for one in running], timeout=1.0)
        for worker in list(running):
            if worker.connection in ready:
                worker.hear(note)
            elif worker.silent > PATIENCE:
                worker.end(note)
            if worker.over:
                running.remove(worker)
    return [results[case.id] for case in corpus.cases]


@dataclass(frozen=True)
class LineUp:
    """Which engines look at a case."""

    checks: tuple[str, ...]
    with_peers: bool
    only_unweighed: bool

    def engines(self) -> list[Engine]:
        if self.only_unweighed:
            return [*unweighed()]
        own = [of_check(check) for check in all_checks() if not self.checks or check.id in self.checks]
        return [*own, *(peers() if self.with_peers else ())]


class _Worker:
    """One process with a share of the cases; begun again without the case that it died of."""

    def __init__(self, folder: Path, address: str, cases: Sequence[Case], line_up: LineUp) -> None:
        self._told = (folder, address, line_up)
        self._left = list(cases)
        self._begin()

    def _begin(self) -> None:
        here, there = multiprocessing.get_context("spawn").Pipe()
        folder, address, line_up = self._told
        self.connection: Connection = here
        self._process: BaseProcess = multiprocessing.get_context("spawn").Process(
            target=_work, args=(there, folder, address, list(self._left), line_up), daemon=True
        )
        self._process.start()
        there.close()
        self._heard = time.monotonic()

    @property
    def silent(self) -> float:
        return time.monotonic() - self._heard

    @property
    def over(self) -> bool:
        return not self._left

    def hear(self, note: Callable[[Result], None]) -> None:
        """Take in what the process says; one that is gone has died of the case in hand."""
        try:
            result: Result = self.connection.recv()
        except (EOFError, OSError):
            self._give_up("webbläsaren eller processen dog", note)
            return
        self._heard = time.monotonic()
        self._left = [case for case in self._left if case.id != result.case]
        note(result)
        if self.over:
            self._process.join(10)

    def end(self, note: Callable[[Result], None]) -> None:
        """End a process that has been silent for too long."""
        self._process.kill()
        self._give_up(f"inget svar på {PATIENCE:.0f} sekunder", note)

    def _give_up(self, reason: str, note: Callable[[Result], None]) -> None:
        self._process.kill()
        self._process.join(10)
        self.connection.close()
        note(Result(self._left.pop(0).id, {}, untested={"": reason}))
        if self._left:
            self._begin()


def _work(connection: Connection, folder: Path, address: str, cases: Sequence[Case], line_up: LineUp) -> None:
    engines = line_up.engines()
    with playwright_running() as playwright:
        browser = launch(playwright, need_browser())
        for case in cases:
            connection.send(_look(browser, folder, address, case, engines))
        browser.close()


def _look(browser: Browser, folder: Path, address: str, case: Case, engines: Sequence[Engine]) -> Result:
    start = time.perf_counter()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.route(ELSEWHERE, lambda route: _from_elsewhere(route, folder))
    page = context.new_page()
    record(page)
    page.set_default_timeout(LOADING)
    seen: dict[str, tuple[Seen, ...]] = {}
    untested: dict[str, str] = {}
    main: Hops = ()
    try:
        _open(page, address + case.path)
        main = _main(page)
    except PlaywrightError as error:
        untested[""] = _line(error)
    else:
        for engine in engines:
            try:
                with State(page, "bench", case.id, 1) as state:
                    seen[engine.id] = tuple(engine.look(state))
            except (PlaywrightError, NoTwin) as error:
                untested[engine.id] = _line(error)
    context.close()
    return Result(case.id, seen, main, untested, time.perf_counter() - start)


def _open(page: Page, url: str) -> None:
    try:
        page.goto(url, wait_until="load", timeout=LOADING)
    except PlaywrightError:
        # A page that never ends loading is measured as far as it came; one that never began is not.
        if page.url == "about:blank":
            raise
    page.evaluate(script("harness", "rest.js"), 1500)


def _main(page: Page) -> Hops:
    element = page.query_selector("main")
    return tuple(element.evaluate(script("checks", "path.js"))) if element else ()


def _from_elsewhere(route: Route, folder: Path) -> None:
    """Nothing goes outside. Another host's file is served where the corpus has it: a second origin."""
    file = (folder / urlsplit(route.request.url).path.lstrip("/")).resolve()
    if file.is_file() and folder.resolve() in file.parents:
        route.fulfill(path=file)
    else:
        route.abort()


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
