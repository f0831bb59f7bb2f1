"""What visitors change. Each visitor has a world of their own, so that parallel scenarios never meet.

An area keeps its data in a class of its own and asks for the visitor's copy of it:
`world = mine(seed)`, where `seed()` makes the data as they are at first.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import current_app, session

World = TypeVar("World")

MOST_VISITORS = 2000
"""The one who has been away longest is forgotten when there are more."""


class Store:
    """The worlds of all visitors of one application."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._visitors: OrderedDict[str, dict[Callable[[], Any], Any]] = OrderedDict()

    def world(self, visitor: str, seed: Callable[[], World]) -> World:
        """The visitor's copy of what `seed` makes, made at the first call."""
        with self._lock:
            worlds = self._visitors.setdefault(visitor, {})
            self._visitors.move_to_end(visitor)
            if len(self._visitors) > MOST_VISITORS:
                self._visitors.popitem(last=False)
            if seed not in worlds:
                worlds[seed] = seed()
            return cast("World", worlds[seed])

    def forget(self, visitor: str) -> None:
        """Give the visitor a new world next time."""
        with self._lock:
            self._visitors.pop(visitor, None)


def mine(seed: Callable[[], World]) -> World:
    """The present visitor's copy of an area's data."""
    if "visitor" not in session:
        session["visitor"] = secrets.token_hex(16)
    return cast("Store", current_app.extensions["store"]).world(session["visitor"], seed)
