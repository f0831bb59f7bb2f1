"""Waits no longer than a page may still do something: in a copy, what its documents wait for is known."""

from __future__ import annotations

import time

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

SETTLED = "(limit) => self.__pending?.settled(limit) ?? false"


def settle(page: Page, milliseconds: float) -> None:
    """Let a page answer what was done in it, `milliseconds` at most.

    In a twin it is over as soon as no document there has anything to come in that time: no timer, frame, animation,
    request or script (`pending.js`). In a page that is no twin that is not known, and the time is waited out.
    """
    until = time.monotonic() + milliseconds / 1000
    for frame in page.frames:
        left = (until - time.monotonic()) * 1000
        if left <= 0:
            return
        try:
            known = frame.evaluate(SETTLED, left)
        except PlaywrightError:
            known = False  # The document was left for another, or has written over what it takes.
        if not known:
            page.wait_for_timeout(max((until - time.monotonic()) * 1000, 0))
            return
