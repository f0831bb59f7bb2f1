"""Pictures of a page, by DevTools."""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

TRIES = 3

NONE_TO_GIVE = "Unable to capture screenshot"
"""What the browser answers now and then while a page changes all the time; the next moment it has one."""


def screenshot(devtools: CDPSession, format: str, **asked: Any) -> bytes:
    """The picture as a file of the `format` ("png", "jpeg"); `asked` are other parameters of Page.captureScreenshot.

    Raises Playwright's Error where the page is gone, or has none to give however often it is asked.
    """
    for left in reversed(range(TRIES)):
        try:
            told = devtools.send("Page.captureScreenshot", {"format": format, "optimizeForSpeed": True} | asked)
            return base64.b64decode(told["data"])
        except PlaywrightError as error:
            if NONE_TO_GIVE not in str(error) or not left:
                raise
    raise AssertionError  # The last try returns or raises.
