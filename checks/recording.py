"""What is kept of how a page came to be: the response that it was made from, and what was done to it since.

`record(page)` is called once, before the page navigates. The page can't see that it is recorded: the script that
hears the user's acts runs in a world of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from playwright.sync_api import CDPSession, Page, Request, Response
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.scripts import script
from checks.world import WORLD, devtools

SCRIPTS = ("recorder.js", "focus_story.js", "watcher.js")
"""What runs in every document, in a world that the page can't see."""

SAFE = ("GET", "HEAD")

KEPT_ANSWERS = 50
"""Answers to requests with changing methods that are kept at most."""

KEPT_SENT = 400
"""Requests with changing methods that are kept at most, over all pages of a scenario."""


@dataclass(frozen=True)
class Served:
    """A response: what the browser got, after redirects. `headers` have lower-case names."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Acts:
    """What the user did since the load, in order (see `checks/recorder.js`).

    `pointer` is where the mouse was last seen; `lost` counts acts that could not be kept.
    """

    acts: tuple[dict[str, Any], ...] = ()
    pointer: dict[str, Any] | None = None
    lost: int = 0


@dataclass
class Recording:
    """What is recorded of one page. `insecure_tls` says whether its context takes any certificate,
    `read_only` that nothing may be tried, not even in a copy of the page.

    `tried` is what was tried in its twins and did nothing, by address (see `checks.twin.tried`). `sent` is every
    request of its main frame that might have changed something, over all its documents. `memory` is what a check keeps
    of the page from stop to stop, by its id, and what is in it is never written.
    """

    page: Page
    devtools: CDPSession
    insecure_tls: bool = False
    read_only: bool = False
    tried: dict[str, set[str]] = field(default_factory=dict)
    sent: list[Request] = field(default_factory=list)
    memory: dict[str, Any] = field(default_factory=dict)
    _main: Response | None = None
    _answers: list[Response] = field(default_factory=list)
    _read: dict[Response, Served | None] = field(default_factory=dict)

    @property
    def served(self) -> Served | None:
        """The page's own document as it was served; None where it was not, or is not kept by the browser."""
        return self._body(self._main)

    @property
    def status(self) -> int:
        """HTTP status of the page's own document; nought where it is not known."""
        return self._main.status if self._main else 0

    @property
    def asked(self) -> Request | None:
        """The request that might have changed something and that the page's own document answers, after redirects."""
        request = self._main.request if self._main else None
        while request and request.method in SAFE:
            request = request.redirected_from
        return request

    @property
    def answers(self) -> list[tuple[str, Served]]:
        """Method and response of each request since the load that might have changed something, in order."""
        read = [(one.request.method, self._body(one)) for one in self._answers]
        return [(method, served) for method, served in read if served]

    def acts(self) -> Acts:
        """What the user did to the page since it was loaded."""
        told = ask(self.page.main_frame, "() => self.__acts?.()")
        return Acts(tuple(told["acts"]), told["pointer"], told["lost"]) if told else Acts()

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """What is done to the page meanwhile is the suite's own, and none of the user's acts."""
        tell = "(unheard) => self.__unheard?.(unheard)"
        ask(self.page.main_frame, tell, True)
        try:
            yield
        finally:
            ask(self.page.main_frame, tell, False)

    def lost(self) -> list[list[str]]:
        """Paths of fields that were emptied when their form was sent, with no load (see `checks/recorder.js`)."""
        return cast("list[list[str]]", ask(self.page.main_frame, "() => self.__lost?.()") or [])

    def focus_story(self) -> dict[str, Any] | None:
        """What focus was on before it came to be on nothing (see `checks/focus_story.js`)."""
        return cast("dict[str, Any] | None", ask(self.page.main_frame, "() => self.__focusStory?.()"))

    def changes(self) -> dict[str, Any] | None:
        """What came to be shown since the last stop; see `checks/watcher.js`. The next comparison begins here."""
        return cast("dict[str, Any] | None", ask(self.page.main_frame, "() => self.__changes?.()"))

    def forget(self) -> None:
        """Keep nothing of what has been: the page is about to be another's."""
        self.tried.clear()
        self.sent.clear()
        self.memory.clear()
        self._main, self._answers, self._read = None, [], {}

    def hear(self, response: Response) -> None:
        """Take note of a response of the page."""
        request = response.request
        if request.method not in SAFE and len(self.sent) < KEPT_SENT and request.frame == self.page.main_frame:
            self.sent.append(request)
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            if not 300 <= response.status < 400 and response.status not in (204, 205):
                self._main, self._answers, self._read = response, [], {}
        elif request.method not in SAFE and len(self._answers) < KEPT_ANSWERS:
            self._answers.append(response)

    def _body(self, response: Response | None) -> Served | None:
        if response is None:
            return None
        if response not in self._read:
            try:
                self._read[response] = Served(response.url, response.status, response.all_headers(), response.body())
            except PlaywrightError:
                self._read[response] = None
        return self._read[response]


_RECORDINGS: dict[Page, Recording] = {}


def record(page: Page, *, insecure_tls: bool = False, read_only: bool = False) -> Recording:
    """Begin to record a page; to be called before it navigates. A second call changes nothing."""
    if page not in _RECORDINGS:
        session = devtools(page)
        given = f"{script('checks', 'path.js')}, {script('checks', 'stands.js')}"
        source = ";\n".join(f"({script('checks', name)})({given})" for name in SCRIPTS)
        session.send("Page.addScriptToEvaluateOnNewDocument", {"source": source, "worldName": WORLD})
        recording = _RECORDINGS[page] = Recording(page, session, insecure_tls, read_only)
        page.on("response", recording.hear)
        page.once("close", _forget)
    return _RECORDINGS[page]


def recording(page: Page) -> Recording | None:
    """What is recorded of a page, None where nothing is."""
    return _RECORDINGS.get(page)


def _forget(page: Page) -> None:
    _RECORDINGS.pop(page, None)
