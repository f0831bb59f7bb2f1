"""Waits no longer than a page may still do something: in a copy, what its documents wait for is known."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

SETTLED = "(told) => self.__pending?.settled(told) ?? null"

TURN = 20
"""Milliseconds after which is asked whether what is waited for has come."""


def settle(page: Page, milliseconds: float, *, seen: bool = True, until: Callable[[], object] | None = None) -> bool:
    """Let a page answer what was done in it, `milliseconds` at most; whether nothing is to come in that time.

    In a twin it is over as soon as no document there has anything to come in that time: no timer, frame, animation,
    request or script (`pending.js`); or, at the next turn, when what is waited `until` has come. In a page that is no
    twin that is not known, and the time is waited out. What is asked about only where focus is need not be `seen`: no
    frame is waited for where none is to come.
    """
    end = time.monotonic() + milliseconds / 1000
    for frame in page.frames:
        settled: bool | None = False
        while not settled:
            left = (end - time.monotonic()) * 1000
            if left <= 0:
                return False
            try:
                settled = frame.evaluate(SETTLED, [left, seen, min(left, TURN) if until else left])
            except PlaywrightError:
                settled = None  # The document was left for another, or has written over what it takes.
            if until and until():
                return False
            if settled is None:
                page.wait_for_timeout(max((end - time.monotonic()) * 1000, 0))
                return False
    return True
