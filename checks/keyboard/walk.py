"""The one tab walk of a state that the keyboard checks share, with what it showed as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checks.keyboard.course import Course, Ending, Stop
from checks.keyboard.stage import FOCUS, NoStage, stage
from checks.keyboard.tabbing import SETTLING, Tabbing
from checks.model import Element, Finding, Outcome, Text
from checks.pointer.listeners import listeners
from checks.state import Hops, State

KEYS = frozenset({"keydown", "keypress", "keyup"})

TOLD = 60
"""Stops that are told in a finding's evidence; around what it is about."""


@dataclass(frozen=True)
class TabWalk:
    """Forwards with Tab and backwards with Shift+Tab. `elements` describes every stop that is still there.

    Where the way back can't but be the same, it is not walked, and has no stops.
    """

    forward: Course
    backward: Course
    elements: dict[Hops, Element]

    @property
    def whole(self) -> bool:
        """Whether one of the directions saw the whole order, so that what it did not reach is not reachable."""
        if Ending.ROUND in (self.forward.ending, self.backward.ending):
            return True
        # Held at the same place from both sides: both sides of it have been walked.
        one, other = self.forward.trapped, self.backward.trapped
        return bool(one and other and {stop.path for stop in one.among} & {stop.path for stop in other.among})

    @property
    def reached(self) -> frozenset[Hops]:
        """Paths of everything that had focus, in either direction."""
        return frozenset(stop.path for course in (self.forward, self.backward) for stop in course.stops)

    def told(self) -> dict[str, str]:
        """The walk as a finding's evidence: as text (`walk`), and boxes for the report to draw (`walk:stops`)."""
        return {"walk": self.text(), "walk:stops": json.dumps(self.drawn(), separators=(",", ":"))}

    def text(self) -> str:
        """Key presses and stops, one a line, as many as `TOLD`."""
        lines = [f"{n}. {stop.key}: {self._called(stop)}" for n, stop in enumerate(self.forward.stops[:TOLD], 1)]
        if len(self.forward.stops) > TOLD:
            lines.append(f"… {len(self.forward.stops) - TOLD} stopp till")
        return "\n".join(lines)

    def drawn(self) -> list[list[float]]:
        """Boxes of the stops in order: x, y, width, height, in CSS pixels of the page."""
        boxes = [one.box for stop in self.forward.stops if (one := self.elements.get(stop.path)) and one.box]
        return [[round(box.x), round(box.y), round(box.width), round(box.height)] for box in boxes[:TOLD]]

    def _called(self, stop: Stop) -> str:
        element = self.elements.get(stop.path)
        if element is None:
            return f"{stop.tag} (borta)"
        return f"{element.role or stop.tag} {f'”{element.name}”' if element.name else element.selector}"


def tab_walk(state: State) -> TabWalk | NoStage:
    """Walk the state, or say why that can't be done; take it by `state.once(tab_walk)`."""
    try:
        return _walked(state)
    except NoStage as none:
        return none


def _walked(state: State, *, asking: bool = True) -> TabWalk:
    with stage(state) as where:
        kinds = state.once(listeners).kinds
        answers = bool(kinds & (FOCUS | KEYS))
        # What only listens for focus can't be asked which way it would send it.
        asking = asking and where.twin is not None and not kinds & FOCUS
        tabbing = Tabbing(where.state, SETTLING if answers else 0, free=where.twin is not None, asking=asking)
        tabbing.begin()
        try:
            forward = tabbing.course("Tab")
            # What has no end in one direction, or is no longer there, is not asked for once more.
            over = forward.ending in (Ending.BOUND, Ending.LEFT, Ending.GONE)
            # The browser's own way back is the way there, and past the same things, where the page has no say in it.
            silent = asking or not answers
            same = silent and forward.ending is Ending.ROUND and not forward.lost and tabbing.is_calm()
            back = Course("Shift+Tab", (), forward.ending) if over or same else tabbing.course("Shift+Tab")
        finally:
            tabbing.end()
    if tabbing.answered:
        # What it did then is not to be seen in the walk.
        return _walked(state, asking=False)
    paths = dict.fromkeys(stop.path for course in (forward, back) for stop in course.stops)
    return TabWalk(forward, back, described(state, paths))


def described(state: State, paths: Iterable[Hops]) -> dict[Hops, Element]:
    """The elements at some paths, in whichever document each is; those that are gone are left out."""
    by_document: dict[Hops, list[Hops]] = {}
    known = {document.path: document for document in state.documents}
    for path in paths:
        home = next(path[:length] for length in range(len(path) - 1, -1, -1) if path[:length] in known)
        by_document.setdefault(home, []).append(path)
    found: dict[Hops, Element] = {}
    for home, some in by_document.items():
        told: Sequence[Element | None] = state.describe(known[home], [path[len(home) :] for path in some])
        found.update({path: one for path, one in zip(some, told, strict=True) if one})
    return found


def untested(check: str, criteria: tuple[str, ...], none: NoStage) -> Finding:
    """What a check says where the state could not be walked."""
    return Finding(
        check=check,
        rule=check,
        engine="keyboard",
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=criteria,
        element=None,
        expected=Text("Tillståndet går att vandra igenom", "The state can be walked through"),
        observed=Text(
            f"Tangentbordsvandringen gjordes inte: {none.reason.sv}", f"The walk was not made: {none.reason.en}"
        ),
    )


def within(inner: Hops, outer: Hops) -> bool:
    """Whether an element's path lies within another's."""
    hop = inner[len(outer) - 1] if len(inner) >= len(outer) else ""
    return inner[: len(outer) - 1] == outer[:-1] and (hop == outer[-1] or hop.startswith(outer[-1] + ">"))
