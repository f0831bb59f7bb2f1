"""The page that the twins of a page's states live in, one after another: a browser context of its own.

To make a context, and the browser's process for it, costs more than to load a page in one that is there. What one twin
leaves behind (cookies, storage, databases) is gone before the next moves in.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Dialog, Download, Frame, Page
from playwright.sync_api import Error as PlaywrightError

from checks.recording import Recording
from checks.scripts import script
from checks.world import own_session, place

BLANK = "about:blank"

GUARDED = ("Document", "XHR", "Fetch", "Ping")
"""Kinds of requests that may change something or lead away. They are paused in the browser itself: Playwright's routes
would have every style sheet, script and font fetched anew at each load."""

NO_WINDOWS = (
    "content-security-policy",
    "sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-pointer-lock"
    " allow-presentation allow-orientation-lock allow-storage-access-by-user-activation",
)
"""The header with which a page can do all but open windows: those nothing would pause the requests of."""

_WINDOW = re.compile(r"^Blocked opening '(.*)' in a new window")
"""What the browser logs of a window that may not be opened."""

DATABASES = "indexeddb,cache_storage,file_systems"
"""What a twin may have kept besides cookies and what `store.js` puts in order."""

_NESTS: dict[Page, Nest] = {}


class Tenant(Protocol):
    """A twin: it hears of all that its page tries."""

    def paused(self, session: CDPSession, event: dict[str, Any]) -> None: ...
    def navigated(self, frame: Frame) -> None: ...
    def kept_shut(self, address: str) -> None: ...
    def asked(self, dialog: Dialog) -> None: ...
    def downloaded(self, download: Download) -> None: ...


@dataclass
class Nest:
    """`surroundings` are those that it was made for; `tenant` is the twin that lives there now, or did last.

    `frame` is DevTools' id of the page's main frame.
    """

    context: BrowserContext
    page: Page
    devtools: CDPSession
    frame: str
    surroundings: dict[str, Any]
    tenant: Tenant
    _script: str = ""
    _stored: dict[str, Any] = field(default_factory=dict)
    _lived_in: bool = False
    _apart: dict[Frame, CDPSession] = field(default_factory=dict)

    def enter(self, tenant: Tenant, recorded: Recording, seen: dict[str, Any]) -> None:
        """Let a twin move in: with the page's cookies, and its storage as it was seen (`observe.js`)."""
        self.tenant = tenant
        if self._script:
            self.devtools.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self._script})
            self._script = ""
        if self._lived_in:
            scheme, host, *_ = urlsplit(recorded.page.url)
            self.devtools.send(
                "Storage.clearDataForOrigin", {"origin": f"{scheme}://{host}", "storageTypes": DATABASES}
            )
            self.context.clear_cookies()
        self._stored = {"local": seen["local"], "session": seen["session"]}
        if cookies := recorded.page.context.cookies():
            self.context.add_cookies(cookies)  # type: ignore[arg-type]

    def furnish(self) -> None:
        """Before each load: see that the page's storage is then as it was seen."""
        # Where nothing has been kept yet nothing need be emptied: to open its storage takes as long as to load a page.
        if not self._script and (self._lived_in or any(self._stored.values())):
            source = f"({script('checks.twin', 'store.js')})({json.dumps(self._stored)})"
            self._script = self.devtools.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})["identifier"]
        self._lived_in = True

    def guard(self, session: CDPSession) -> None:
        """Have what a session's documents ask for paused, where it may change something, and hear of their windows."""
        session.on("Fetch.requestPaused", lambda event: self.tenant.paused(session, event))
        session.on("Log.entryAdded", self._logged)
        session.send("Log.enable")
        session.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": one} for one in GUARDED]})

    def navigated(self, frame: Frame) -> None:
        """Guard a frame that has come to have a process of its own, and tell the twin."""
        if frame.parent_frame:
            with suppress(PlaywrightError):  # It may be gone already.
                self._guard_apart(frame)
        self.tenant.navigated(frame)

    def _guard_apart(self, frame: Frame) -> None:
        if known := self._apart.get(frame):
            with suppress(PlaywrightError):  # It may have come to another process since.
                known.send("Log.enable")
                return
        if session := own_session(frame):
            self.guard(session)
            self._apart[frame] = session

    def _logged(self, event: dict[str, Any]) -> None:
        if found := _WINDOW.match(event["entry"]["text"]):
            self.tenant.kept_shut(found[1])

    def leave(self) -> None:
        """Put an end to whatever the twin is doing."""
        with suppress(PlaywrightError):
            self.page.goto(BLANK)


def nest(
    recorded: Recording,
    tenant: Tenant,
    surroundings: dict[str, Any],
    width: int,
    height: int,
    *,
    apart: bool = False,
    clock: bool = False,
) -> Nest:
    """The nest of a recorded page: the one that is there, where it has the same surroundings; closed with the page.

    One that is `apart` is for one twin only, whose state closes it. With `clock` its timers run by Playwright's clock.
    """
    if apart:
        return _made(recorded, tenant, surroundings, width, height, clock=clock)
    found = _NESTS.get(recorded.page)
    if found and not found.page.is_closed() and found.surroundings == surroundings:
        return found
    if found:
        found.context.close()
    else:
        recorded.page.once("close", _close)
    made = _NESTS[recorded.page] = _made(recorded, tenant, surroundings, width, height)
    return made


def _made(
    recorded: Recording,
    tenant: Tenant,
    surroundings: dict[str, Any],
    width: int,
    height: int,
    *,
    clock: bool = False,
) -> Nest:
    context = recorded.page.context.browser.new_context(  # type: ignore[union-attr]
        viewport={"width": width, "height": height},
        locale=surroundings["locale"],
        timezone_id=surroundings["zone"],
        user_agent=surroundings["agent"],
        device_scale_factor=surroundings["scale"],
        has_touch=surroundings["touch"],
        color_scheme="dark" if surroundings["dark"] else "light",
        reduced_motion="reduce" if surroundings["still"] else "no-preference",
        forced_colors="active" if surroundings["forced"] else "none",
        ignore_https_errors=recorded.insecure_tls,
        accept_downloads=False,
        service_workers="block",
    )
    # A document that is given out of memory counts as from outside, and its frames on the same network as inside.
    with suppress(PlaywrightError):
        context.grant_permissions(["local-network-access"])
    page = context.new_page()
    page.set_default_timeout(2000)
    if clock:
        page.clock.install()
    page.add_init_script(f"({script('checks.twin', 'pending.js')})()")
    session, frame = place(page.main_frame)
    made = Nest(context, page, session, frame, surroundings, tenant)
    context.on("page", lambda opened: opened.close())
    context.on("dialog", lambda dialog: made.tenant.asked(dialog))
    page.on("framenavigated", made.navigated)
    page.on("download", lambda download: made.tenant.downloaded(download))
    made.guard(session)
    return made


def _close(page: Page) -> None:
    left = _NESTS.pop(page, None)
    with suppress(PlaywrightError):
        if left:
            left.context.close()
