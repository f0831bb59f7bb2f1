"""A twin of a state: a second page that shows what the state shows, in which anything may be tried.

The twin lives in a browser context of its own with the page's cookies and storage. Its document is what the page's
was made from (`State.served`), also where that answered a form; what the user did since is done again. What would
change anything on the server, or lead away, is stopped and noted. Where the twin's structure differs from the
state's there is no twin (`NoTwin`), and what needs one is untested. Frames of the page are loaded, but what was done
in them is not done again.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Dialog, Download, ElementHandle, Frame, Page
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Text
from checks.recording import SAFE, Recording, Served, recording
from checks.scripts import script
from checks.state import State
from checks.twin.nest import BLANK, NO_WINDOWS, nest
from checks.twin.replay import Lost, find, replay
from checks.twin.settling import TURN, settle

LOADING = 4000
"""Milliseconds that the twin gets to load."""

LIKENESS = 0.6
"""Seconds that the twin gets to become like the state."""

IMPORTED = 0.2
"""Seconds that it gets where nothing is known to come: what a script imports may, and nobody can know of that."""

MOVING = 1.0
"""Seconds that what opens or closes in the twin gets to come to rest: a dialog may take hold of focus only then."""

DROPPED = {"content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection"}
"""Headers of the document that are not given on: the body is decoded, and the cookies are newer."""


class NoTwin(Exception):
    """The state can't be copied; `reason` says why, in the reader's words."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.sv)
        self.reason = reason


@dataclass(frozen=True)
class Attempt:
    """Something that the twin tried and was kept from, or that opened.

    `kind` is "request", "navigation", "dialog", "popup" or "download"; `told` the address or the dialog's message.
    `method` and `body` are those of a stopped request.
    """

    kind: str
    told: str
    method: str = ""
    body: str = ""


