"""What happened in a scenario that broke, event by event: kept when it is driven again.

It holds what helps to find out why (navigations, requests and their answers, the console, errors of scripts)
and nothing that can't be masked: no header, no body, no picture, nothing of what was typed. Playwright's own trace,
which holds all of that, is kept only where personal data may be written as they are (`--unmasked`) and no account has
a password or a kept log-in.
"""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Frame, Page, Request, Response, WebError

MOST = 5000
"""Events of a scenario that are kept at most."""


class Trace:
    """The events of a context's pages since it was made. `at` of an event is seconds since then."""

    def __init__(self, context: BrowserContext) -> None:
        self.events: list[dict[str, Any]] = []
        self._began = time.monotonic()
        context.on("page", self._opened)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)
        context.on("console", self._said)
        context.on("weberror", self._erred)

    def _note(self, event: str, **told: Any) -> None:
        if len(self.events) < MOST:
            self.events.append({"at": round(time.monotonic() - self._began, 3), "event": event} | told)

    def _opened(self, page: Page) -> None:
        self._note("page", url=page.url)
        page.on("framenavigated", self._navigated)
        page.on("crash", lambda page: self._note("crash", url=page.url))
        page.on("close", lambda page: self._note("close", url=page.url))

    def _navigated(self, frame: Frame) -> None:
        self._note("navigation", url=frame.url, frame=frame.parent_frame is not None)

    def _answered(self, response: Response) -> None:
        request = response.request
        self._note("response", method=request.method, url=response.url, status=response.status)

    def _failed(self, request: Request) -> None:
        self._note("failed", method=request.method, url=request.url, why=request.failure)

    def _said(self, message: ConsoleMessage) -> None:
        self._note("console", kind=message.type, text=message.text[:2000])

    def _erred(self, error: WebError) -> None:
        self._note("error", text=str(error.error)[:2000])
