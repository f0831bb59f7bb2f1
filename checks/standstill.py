"""A page in which nothing moves by CSS for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from checks.state import State


@contextmanager
def standstill(state: State) -> Iterator[None]:
    """Animations and transitions stand still meanwhile; they go on from there, whatever happens."""
    state.devtools.send("Animation.enable")
    state.devtools.send("Animation.setPlaybackRate", {"playbackRate": 0})
    try:
        yield
    finally:
        state.devtools.send("Animation.setPlaybackRate", {"playbackRate": 1})
        state.devtools.send("Animation.disable")