class Twin:
    """The copy. `page` may be used freely; `attempts` grows as things are tried; `reset` makes it as new.

    `waited`: whether anything waited for time to pass when it had been made, before anything was tried.
    """

    def __init__(
        self, state: State, kept: Recording, served: Served, *, apart: bool = False, clock: bool = False
    ) -> None:
        self._recording = kept
        self._served = served
        self._observe = f"(stored) => ({script('checks.twin', 'observe.js')})({script('checks', 'path.js')}, stored)"
        self._restore = f"({script('checks.twin', 'restore.js')})({script('checks', 'find.js')})"
        self._seen = ask(state.page.main_frame, self._observe, True)
        self._acts = kept.acts()
        if self._acts.lost:
            raise NoTwin(Text("för mycket har gjorts på sidan för att göras om", "too much was done to be done again"))
        around = self._seen["surroundings"]
        size = state.page.viewport_size or {"width": around["size"][0], "height": around["size"][1]}
        self.size = (size["width"], size["height"])
        self.attempts: list[Attempt] = []
        self.fresh = False
        self._loading = True
        self._astray = True  # Until it is like the state.
        self._answers: list[tuple[str, Served]] = []
        self._home = nest(kept, self, around, *self.size, apart=apart, clock=clock)
        self.page: Page = self._home.page
        self.devtools: CDPSession = self._home.devtools
        self._home.enter(self, kept, self._seen)
        state.at_end.callback(self._home.context.close if apart else self._home.leave)
        state.interruptible.append(self.devtools)
        self.reset()
        self.waited = self.waits()

    def reset(self) -> None:
        """Load, replay and restore; NoTwin where the result is not like the state."""
        if self.fresh:
            return
        self._loading = self._astray = True
        self._answers = list(self._recording.answers)
        self._resize()
        self._home.furnish()
        try:
            if self._seen["hash"] and self.page.url != BLANK:
                self.page.goto(BLANK)  # The same address with a fragment would not be loaded, but scrolled to.
            self.page.goto(self._served.url.partition("#")[0] + self._seen["hash"], timeout=LOADING)
            self._loading = False
            replay(self.page, self._acts)
        except Lost as lost:
            raise NoTwin(Text(f"det gick inte att göra om: {lost}", f"could not be done again: {lost}")) from None
        except PlaywrightError as error:
            told = " ".join(str(error).split())[:120]
            raise NoTwin(Text(f"kopian gick inte att ladda: {told}", f"the copy could not be loaded: {told}")) from None
        self._liken()
        self._answers = []
        self.attempts = []
        self.fresh = True
        self._astray = False

    def renew(self) -> None:
        """As `reset`, for what is tried at once: what comes after must not take the twin for new."""
        self.reset()
        self.fresh = False

    def looks_as_new(self) -> bool:
        """Whether the twin, after what was tried in it, is like the state again; values and scroll are put back."""
        if self.fresh:
            return True
        if self._astray or any(one.kind in ("navigation", "request") for one in self.attempts):
            return False
        self._resize()
        try:
            seen = ask(self.page.main_frame, self._observe)
            if seen["pointed"]:
                self.page.mouse.move(0, 0)
                seen = ask(self.page.main_frame, self._observe)
            if seen["structure"] != self._seen["structure"]:
                return False
            self._put_back(seen)
        except PlaywrightError:
            return False
        self.attempts = []
        return True

    def waits(self) -> bool:
        """Whether anything in it waits for time to pass."""
        for frame in self.page.frames:
            with suppress(PlaywrightError):  # A frame that is being loaded.
                if frame.evaluate("self.__pending?.timers() ?? false"):
                    return True
        return False

    def find(self, hops: Sequence[str]) -> ElementHandle | None:
        """The twin's element at the path of one of the state's."""
        return find(self.page, hops)

    def close(self) -> None:
        """Close the browser context that the twin lives in."""
        self._home.context.close()

    def _resize(self) -> None:
        size = {"width": self.size[0], "height": self.size[1]}
        if self.page.viewport_size != size:
            self.page.set_viewport_size(size)  # type: ignore[arg-type]

    def _liken(self) -> None:
        seen: dict[str, Any] = {}

        def is_like() -> bool:
            nonlocal seen
            seen = ask(self.page.main_frame, self._observe)
            return bool(seen["structure"] == self._seen["structure"])

        began = time.monotonic()
        like, rested = is_like(), False
        if not like and (self._seen["scrolled"] or any(self._seen["scroll"])):
            # Lists that show only the rows in view do so when they are scrolled.
            self.page.evaluate(self._restore, self._seen | {"fields": None})
            like = is_like()
        while not like:
            waited = time.monotonic() - began
            if waited > (IMPORTED if rested else LIKENESS):
                here, there = _difference(self._seen["structure"], seen["structure"])
                raise NoTwin(
                    Text(f"kopian ser annorlunda ut: {there} i stället för {here}",
                         f"the copy differs: {there} instead of {here}")
                )  # fmt: skip
            rested = settle(self.page, max(LIKENESS - waited, 0.02) * 1000, until=is_like)
            if rested:
                self.page.wait_for_timeout(TURN)
            like = is_like()
        until = time.monotonic() + MOVING
        while self.page.evaluate(script("checks.twin", "moving.js")) and time.monotonic() < until:
            self.page.wait_for_timeout(40)
        self._put_back(seen)

    def _put_back(self, seen: dict[str, Any]) -> None:
        """Give what is in the twin the state's values, scroll and focus, where they are not what was `seen` of it."""
        if any(seen[part] != self._seen[part] for part in ("fields", "scrolled", "scroll", "focus")):
            self.page.evaluate(self._restore, self._seen)

    def paused(self, session: CDPSession, event: dict[str, Any]) -> None:
        """Answer, stop or let go on what the page asks for; `event` is DevTools' own (`Fetch.requestPaused`)."""
        request = event["request"]
        method, url = request["method"], request["url"]
        told: dict[str, Any] = {"requestId": event["requestId"]}
        known = next((one for one in self._answers if one[0] == method and one[1].url == url), None)
        try:
            if event["resourceType"] == "Document" and event["frameId"] == self._home.frame:
                if self._loading and url.partition("#")[0] == self._served.url.partition("#")[0]:
                    # One document only: a page that reloads itself is noted, not followed.
                    self._loading = False
                    session.send("Fetch.fulfillRequest", told | _response(self._served, NO_WINDOWS))
                    return
                self.attempts.append(_attempt("navigation", request))
                session.send("Fetch.failRequest", told | {"errorReason": "Aborted"})
            elif method in SAFE:
                session.send("Fetch.continueRequest", told)
            elif known:
                # What the page was told when it did the same; the server is not asked again.
                self._answers.remove(known)
                session.send("Fetch.fulfillRequest", told | _response(known[1]))
            else:
                self.attempts.append(_attempt("request", request))
                session.send("Fetch.failRequest", told | {"errorReason": "BlockedByClient"})
        except PlaywrightError:
            return  # The page went away under the request.

    def navigated(self, frame: Frame) -> None:
        if frame == self.page.main_frame and not self._loading and frame.url == BLANK:
            self._astray = True
            self.attempts.append(Attempt("navigation", frame.url))

    def kept_shut(self, address: str) -> None:
        self.attempts.append(Attempt("popup", address))

    def asked(self, dialog: Dialog) -> None:
        self.attempts.append(Attempt("dialog", dialog.message, dialog.type))
        # A page that asks whether it may be left is left: only the suite leaves it.
        dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss()

    def downloaded(self, download: Download) -> None:
        self.attempts.append(Attempt("download", download.url))


