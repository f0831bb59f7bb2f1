"""Holds elements in a state that a user would bring about, such as being pointed at, while they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Error as PlaywrightError

from checks.scripts import script
from checks.state import Hops, State


@contextmanager
def forced(state: State, paths: Sequence[Hops], pseudo_classes: Sequence[str]) -> Iterator[None]:
    """Elements of the top page in these states (`hover`, `focus-visible`), as the DevTools show them; no event is sent.

    A path that leads nowhere is left out. All are let go at the end.
    """
    devtools = state.devtools
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    try:
        devtools.send("DOM.getDocument", {"depth": 0})
        for hops in paths:
            found = devtools.send(
                "Runtime.evaluate",
                {"expression": f"({script('checks', 'find.js')})({list(hops)!r})", "objectGroup": "forced"},
            )["result"]
            try:
                node = devtools.send("DOM.requestNode", {"objectId": found["objectId"]})["nodeId"]
                devtools.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": [*pseudo_classes]})
            except (KeyError, PlaywrightError):
                continue
        yield
    finally:
        # Disabling lets go of all that is forced.
        devtools.send("CSS.disable")
        devtools.send("DOM.disable")
        devtools.send("Runtime.releaseObjectGroup", {"objectGroup": "forced"})
