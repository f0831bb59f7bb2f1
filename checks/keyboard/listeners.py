"""Which elements of the page listen to the pointer themselves."""

from __future__ import annotations

from checks.pointer.listeners import listeners
from checks.state import Hops, State

POINTER = {
    "click",
    "dblclick",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "contextmenu",
    "touchstart",
    "touchend",
}

MOST = 150
"""Elements with listeners that are looked at."""


def listening(state: State) -> list[Hops]:
    """Paths of elements of the top page with a listener of their own; not those of the document and of its body.

    A listener further up, such as a framework's on its root, makes a control of nothing.
    """
    heard = state.once(listeners).paths(POINTER, most=MOST)
    return [path for path in heard if path[0].count(">") > 1]
