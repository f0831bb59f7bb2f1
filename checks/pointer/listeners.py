"""What a page listens for: every listener of the top document, its elements and its window, seen through DevTools."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.scripts import script
from checks.state import Hops, State


@dataclass(frozen=True)
class Listeners:
    """The kinds of events that are listened for, and on which elements; None is the document or the window."""

    kinds: frozenset[str]
    _on: tuple[tuple[str, int], ...]
    _state: State

    def paths(self, kinds: Collection[str], most: int = 12) -> list[Hops]:
        """Paths of elements that themselves listen for one of the kinds, at most `most`."""
        send = self._state.devtools.send
        found: list[Hops] = []
        path_of = f"function () {{ return this instanceof Element ? ({script('checks', 'path.js')})(this) : null }}"
        for node in dict.fromkeys(node for kind, node in self._on if kind in kinds):
            try:
                held = send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
                told = send(
                    "Runtime.callFunctionOn",
                    {"objectId": held, "functionDeclaration": path_of, "returnByValue": True},
                )
            except PlaywrightError:
                continue  # The element went away.
            if path := told["result"].get("value"):
                found.append(tuple(path))
            if len(found) >= most:
                break
        return found


def listeners(state: State) -> Listeners:
    """All listeners of the top document; to be had by `state.once`."""
    within = _of(state, "document", depth=-1)
    around = _of(state, "window", depth=1)
    # The recorder listens too, and is all one script; no page captures drops on its window passively.
    own = {one["scriptId"] for one in around if one["type"] == "drop" and one["passive"] and one["useCapture"]}
    within, around = ([one for one in some if one["scriptId"] not in own] for some in (within, around))
    on = tuple((one["type"], one["backendNodeId"]) for one in within if "backendNodeId" in one)
    return Listeners(frozenset(one["type"] for one in (*within, *around)), on, state)


def listens_at_top(state: State, kinds: Collection[str]) -> bool:
    """Whether the window, the document or its body listens for one of the kinds, in whatever way the page set it."""
    return any(
        one["type"] in kinds and not (one["passive"] and one["useCapture"])
        for expression in ("window", "document", "document.documentElement", "document.body")
        for one in _of(state, expression, depth=1)
    )


def _of(state: State, expression: str, depth: int) -> list[dict[str, Any]]:
    send = state.devtools.send
    held = send("Runtime.evaluate", {"expression": expression})["result"].get("objectId")
    if held is None:
        return []  # An SVG document has no body.
    told: list[dict[str, Any]] = send(
        "DOMDebugger.getEventListeners", {"objectId": held, "depth": depth, "pierce": True}
    )["listeners"]
    return told
