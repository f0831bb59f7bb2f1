"""What a walk with Tab or Shift+Tab gives: its stops, and why it ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from checks.model import Box
from checks.state import Hops


class Ending(StrEnum):
    """Why a walk stopped."""

    ROUND = "round"
    """Focus left the document, or came back to the first stop: everything in the order was there."""

    STUCK = "stuck"
    """Key presses no longer moved focus."""

    LOOP = "loop"
    """Focus came back to a stop that was not the first, without leaving the document."""

    BOUND = "bound"
    """The walk was longer than it may be."""

    LEFT = "left"
    """The page went to another address."""

    GONE = "gone"
    """The page closed, or answered no more."""


@dataclass(frozen=True)
class Look:
    """Where focus is: the document's number, and the probe's word of the element, None for none.

    `passed` are the paths of others that have had it since the last look. `origin` is where that document begins in the
    window, `scroll` how far the page is scrolled.
    """

    at: int
    focus: dict[str, Any] | None
    passed: list[Hops]
    moved: bool
    origin: tuple[float, float]
    scroll: tuple[float, float]


@dataclass(frozen=True)
class Stop:
    """One place where focus came to rest after `key`, the `press`-th of the walk.

    `window` is where it was in the window then, in CSS pixels, and `scroll` how far the page was scrolled; `inside` how
    many of nine points of it lay in the window, `covered` how many of those something else covered, `by` what,
    and `by_fixed` whether that stays in its place while the page scrolls. `passed` are those that had focus in between.
    `dialog` tells whether it is within a dialog. `drawn` is False for what can't be seen even with focus: nothing in
    size, transparent or clipped away. `writes` says that a caret shows in it, `looks` is the same for controls that are
    drawn alike. Next to something that moves by itself it is `restless`.
    """

    press: int
    key: str
    path: Hops
    frame: int
    id: int
    tag: str
    window: Box
    scroll: tuple[float, float]
    inside: int
    covered: int
    by: Hops | None
    by_fixed: bool
    drawn: bool
    dialog: bool
    writes: bool
    looks: str
    restless: bool
    passed: tuple[Hops, ...] = ()


@dataclass(frozen=True)
class Trapped:
    """Where Tab (or Shift+Tab) led no further: the stops that focus stays among, where it rests, and what led out.

    `out` is the key that did ("Shift+Tab", "Tab", "Escape", or one that the page tells of), empty when none that was
    tried.
    """

    among: tuple[Stop, ...]
    rest: Stop
    out: str


@dataclass(frozen=True)
class Course:
    """A walk in one direction. `back_to` is the index of the stop that a LOOP came back to."""

    key: str
    stops: tuple[Stop, ...]
    ending: Ending
    back_to: int = 0
    seconds: float = 0.0
    lost: tuple[Hops, ...] = ()
    """Elements that had focus and gave it away to nothing."""

    opened: tuple[str, ...] = ()
    """Addresses of windows that opened during the walk, and of pages that this one left for."""

    trapped: Trapped | None = None
