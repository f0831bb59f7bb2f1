"""What a page listens for: every listener of the top document, its elements and its window, seen through DevTools."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from checks import nodes
from checks.state import Hops, State


@dataclass(frozen=True)
class Listeners:
    """The kinds of events that are listened for, and on which elements; None is the document or the window."""

    kinds: frozenset[str]
    _on: tuple[tuple[str, int], ...]
    _state: State

    def paths(self, kinds: Collection[str], most: int = 12) -> list[Hops]:
        """Paths of elements that themselves listen for one of the kinds, at most `most`."""
        places = self._state.once(nodes.places)
        on = dict.fromkeys(node for kind, node in self._on if kind in kinds)
        return [places[node] for node in on if node in places][:most]


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
        # Three deep: the document, its root and its body.
        for one in (*_of(state, "window", depth=1), *_of(state, "document", depth=3))
    )


def _of(state: State, expression: str, depth: int) -> list[dict[str, Any]]:
    send = state.devtools.send
    held = send("Runtime.evaluate", {"expression": expression})["result"]["objectId"]
    told: list[dict[str, Any]] = send(
        "DOMDebugger.getEventListeners", {"objectId": held, "depth": depth, "pierce": True}
    )["listeners"]
    return told
