"""What covers a part of the window and lets the pointer through, so that no point of a control tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from checks.asking import ask
from checks.keyboard.course import Stop
from checks.keyboard.walk import within
from checks.model import Box
from checks.state import Hops, State, script


@dataclass(frozen=True)
class Pane:
    """Something opaque that stays in its place in the window; `box` is where, in CSS pixels of the window."""

    path: Hops
    box: Box

    def hides(self, stop: Stop) -> bool:
        """Whether all of a stop lies under the pane, and is no part of it."""
        box, own = stop.window, self.box
        across = own.x <= box.x and box.x + box.width <= own.x + own.width
        down = own.y <= box.y and box.y + box.height <= own.y + own.height
        return stop.frame == 0 and across and down and not within(stop.path, self.path)


def panes(state: State) -> tuple[Pane, ...]:
    """The panes of the top page; to be had by `state.once`."""
    told = ask(state.page.main_frame, f"() => ({script('checks.keyboard', 'pane.js')})({script('checks', 'path.js')})")
    return tuple(Pane(tuple(one["path"]), Box(*one["box"])) for one in told)
