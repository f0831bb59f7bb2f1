"""Waits no longer than a page may still do something: in a copy, what its documents wait for is known."""

from __future__ import annotations

import time

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

SETTLED = "(told) => self.__pending?.settled(told) ?? false"


def settle(page: Page, milliseconds: float, *, seen: bool = True) -> None:
    """Let a page answer what was done in it, `milliseconds` at most.

    In a twin it is over as soon as no document there has anything to come in that time: no timer, frame, animation,
    request or script (`pending.js`). In a page that is no twin that is not known, and the time is waited out. What is
    asked about only where focus is need not be `seen`: no frame is waited for where none is to come.
    """
    until = time.monotonic() + milliseconds / 1000
    for frame in page.frames:
        left = (until - time.monotonic()) * 1000
        if left <= 0:
            return
        try:
            known = frame.evaluate(SETTLED, [left, seen])
        except PlaywrightError:
            known = False  # The document was left for another, or has written over what it takes.
        if not known:
            page.wait_for_timeout(max((until - time.monotonic()) * 1000, 0))
            return
