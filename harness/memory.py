"""Ends a page that takes all memory, before the machine ends something else.

Every page of a scenario lives in processes of its own below the browser that this process started. One that grows
over the limit is killed: its page then counts as crashed, and the browser and the other pages go on. Where the
machine does not tell of its processes (no /proc) nothing is watched.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")

EVERY = 1.0
"""Seconds between two looks."""

MOST = 3_000_000_000
"""Bytes that one page may take; less on a machine that has little."""

SHARE = 0.4
"""Share of the machine's memory that one page may take at most."""


class MemoryWatch:
    """Watches the pages of browsers that this process started, in a thread, until it is closed."""

    def __init__(self, most: int = 0) -> None:
        self.most = most or allowed()
        self._killed: set[int] = set()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="memory", daemon=True)
        if PROC.is_dir():
            self._thread.start()

    @property
    def ended(self) -> int:
        """How many processes of pages were ended."""
        return len(self._killed)

    def close(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            for process in _pages(os.getpid()):
                if _resident(process) > self.most:
                    with suppress(OSError):
                        os.kill(process, signal.SIGKILL)
                        self._killed.add(process)  # One that has much to give back is seen once more on its way out.


def allowed() -> int:
    """Bytes that one page may take on this machine."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return MOST
    return min(MOST, int(whole * SHARE))


def below(top: int) -> Iterator[int]:
    """The processes that one started, and those that they started; none where the machine does not tell."""
    children: dict[int, list[int]] = {}
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            # The name may hold anything, brackets too: what follows the last one is fixed.
            parent = int((folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(folder.name))
    found = list(children.get(top, ()))
    for process in found:
        found += children.get(process, ())
        yield process


def _pages(top: int) -> Iterator[int]:
    """Processes below `top` that hold pages."""
    for process in below(top):
        with suppress(OSError):
            if b"--type=renderer" in (PROC / str(process) / "cmdline").read_bytes():
                yield process


def _resident(process: int) -> int:
    """Bytes of a process's own memory; nought for one that is gone."""
    try:
        whole, shared = (PROC / str(process) / "statm").read_text(encoding="ascii").split()[1:3]
        return (int(whole) - int(shared)) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
