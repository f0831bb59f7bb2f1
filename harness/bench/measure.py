"""Runs engines on the cases of a corpus, in processes that can be ended.

A page may hang its renderer for ever, and then nothing that waits for the page returns. So cases are
looked at in processes of their own (`harness.bench.look`), each with a browser, and what an engine
sees is told as soon as it has seen it. A process that says nothing for `PATIENCE` seconds is ended
with its browser: the engine in hand is told as untested on that case, and another process goes on
with the engines that are left.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from harness.bench.cases import Case, Corpus
from harness.bench.engines import Seen
from harness.bench.look import Done, Looked, Opened, Ready, look_at_cases

PATIENCE = 45.0
"""Seconds that an engine gets on a case before its process is ended."""

STARTING = 120.0
"""Seconds that a process gets to begin, browser and all."""

HANGS = 2
"""How often a case may hang before the engines that are left are told as untested too."""


@dataclass
class Result:
    """What the engines saw on one case.

    `untested` says, engine by engine, why one could not look; the key "" speaks of them all.
    `seconds` tells what each engine took; the key "" is the case's own: to open, and to close.
    """

    case: str
    seen: dict[str, tuple[Seen, ...]] = field(default_factory=dict)
    untested: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def measure(
    corpus: Corpus,
    address: str,
    engines: Sequence[str],
    *,
    workers: int,
    tell: Callable[[Result], None],
    known: Mapping[str, Collection[str]] | None = None,
) -> list[Result]:
    """Results of all cases, in their order; `tell` hears of each as it comes.

    `known` names, by case, engines that need not look: what they see is had from elsewhere.
    """
    known = known or {}
    wanted = {case.id: [one for one in engines if one not in known.get(case.id, ())] for case in corpus.cases}
    results = {case.id: Result(case.id) for case in corpus.cases}
    waiting = deque(case for case in corpus.cases if wanted[case.id])
    for case in corpus.cases:
        if not wanted[case.id]:
            tell(results[case.id])
    running = [_Worker(corpus.folder, address, engines) for _ in range(min(workers, len(waiting)))]
    try:
        while running:
            for worker in list(running):
                if worker.result and (done := worker.hear()):
                    tell(done)
                if worker.result:
                    continue
                if waiting:
                    case = waiting.popleft()
                    worker.take(case, wanted[case.id], results[case.id])
                else:
                    worker.dismiss()
                    running.remove(worker)
            wait([one.connection for one in running], timeout=0.5)
    finally:
        for worker in running:
            worker.kill()
    return [results[case.id] for case in corpus.cases]


class _Worker:
    """One process, and the case that it has in hand; begun again when it hangs or dies."""

    def __init__(self, folder: Path, address: str, engines: Sequence[str]) -> None:
        self._told = (folder, address, tuple(engines))
        self.result: Result | None = None
        self._begin()

    def _begin(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.connection: Connection
        self.connection, there = spawn.Pipe()
        self._process: BaseProcess = spawn.Process(target=look_at_cases, args=(there, *self._told), daemon=True)
        self._process.start()
        self._limit = STARTING
        there.close()

    def take(self, case: Case, engines: Sequence[str], result: Result) -> None:
        """Give the process a case; what it tells goes into `result`, which is its own until it is done."""
        self.result, self._case, self._left, self._hangs = result, case, list(engines), 0
        self._send()

    def hear(self) -> Result | None:
        """Take in what the process has said, and end it when it is silent for too long; the result when it is done."""
        try:
            while self.result and self.connection.poll():
                self._heard = time.monotonic()
                self._note(self.connection.recv())
        except (EOFError, OSError):
            self._died("webbläsaren eller processen dog")
        if self.result and time.monotonic() - self._heard > self._limit:
            self._died(f"inget svar på {self._limit:.0f} sekunder")
        if self._done:
            result, self.result = self.result, None
            return result
        return None

    def _send(self) -> None:
        self._opened = self._done = False
        self._heard = time.monotonic()
        try:
            self.connection.send((self._case, self._left))
        except OSError:
            self._died("processen dog")

    def _note(self, told: Ready | Opened | Looked | Done) -> None:
        assert self.result
        if isinstance(told, Ready):
            self._limit = PATIENCE
        elif isinstance(told, Done):
            self._done = True
        elif isinstance(told, Opened):
            self._opened = True
            self.result.seconds[""] = self.result.seconds.get("", 0.0) + told.seconds
            if told.problem:
                self.result.untested[""] = told.problem
        else:
            self._left.remove(told.engine)
            self.result.seconds[told.engine] = told.seconds
            if told.problem:
                self.result.untested[told.engine] = told.problem
            if told.seen is not None:
                self.result.seen[told.engine] = told.seen

    def _died(self, reason: str) -> None:
        """Blame the engine in hand, and begin again with those that are left; with none left, it died when closing."""
        assert self.result
        self.kill()
        self._begin()
        self._hangs += 1
        if not self._opened:
            self.result.untested[""] = reason
            self._left = []
        if self._left:
            self.result.untested[self._left.pop(0)] = reason
        if self._hangs >= HANGS:
            self.result.untested |= dict.fromkeys(self._left, reason)
            self._left = []
        if self._left:
            self._send()
        else:
            self._done = True

    def dismiss(self) -> None:
        """Let the process close its browser and end."""
        self.connection.close()
        self._process.join(10)
        self.kill()

    def kill(self) -> None:
        self._process.kill()
        self._process.join(10)
        self.connection.close()
