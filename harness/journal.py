"""Findings are written as they come: one JSON line a stop, one file a worker.

A run that is cut off has lost at most the stop in hand; the reports are made from the journal,
whether one process wrote it or several.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from checks.model import Visit
from reports.model import Driven

FOLDER = "journal"


class Located(msgspec.Struct, frozen=True):
    """Where the answer key's faults are on the page at a state: their elements' paths, by fault."""

    scenario: str
    state: str
    faults: dict[str, list[tuple[str, ...]]]


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the journal; exactly one of its fields is set."""

    visit: Visit | None = None
    driven: Driven | None = None
    versions: dict[str, str] | None = None
    located: Located | None = None


class Journal:
    """Where one worker writes."""

    def __init__(self, run_folder: Path, worker: str) -> None:
        self.run_folder = run_folder
        self._file = run_folder / FOLDER / f"{worker}.jsonl"
        self._open: BinaryIO | None = None

    def write(self, line: Line) -> None:
        """Append one line and hand it to the operating system."""
        if self._open is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._open = self._file.open("ab")
        self._open.write(msgspec.json.encode(line) + b"\n")
        self._open.flush()

    def keep_picture(self, name: str, jpeg: bytes) -> None:
        """Keep a state's picture in the run's folder."""
        pictures = self.run_folder / "pictures"
        pictures.mkdir(parents=True, exist_ok=True)
        (pictures / name).write_bytes(jpeg)

    def close(self) -> None:
        """Close the file; a journal with nothing in it leaves none."""
        if self._open is not None:
            self._open.close()


def read_journal(run_folder: Path) -> Iterator[Line]:
    """Every whole line of a run's journal. A torn last line, of a run that was cut off, is left out."""
    for file in sorted((run_folder / FOLDER).glob("*.jsonl")):
        for line in file.read_bytes().splitlines(keepends=True):
            if line.endswith(b"\n"):
                yield msgspec.json.decode(line, type=Line)
