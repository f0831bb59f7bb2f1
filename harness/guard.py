"""Keeps a browser where a run may go, and off what it may not change.

Other hosts are shut out where the browser looks names up (`resolver_rules`): no page, frame, worker, redirect or copy
of a page gets past that, and it costs nothing. What was shut out is seen here and told. Where the browser is not
started by the run, or fetches through a proxy, each request is asked about instead.

A target that is in production is read only: a request with a changing method is stopped unless the scenario declares
it (`Scenario.sends`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request, Route, WebSocket, WebSocketRoute
from playwright.sync_api import Error as PlaywrightError

from checks.model import Finding, Outcome, Text
from harness.config import Config
from harness.reach import hosts, is_allowed, proxy_of

READING = ("GET", "HEAD", "OPTIONS")

ID = "guard"


@dataclass(frozen=True)
class Blocked:
    """A request that was stopped: to `host`, or with a changing `method`, which is empty where the host is why."""

    host: str
    method: str = ""
    path: str = ""


class Guard:
    """The guard of a scenario's contexts."""

    def __init__(self, config: Config, sends: Iterable[str] = ()) -> None:
        self._allowed = hosts(config)
        self._sends = tuple(sends)
        self._production = config.production
        self._asks = bool(config.browser_server) or bool(proxy_of(config))
        self._blocked: dict[Blocked, None] = {}

    def watch(self, context: BrowserContext) -> None:
        """Guard a context, before it has a page."""
        context.on("requestfailed", self._failed)
        context.on("page", self._opened)
        if self._asks or self._production:
            context.route("**/*", self._asked)
        if self._production:
            context.route_web_socket("**/*", self._socket)

    def taken(self) -> list[Blocked]:
        """What was stopped since the last time, each told once."""
        taken, self._blocked = list(self._blocked), {}
        return taken

    def _failed(self, request: Request) -> None:
        self._note(request.url)

    def _opened(self, page: Page) -> None:
        page.on("websocket", self._connected)

    def _connected(self, socket: WebSocket) -> None:
        self._note(socket.url)

    def _note(self, url: str) -> bool:
        if is_allowed(url, self._allowed):
            return False
        self._blocked[Blocked(urlsplit(url).hostname or "")] = None
        return True

    def _asked(self, route: Route) -> None:
        request = route.request
        try:
            if self._note(request.url) or self._changes(request.method, request.url):
                route.abort("blockedbyclient")
            else:
                route.fallback()
        except PlaywrightError:
            return  # The page went away under the request.

    def _changes(self, method: str, url: str) -> bool:
        if not self._production or method in READING:
            return False
        parts = urlsplit(url)
        if any(fnmatchcase(f"{method} {parts.path}", one) for one in self._sends):
            return False
        self._blocked[Blocked(parts.hostname or "", method, parts.path)] = None
        return True

    def _socket(self, socket: WebSocketRoute) -> None:
        if not self._note(socket.url) and not self._changes("WS", socket.url):
            socket.connect_to_server()


def findings(blocked: Iterable[Blocked]) -> list[Finding]:
    """What was stopped at a state, as what could therefore not be tested."""
    return [_finding(one) for one in blocked]


def _finding(one: Blocked) -> Finding:
    if one.method:
        sv = f"Målet är i drift: {one.method} {one.path} stoppades"
        en = f"The target is in production: {one.method} {one.path} was stopped"
    else:
        sv = f"Sidan ville hämta från {one.host}, som inte är tillåten: stoppades"
        en = f"The page wanted to fetch from {one.host}, which is not allowed: stopped"
    return Finding(
        check=ID,
        rule=ID,
        engine=ID,
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=(),
        element=None,
        expected=Text("Sidan får allt som den ber om", "The page gets all that it asks for"),
        observed=Text(sv, en),
        evidence={"stoppat": one.method or one.host},
    )