@contextmanager
def twin(state: State, *, used: bool = False) -> Iterator[Twin]:
    """A twin of the state to try things in; made once a state, and as new for each that asks for it.

    With `used` the caller takes one in which others have tried things, as long as it looks like the state again: that
    costs a tenth. Raises NoTwin where there can't be one.
    """
    copy = _shared(state)
    if not (used and copy.looks_as_new()):
        copy.reset()
    copy.fresh = False
    yield copy


@contextmanager
def another(state: State, *, clock: bool = False) -> Iterator[Twin]:
    """A twin of its own, for what would spoil the shared one; closed at the end. Raises NoTwin.

    With `clock` its page's timers run by Playwright's clock, which can be run forward, and `self.__pending.timers()`
    tells in each of its documents whether anything waits for that.
    """
    kept = recording(state.page)
    served = kept.served if kept else None
    if isinstance(state.once(_made), NoTwin) or kept is None or served is None:
        raise NoTwin(Text("tillståndet går inte att kopiera", "the state can't be copied"))
    copy = Twin(state, kept, served, apart=True, clock=clock)
    try:
        yield copy
    finally:
        copy.close()


def waited(state: State) -> bool:
    """Whether anything in the state's twin waited for time to pass when it had been made. Raises NoTwin."""
    return _shared(state).waited


def tried(state: State) -> set[str]:
    """What was tried on this page of the scenario and is all right: shared by its states, for checks not to try again.

    A check adds its own words for a kind of trial. Empty at every other address.
    """
    kept = recording(state.page)
    return kept.tried.setdefault(state.page.url.partition("?")[0], set()) if kept else set()


def _shared(state: State) -> Twin:
    copy = state.once(_made)
    if isinstance(copy, NoTwin):
        raise copy
    return copy


def _made(state: State) -> Twin | NoTwin:
    kept = recording(state.page)
    served = kept.served if kept else None
    if kept and kept.read_only:
        return NoTwin(
            Text("målet är i drift, där inget får prövas", "the target is in production: nothing may be tried")
        )
    if kept is None or served is None:
        return NoTwin(Text("sidans svar från servern är inte känt", "the server's response for the page is not known"))
    if "html" not in served.headers.get("content-type", "html"):
        return NoTwin(Text("sidan är inte HTML", "the page is not HTML"))
    try:
        return Twin(state, kept, served)
    except NoTwin as none:
        return none
    except PlaywrightError as error:
        told = " ".join(str(error).split())[:120]
        return NoTwin(Text(f"kopian gick inte att göra: {told}", f"the copy could not be made: {told}"))


def _attempt(kind: str, request: dict[str, Any]) -> Attempt:
    parts = (base64.b64decode(one.get("bytes", "")) for one in request.get("postDataEntries", ()))
    body = b"".join(parts).decode(errors="replace")
    return Attempt(kind, request["url"], request["method"], body[:4000])


def _response(served: Served, *more: tuple[str, str]) -> dict[str, Any]:
    """A response as DevTools gives it, with some headers more."""
    headers = [*((name, value) for name, value in served.headers.items() if name not in DROPPED), *more]
    return {
        "responseCode": served.status,
        "responseHeaders": [{"name": name, "value": line} for name, value in headers for line in value.split("\n")],
        "body": base64.b64encode(served.body).decode(),
    }


def _difference(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    told = [lines[at].lstrip("0123456789") if at < len(lines) else "inget" for lines in (one, other)]
    return told[0], told[1]
