"""Findings are written as they come: one JSON line a stop, one file a process.

A run that is cut off has lost at most the stop in hand; the reports are made from the journal, whether one process
wrote it or several, in one go or with an interruption. A line that was torn by the interruption is left out, and told.

Here is the one place where what was seen of the target goes to disk, and so the one where it is masked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from checks.model import Visit
from harness.errors import RunBroken
from harness.masked import masked_visit
from masking import Mask
from reports.model import Driven
from reports.plain import whole

FOLDER = "journal"


class Located(msgspec.Struct, frozen=True):
    """Where the answer key's faults are on the page at a state: their elements' paths, by fault."""

    scenario: str
    state: str
    faults: dict[str, list[tuple[str, ...]]]


class Noted(msgspec.Struct, frozen=True):
    """What checks that look across states must remember of one, by check."""

    scenario: str
    state: str
    notes: dict[str, Any]


class Begun(msgspec.Struct, frozen=True):
    """A run as it was begun: when (ISO 8601), with which configuration, which shard of it ("3/8", empty for all)."""

    started: str
    configuration: dict[str, str]
    scenarios: tuple[str, ...]
    shard: str = ""


class Content(msgspec.Struct, frozen=True):
    """The number of a state's content and of what looked at it, for a later run that takes it over."""

    scenario: str
    state: str
    number: str


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the journal; `attempt` says which try of the scenario it is of. One of the other fields is set."""

    attempt: int = 1
    begun: Begun | None = None
    visit: Visit | None = None
    driven: Driven | None = None
    versions: dict[str, str] | None = None
    located: Located | None = None
    noted: Noted | None = None
    content: Content | None = None


@dataclass(frozen=True)
class Journaled:
    """Everything that a run's journal holds; `torn` names the files whose last line was cut off."""

    lines: tuple[Line, ...]
    torn: tuple[str, ...]

    @property
    def begun(self) -> Begun | None:
        """How the run was begun; None where the run was cut off before it could say so."""
        return next((line.begun for line in self.lines if line.begun), None)


class Journal:
    """Where one process writes. Each has a file of its own: what an interrupted one left is never written to again.

    What is written is what `mask` lets through. A disk that is full, or gone, raises RunBroken; what was written before
    stays whole.
    """

    def __init__(self, run_folder: Path, worker: str, mask: Mask | None = None) -> None:
        self.run_folder = run_folder
        self.mask = mask or Mask()
        self._worker = worker
        self._open: BinaryIO | None = None

    def write(self, line: Line) -> Line:
        """Append one line and see that it is on the disk; the line as it was written."""
        line = self._masked(line)
        try:
            if self._open is None:
                self._open = self._new_file()
            self._open.write(_encoded(line) + b"\n")
            self._open.flush()
            os.fsync(self._open.fileno())
        except OSError as error:
            # Half a line may stand there: it must stay the last of its file.
            self._forget()
            raise _full(self.run_folder, error) from None
        return line

    def keep_picture(self, name: str, jpeg: bytes) -> None:
        """Keep a state's picture, with its personal data painted over, in the run's folder."""
        self._keep("pictures", name, jpeg)

    def keep_trace(self, name: str, events: list[dict[str, Any]]) -> None:
        """Keep what happened in a scenario, one JSON line an event."""
        told = b"".join(msgspec.json.encode(whole(self.mask.whole(one))) + b"\n" for one in events)
        self._keep("traces", name, told)

    def _keep(self, folder: str, name: str, content: bytes) -> None:
        try:
            (self.run_folder / folder).mkdir(parents=True, exist_ok=True)
            (self.run_folder / folder / name).write_bytes(content)
        except OSError as error:
            raise _full(self.run_folder, error) from None

    def _masked(self, line: Line) -> Line:
        mask = self.mask
        return msgspec.structs.replace(
            line,
            visit=line.visit and masked_visit(line.visit, mask),
            driven=line.driven and replace(line.driven, error=mask.text(line.driven.error)),
            noted=line.noted and Noted(line.noted.scenario, line.noted.state, mask.whole(line.noted.notes)),
        )

    def _forget(self) -> None:
        if self._open is not None:
            with suppress(OSError):
                self._open.close()
        self._open = None

    def close(self) -> None:
        """Close the file; a journal with nothing in it leaves none."""
        if self._open is not None:
            self._open.close()

    def _new_file(self) -> BinaryIO:
        folder = self.run_folder / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            name = f"{self._worker}.jsonl" if number == 1 else f"{self._worker}-{number}.jsonl"
            try:
                return (folder / name).open("xb")
            except FileExistsError:
                continue
        raise AssertionError("unreachable")


def _encoded(line: Line) -> bytes:
    try:
        return msgspec.json.encode(line)
    except UnicodeEncodeError:  # Half a character, which a page's script can cut out and no encoding takes.
        return msgspec.json.encode(whole(msgspec.to_builtins(line)))


def _full(folder: Path, error: OSError) -> RunBroken:
    return RunBroken(
        "Körningen kan inte skrivas", f"{folder}: {error.strerror}", "Gör plats och fortsätt med --resume."
    )


def read_journal(run_folder: Path) -> Journaled:
    """Every whole line of a run's journal, file by file in order of name."""
    lines: list[Line] = []
    torn: list[str] = []
    for file in sorted((run_folder / FOLDER).glob("*.jsonl")):
        told = list(_whole_lines(file, torn))
        lines += told
    return Journaled(tuple(lines), tuple(torn))


def _whole_lines(file: Path, torn: list[str]) -> Iterator[Line]:
    written = file.read_bytes().splitlines(keepends=True)
    for number, line in enumerate(written, 1):
        try:
            if not line.endswith(b"\n"):
                raise ValueError
            yield msgspec.json.decode(line, type=Line)
        except ValueError:  # msgspec's own errors are ValueErrors too.
            if number < len(written):
                raise
            torn.append(file.name)
