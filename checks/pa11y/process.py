"""pa11y's Node process: started at the first call, begun again when it has died, ended with the run.

JSON-RPC 2.0 over standard in and out, one message a line (`server.cjs` says which). The process ends when its
standard in does, so it is never left behind, however this one ended.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import tempfile
import threading
from importlib.resources import files
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

from checks.node import node_executable, package_folder

PROTOCOL = 1
STARTING = 30.0
"""Seconds that the process gets to start: Node reads pa11y and puppeteer from disk."""

GRACE = 2.0
"""Seconds over a call's own limit before the process is taken to hang."""


class Unavailable(Exception):
    """The process can't be used; `str()` of it says why, in Swedish."""


class NodeProcess:
    """One process, with calls one at a time. `versions` is what it said of itself when it started."""

    def __init__(self) -> None:
        self.versions: dict[str, str] = {}
        self._process: subprocess.Popen[str] | None = None
        self._answers: Queue[str | None] = Queue()
        self._numbers = itertools.count(1)
        self._said: IO[str] | None = None

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def call(self, method: str, params: dict[str, Any], seconds: float) -> Any:
        """The result of a method. A process that dies on the way is begun again, and asked once more.

        Raises Unavailable when there is no Node, when the answer is an error, or none comes within `seconds`.
        """
        fresh = self._start()
        try:
            return self._ask(method, params, seconds)
        except _Died:
            if fresh:
                raise Unavailable(f"Node-processen dog: {self._last_words()}") from None
        self.close()  # Its output has ended; it may not quite have.
        self._start()
        try:
            return self._ask(method, params, seconds)
        except _Died:
            raise Unavailable(f"Node-processen dog två gånger: {self._last_words()}") from None

    def close(self) -> None:
        """End the process; does nothing where there is none."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            if process.stdin:
                process.stdin.close()
            process.wait(GRACE)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()

    def _start(self) -> bool:
        """Whether it had to be started."""
        if self.pid:
            return False
        self.close()
        node = node_executable()
        if node is None:
            raise Unavailable("Node saknas")
        try:
            modules = package_folder("pa11y").parent
        except FileNotFoundError as error:
            raise Unavailable(str(error)) from None
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 (read when it dies)
        self._process = subprocess.Popen(
            [node, str(Path(str(files("checks.pa11y") / "server.cjs"))), str(modules)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
        )
        self._answers = Queue()
        threading.Thread(target=_read, args=(self._process.stdout, self._answers), daemon=True).start()
        try:
            told = self._ask("hello", {}, STARTING)
        except _Died:
            raise Unavailable(f"Node-processen startade inte: {self._last_words()}") from None
        if told["protocol"] != PROTOCOL:
            self.close()
            raise Unavailable(f"Node-processen talar protokoll {told['protocol']}, inte {PROTOCOL}")
        self.versions = {name: str(one) for name, one in told.items() if name != "protocol"}
        return True

    def _ask(self, method: str, params: dict[str, Any], seconds: float) -> Any:
        assert self._process and self._process.stdin
        number = next(self._numbers)
        asked = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        try:
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
        except OSError:
            raise _Died from None
        while True:
            try:
                line = self._answers.get(timeout=seconds + GRACE)
            except Empty:
                self._process.kill()
                raise Unavailable(f"inget svar på {seconds:.0f} sekunder") from None
            if line is None:
                raise _Died
            told = json.loads(line)
            if told.get("id") == number:
                break
        if "error" in told:
            raise Unavailable(str(told["error"]["message"]))
        return told["result"]

    def _last_words(self) -> str:
        if self._process:
            self._process.wait()
        if not self._said:
            return "utan ett ord"
        self._said.seek(0)
        lines = [line.strip() for line in self._said if line.strip()]
        return next((line for line in reversed(lines) if "Error" in line), lines[-1] if lines else "utan ett ord")[:300]


class _Died(Exception):
    """The process has ended."""


def _read(stream: IO[str], answers: Queue[str | None]) -> None:
    for line in stream:
        answers.put(line)
    answers.put(None)


PA11Y = NodeProcess()
"""The one of this Python process."""
