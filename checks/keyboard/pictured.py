"""A walk with pictures: whether focus shows at the stops that are asked about."""

from __future__ import annotations

import time
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checks.keyboard.course import Stop
from checks.keyboard.likeness import MOST as MOST_KNOWN
from checks.keyboard.likeness import Known, Likeness
from checks.keyboard.shots import Camera, Indicator, Shot, least
from checks.keyboard.tabbing import FRAMES, Tabbing
from checks.model import Box
from checks.state import Hops
from checks.twin.settling import settle

CONFIRMED = 10
"""Different looks of controls without a visible change that are looked at once more at a state."""

LONGEST = 12.0
"""Seconds of walking with pictures."""

TURNS = 6
"""Times that focus is taken and put back where something moves that nobody knows of, as in a closed shadow root."""

MOVES = 100
"""Milliseconds in which what moves by itself has moved, also where no script can know of it."""

TRANSITION = 400
"""Milliseconds after which what fades in has come."""


@dataclass
class Pictured:
    """Pictures of stops in a page that is being walked, and what they showed.

    `likeness` is the stops' own (`checks.keyboard.likeness`). To `known` is added what is seen, to `alike` the
    likenesses of this state that focus shows at, to `unseen` the stops at which nothing in the window changes, to
    `measured` what changes at others.
    """

    tabbing: Tabbing
    camera: Camera
    likeness: Mapping[Hops, Likeness]
    known: Known
    alike: set[bytes]
    unseen: set[Hops]
    measured: MutableMapping[Hops, Indicator]
    _settled: dict[str, bool] = field(default_factory=dict)

    def recall(self, stops: Sequence[Stop]) -> list[Stop]:
        """Take over what was seen where stops were the same; those that are left to look at."""
        for stop in stops:
            told = self.likeness.get(stop.path)
            if told and (changes := self.known.changes.get(told.same)):
                self.measured[stop.path] = changes
                self._show_alike(stop, told, changes)
        return [stop for stop in stops if not self._is_known(stop)]

    def _is_known(self, stop: Stop) -> bool:
        """Whether focus has been seen to show at such a stop."""
        told = self.likeness.get(stop.path)
        return told is not None and (
            self.known.shows.get(told.same, False) or told.alike in self.alike or told.alike in self.known.ample
        )

    def walk(self, stops: Sequence[Stop], wanted: Sequence[Stop], *, whole: bool = False) -> list[Stop]:
        """Picture the `wanted` of a walk's `stops`, as far as there is time; those that the walk did not come to.

        Unless it is to be `whole`, the walk begins shortly before the first of them.
        """
        until = time.monotonic() + LONGEST
        left = {stop.path: stop for stop in wanted}
        order = [stop.path for stop in stops]
        first = next((at for at, path in enumerate(order) if path in left), 0)
        # The one before each is pictured too: what differs between the two is what focus changed.
        follows = {stop.path: then.path for stop, then in pairwise(stops)}
        last: tuple[Stop, Shot] | None = None
        after = order[first - 2] if first > 1 and not whole else None
        for stop in self.tabbing.stops("Tab", after=after) if left else ():
            then = left.get(follows[stop.path]) if stop.path in follows else None
            if stop.path not in left and then is None:
                last = None
                continue
            shot = self._shot(stop, then)
            if stop.path in left and stop.covered < stop.inside:
                del left[stop.path]
                # What a frame shows may come a moment after the key: that is no indicator.
                if last and stop.tag not in FRAMES and self._shows(stop, shot, *last):
                    self._learn(stop, shows=True, here=True)
                else:
                    shot = self._looked_at(stop, shot, then)
                left = {path: one for path, one in left.items() if not self._is_known(one)}
            last = (stop, shot)
            if not left or time.monotonic() > until:
                return []
        return list(left.values())

    def _shot(self, stop: Stop, then: Stop | None) -> Shot:
        """A picture of what lies in and around a stop, and the one that comes after it, as far as both are in view."""
        follows = [then.window] if then and then.scroll == stop.scroll and then.frame == stop.frame else []
        return self.camera.shot([stop.window, *follows], stop.scroll)

    def _shows(self, stop: Stop, shot: Shot, before: Stop, shot_before: Shot) -> bool:
        """Whether the stop looked different when focus was on the one before it. False also where nobody can say."""
        if stop.scroll != before.scroll or stop.frame != before.frame:
            return False
        return self._measured(stop, self.camera.changed_at(shot_before, shot, stop.window, before.window))

    def _measured(self, stop: Stop, indicator: Indicator) -> bool:
        if indicator.area:
            self.measured[stop.path] = indicator
        return bool(indicator.area)

    def _looked_at(self, stop: Stop, shot: Shot, then: Stop | None) -> Shot:
        """See whether focus shows when it is taken from a stop; the picture of it with focus again.

        At first just so; where nothing changes, once more with time for what fades, in the whole window, and without
        what changes by itself. Of stops that look alike, the slow way is gone with one.
        """
        self.tabbing.blur(stop)
        without = self._shot(stop, then)
        back = self.tabbing.focus(stop)
        if not back:
            return self._shot(stop, then)
        again = self._shot(stop, then)
        # What comes and goes with focus does so both times.
        if self.camera.changed_at(without, again, stop.window, None).area and self._measured(
            stop, self.camera.changed_at(shot, without, stop.window, None)
        ):
            self._learn(stop, shows=True, here=True)
            return again
        if stop.looks not in self._settled:
            told = self.likeness.get(stop.path)
            if told and self.known.shows.get(told.same) is False and self._nothing_changes(stop):
                # It was gone the slow way before, and nothing in the window is otherwise here.
                self._settled[stop.looks] = False
                self.unseen.add(stop.path)
                return shot
            if len(self._settled) >= CONFIRMED:
                return shot
            restless = self.tabbing.restless()
            if self.camera.is_beside(stop.window, restless):
                return shot  # Nobody can say.
            shows = self._comes_and_goes(stop, restless)
            self._settled[stop.looks] = shows
            self._learn(stop, shows=shows, here=False)
        if not self._settled[stop.looks]:
            self.unseen.add(stop.path)
        return self._shot(stop, then)

    def _nothing_changes(self, stop: Stop) -> bool:
        """Whether the window is the same, to the last byte, with focus and without."""
        focused = self.camera.shot()
        self.tabbing.blur(stop)
        without = self.camera.shot()
        self.tabbing.focus(stop)
        return focused.same(without)

    def _comes_and_goes(self, stop: Stop, restless: Sequence[Box]) -> bool:
        """Whether the window looks otherwise without focus on a stop that has it, and again with it.

        Each time there is time for what fades, and between two pictures of the same for what moves by itself: where
        nobody knew that it does, in so many turns that it has been wherever it comes to.
        """
        focused = self._rested()
        self.tabbing.blur(stop)
        without = self._rested()
        if focused.same(without):
            self.tabbing.focus(stop)
            return False
        pictures: tuple[list[Shot], list[Shot]] = ([focused], [without])
        for turn in range(TURNS):
            if turn:
                self.tabbing.blur(stop)
            self.tabbing.page.wait_for_timeout(MOVES)
            pictures[1].append(self._rested())
            self.tabbing.focus(stop)
            pictures[0].append(self._rested())
            changed = self.camera.changed_beyond(*pictures, stop.window, restless)
            if not changed.pixels or not changed.unrest:
                break
        return changed.pixels > 0

    def _rested(self) -> Shot:
        """The window, when what fades has come."""
        settle(self.tabbing.page, TRANSITION)
        return self.camera.shot()

    def _learn(self, stop: Stop, *, shows: bool, here: bool) -> None:
        """That focus shows at a stop, or nowhere: `here` that it does at the stop itself."""
        told = self.likeness.get(stop.path)
        if told and len(self.known.shows) < MOST_KNOWN:
            self.known.shows[told.same] = shows
            if here:
                self.known.changes[told.same] = self.measured[stop.path]
                self._show_alike(stop, told, self.measured[stop.path])

    def _show_alike(self, stop: Stop, told: Likeness, changes: Indicator) -> None:
        if told.alike:
            self.alike.add(told.alike)
            if changes.clear >= least(stop.window):
                self.known.ample.add(told.alike)
