"""Whether focus shows at a state's stops, and how much of it: pictured once, for all checks that ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checks.keyboard.course import Stop
from checks.keyboard.likeness import Likeness, known, likenesses
from checks.keyboard.pane import panes
from checks.keyboard.pictured import Pictured
from checks.keyboard.shots import Camera, Indicator
from checks.keyboard.stage import NoStage, stage
from checks.keyboard.tabbing import Tabbing
from checks.keyboard.walk import tab_walk
from checks.state import Hops, State


@dataclass(frozen=True)
class Indication:
    """The stops that nothing shows focus on, and what was measured of the indicator at others, by path.

    Of one that is painted as one that was pictured earlier in the run it is what was measured then. Of those in one
    state that differ in their words only, one is measured.
    """

    unseen: list[Stop]
    measured: Mapping[Hops, Indicator]


def indication(state: State) -> Indication | NoStage:
    """To be had by `state.once`."""
    walk = state.once(tab_walk)
    if isinstance(walk, NoStage):
        return walk
    stops = walk.forward.stops
    # What something lies over is for 2.4.11, whatever its indicator looks like.
    seen = [stop for stop in stops if not any(pane.hides(stop) for pane in state.once(panes))]
    asked = [stop for stop in seen if stop.drawn and stop.covered < stop.inside and not stop.writes]
    likeness: Mapping[Hops, Likeness] | None = None
    alike: set[bytes] = set()
    unseen: set[Hops] = set()
    measured: dict[Hops, Indicator] = {}
    left = list(asked)
    # What others tried in the copy may have changed the way: what was not come to is looked for again in a new one.
    for used in (True, False) if asked else ():
        try:
            with stage(state, used=used) as where:
                tabbing = Tabbing(where.state)
                scale, width, height = where.state.page.evaluate("[devicePixelRatio, innerWidth, innerHeight]")
                camera = Camera(where.state.devtools, float(scale), (width, height))
                tabbing.begin()
                try:
                    likeness = likeness if likeness is not None else likenesses(state, where.state, asked)
                    pictured = Pictured(tabbing, camera, likeness, known(state), alike, unseen, measured)
                    left = pictured.walk(stops, pictured.recall(left), whole=not used)
                finally:
                    camera.close()
                    tabbing.end()
        except NoStage as none:
            return none
        if not left or where.twin is None:
            break
    return Indication([stop for stop in asked if stop.path in unseen], measured)
