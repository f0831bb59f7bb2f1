"""Holds elements in a state that a user would bring about, such as being pointed at, while they are looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.scripts import script
from checks.state import Hops, State

STATES = {"hover": ("hover",), "focus": ("focus", "focus-visible", "focus-within")}
"""What can be held, and by which pseudo-classes."""


def style_rules() -> str:
    """What the page's style sheets say of these states, as an argument of a script (`pseudo.js`)."""
    return f"({script('checks.contrast', 'pseudo.js')})({json.dumps(STATES)})"


@contextmanager
def forced(state: State, paths: Sequence[Hops], name: str) -> Iterator[None]:
    """Elements of the top page in one of `STATES`, as the DevTools show them; no event is sent.

    A path that leads nowhere is left out. All are let go at the end.
    """
    devtools = state.devtools
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    try:
        root = devtools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        for node in _nodes(devtools, root, paths):
            try:
                devtools.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": [*STATES[name]]})
            except PlaywrightError:
                continue  # It went away.
        yield
    finally:
        # Disabling lets go of all that is forced.
        devtools.send("CSS.disable")
        devtools.send("DOM.disable")
        devtools.send("Runtime.releaseObjectGroup", {"objectGroup": "forced"})


def _nodes(devtools: CDPSession, root: int, paths: Sequence[Hops]) -> Iterator[int]:
    """The browser's numbers of those elements that are there, in no order."""
    if plain := [hops[0] for hops in paths if len(hops) == 1]:
        yield from devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": ", ".join(plain)})["nodeIds"]
    for hops in paths:
        if len(hops) > 1:
            found = devtools.send(
                "Runtime.evaluate",
                {"expression": f"({script('checks', 'find.js')})({list(hops)!r})", "objectGroup": "forced"},
            )["result"]
            if "objectId" in found:
                yield int(devtools.send("DOM.requestNode", {"objectId": found["objectId"]})["nodeId"])
