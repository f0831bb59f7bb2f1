"""Where focus is when a state is reached, seen before any check moves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checks.asking import ask
from checks.recording import recording
from checks.state import Hops, State, script


@dataclass(frozen=True)
class Lost:
    """Focus that is on nothing although it has been on something.

    `gone` says how what it was on went away: "removed", "hidden", "disabled", "closed" (a dialog) or "". `around` is
    what is left around that, `opener` what had focus before the dialog that it was in. `moved` tells that the address
    has changed since.
    """

    gone: str
    dialog: bool
    moved: bool
    around: Hops | None
    opener: Hops | None


@dataclass(frozen=True)
class Arrival:
    """`dialogs` are the modal ones that are open, each with whether it holds focus."""

    focus: Hops | None
    dialogs: tuple[tuple[Hops, bool], ...]
    lost: Lost | None


def arrival(state: State) -> Arrival:
    """Look; take it by `state.once(arrival)`, before focus is moved."""
    code = f"() => ({script('checks.keyboard', 'arrival.js')})({script('checks', 'path.js')})"
    told = ask(state.page.main_frame, code)
    kept = recording(state.page)
    story = kept.focus_story() if kept else None
    return Arrival(
        focus=tuple(told["focus"]) if told["focus"] else None,
        dialogs=tuple((tuple(one["path"]), one["holds"]) for one in told["dialogs"]),
        lost=_lost(story) if story else None,
    )


def _lost(story: dict[str, Any]) -> Lost:
    around, opener = (tuple(story[part]) if story[part] else None for part in ("around", "opener"))
    return Lost(story["gone"], story["dialog"], story["moved"], around, opener)
