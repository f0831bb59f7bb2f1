"""The files that come down while a scenario is driven, as far as they are whole and of a size to be looked at."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import suppress

from playwright.sync_api import Download, Page
from playwright.sync_api import Error as PlaywrightError

from checks.state import Fetched, State
from harness.budget import limited

LARGEST = 50_000_000
"""Bytes of a file that is looked at; a larger one is left out."""

PATIENCE = 10.0
"""Seconds that a file gets to come down after the scenario has stopped."""

LEAST = 0.5
"""Seconds that each file gets, however many came before it."""

MOST = 20
"""Files of a state that are waited for at most."""


class Downloads:
    """What comes down from a page and the windows that it opens."""

    def __init__(self, page: Page) -> None:
        self._waiting: list[Download] = []
        page.on("download", self._came)
        page.on("popup", lambda opened: opened.on("download", self._came))

    def _came(self, download: Download) -> None:
        if len(self._waiting) < MOST:
            self._waiting.append(download)

    def taken(self, state: State) -> Iterator[Fetched]:
        """The files since the last time; one that fails, never ends or is too large is left out."""
        until = time.monotonic() + PATIENCE
        while self._waiting:
            download = self._waiting.pop(0)
            if content := _whole(state, download, max(LEAST, until - time.monotonic())):
                yield Fetched(download.suggested_filename, download.url, content)


def _whole(state: State, download: Download, seconds: float) -> bytes:
    """The file's content; empty where it is not to be had within so many seconds, or is too large."""
    try:
        with limited(state, seconds):
            file = download.path()
        return file.read_bytes() if file.stat().st_size <= LARGEST else b""
    except (PlaywrightError, OSError, asyncio.CancelledError):
        with suppress(PlaywrightError):
            download.cancel()
        return b""
