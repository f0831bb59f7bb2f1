"""A world of the suite's own in each document: JavaScript that shares the page's elements with it and nothing else.

The page can't see what runs there, and what it has written over (`JSON`, `Array.prototype`, `getComputedStyle`) is
there as the browser made it. What must meet the page's own functions, or act as the user does, runs in the page's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession, Frame, Page
from playwright.sync_api import Error as PlaywrightError

WORLD = "esset-a11y"


@dataclass
class _Worlds:
    """Those of one page. `places` holds a frame's DevTools session and id, `contexts` the world's number in it."""

    devtools: CDPSession
    places: dict[Frame, tuple[CDPSession, str]] = field(default_factory=dict)
    contexts: dict[Frame, int] = field(default_factory=dict)


_WORLDS: dict[Page, _Worlds] = {}


def devtools(page: Page) -> CDPSession:
    """The page's DevTools session, the same each time."""
    return _worlds(page).devtools


def call(frame: Frame, function: str, arguments: list[dict[str, Any]], *, by_value: bool) -> dict[str, Any]:
    """Call a JavaScript function in the frame's world, and wait for what it promises.

    `arguments` and the result are remote objects of the DevTools protocol (`{"value": …}` or `{"objectId": …}`).
    Raises Playwright's Error where the function throws, or the frame is gone.
    """
    asked = {"functionDeclaration": function, "arguments": arguments, "returnByValue": by_value, "awaitPromise": True}
    return _sent(frame, "Runtime.callFunctionOn", asked, "executionContextId")


def evaluate(frame: Frame, source: str) -> None:
    """Run a large script in the frame's world: as a function, as `call` has it, it would be parsed twice.

    Raises Playwright's Error where it throws, or the frame is gone.
    """
    # What it gives is not wanted, and could be large.
    _sent(frame, "Runtime.evaluate", {"expression": f"{source}\n;undefined", "returnByValue": True}, "contextId")


def _sent(frame: Frame, method: str, asked: dict[str, Any], context: str) -> dict[str, Any]:
    """What DevTools answers in the frame's world, told to it as the parameter `context`."""
    worlds = _worlds(frame.page)
    if known := worlds.contexts.get(frame):
        session, _ = worlds.places[frame]
        try:
            return _result(session.send(method, asked | {context: known}))
        except PlaywrightError as error:
            # The document that had it has been left for another.
            if "Cannot find context" not in str(error):
                raise
    session, number = _world(worlds, frame)
    return _result(session.send(method, asked | {context: number}))


def place(frame: Frame) -> tuple[CDPSession, str]:
    """The DevTools session that reaches a frame, and the frame's id in it."""
    worlds = _worlds(frame.page)
    if frame not in worlds.places:
        tree = worlds.devtools.send("Page.getFrameTree")["frameTree"]
        worlds.places |= _placed(worlds.devtools, frame.page.main_frame, tree)
        if frame not in worlds.places:
            raise PlaywrightError(f"no DevTools id of the frame {frame.url[:100]}")
    return worlds.places[frame]


def release(frame: Frame, identifier: str) -> None:
    """Let go of a remote object of the frame's world."""
    session, _ = _worlds(frame.page).places[frame]
    session.send("Runtime.releaseObject", {"objectId": identifier})


def _worlds(page: Page) -> _Worlds:
    if page not in _WORLDS:
        made = _Worlds(page.context.new_cdp_session(page))
        made.devtools.send("Page.enable")
        _WORLDS[page] = made
        page.once("close", _forget)
    return _WORLDS[page]


def _forget(page: Page) -> None:
    _WORLDS.pop(page, None)


def _result(told: dict[str, Any]) -> dict[str, Any]:
    if failed := told.get("exceptionDetails"):
        thrown = failed.get("exception", {})
        raise PlaywrightError(str(thrown.get("description") or thrown.get("value") or failed["text"]))
    return dict(told["result"])


def _world(worlds: _Worlds, frame: Frame) -> tuple[CDPSession, int]:
    session, identifier = place(frame)
    asked = {"frameId": identifier, "worldName": WORLD}
    number: int = session.send("Page.createIsolatedWorld", asked)["executionContextId"]
    worlds.contexts[frame] = number
    return session, number


def _placed(session: CDPSession, frame: Frame, tree: dict[str, Any]) -> dict[Frame, tuple[CDPSession, str]]:
    """Session and DevTools id of a frame and of those within it; Playwright tells no frame's id.

    DevTools tells a process's own frames, in the order that they came; one in a process of its own has a session.
    """
    found = {frame: (session, str(tree["frame"]["id"]))}
    told = tree.get("childFrames", [])
    within = frame.child_frames
    if len(told) != len(within):
        apart = {one: own for one in within if (own := own_session(one))}
        for one, own in apart.items():
            found |= _placed(own, one, own.send("Page.getFrameTree")["frameTree"])
        within = [one for one in within if one not in apart]
    if len(told) == len(within):
        for one, part in zip(within, told, strict=True):
            found |= _placed(session, one, part)
    return found


def own_session(frame: Frame) -> CDPSession | None:
    """A new session for a frame that has a process of its own, None for another."""
    try:
        session = frame.page.context.new_cdp_session(frame)
        session.send("Page.enable")
    except PlaywrightError:
        return None
    return session
