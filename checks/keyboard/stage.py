"""Where key presses are made: in the state's twin, or on the page itself where that can't hurt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from checks.keyboard.arrival import arrival
from checks.model import Text
from checks.pointer.listeners import listeners
from checks.recording import recording
from checks.state import State, script
from checks.twin import NoTwin, Twin, twin

FOCUS = frozenset({"focus", "focusin", "blur", "focusout"})
"""Events by which a page may answer to focus that only passes by: open a dialog, save, leave."""


class NoStage(Exception):
    """There is no twin, and the page is such that moving focus would change it; `reason` says why, to the reader."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.sv)
        self.reason = reason


@dataclass(frozen=True)
class Stage:
    """A page to press keys in. `twin` is None on the page itself: there nothing may be pressed that does anything."""

    state: State
    twin: Twin | None


@contextmanager
def stage(state: State, *, used: bool = False) -> Iterator[Stage]:
    """The state's twin as a state of its own, else the state. Raises NoStage.

    With `used` a twin in which others have tried things will do (`checks.twin.twin`). Where focus was when the state
    was reached is seen first, since walking moves it.
    """
    state.once(arrival)
    try:
        copying = twin(state, used=used)
        copy = copying.__enter__()
    except NoTwin as none:
        if state.page.evaluate(script("checks.keyboard", "fragile.js")):
            raise NoStage(
                Text(
                    f"det öppna stängs när fokus flyttas, och tillståndet går inte att kopiera: {none.reason.sv}",
                    f"what is open closes when focus moves, and the state can't be copied: {none.reason.en}",
                )
            ) from none
        if state.once(listeners).kinds & FOCUS:
            raise NoStage(
                Text(
                    f"sidan gör något när fokus flyttas, och tillståndet går inte att kopiera: {none.reason.sv}",
                    f"the page does something when focus moves, and the state can't be copied: {none.reason.en}",
                )
            ) from none
        kept = recording(state.page)
        with kept.unheard() if kept else nullcontext():
            yield Stage(state, None)
        return
    try:
        copied = State(copy.page, state.scenario, state.name, state.number)
        yield Stage(copied, copy)
    finally:
        copying.__exit__(None, None, None)
