"""What happens to a state's layout when its user changes size, spacing or orientation.

The twin is laid out anew in each way once, and all the checks here read what was measured (`layouts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checks.asking import hold
from checks.model import Element
from checks.scripts import script
from checks.state import State
from checks.twin import twin

NARROW = (320, 900)
"""1280 pixels at 400 %: what WCAG 1.4.10 asks for. Taller than wide, so also the upright of a tablet."""

ZOOMED = (640, 450)
"""1280 by 900 pixels at 200 %."""

LYING, UPRIGHT = (901, 900), (900, 901)
"""A screen that is turned, with no other difference that a style sheet asks for."""


@dataclass(frozen=True)
class Place:
    """One measured thing: the element it is about, and what was measured (see `measure.js`)."""

    element: Element | None
    told: dict[str, Any]


@dataclass(frozen=True)
class Layouts:
    """What each way of laying the state out showed, worst first."""

    spaced: tuple[Place, ...]
    locked: tuple[Place, ...]
    larger: tuple[Place, ...]
    zoomed: tuple[Place, ...]
    wide: tuple[Place, ...]
    turned: tuple[Place, ...]
    fixed: tuple[Place, ...]
    gone: tuple[Place, ...]


def layouts(state: State) -> Layouts:
    """Lay the state's twin out in every way; raises NoTwin where there is none. To be had by `state.once`."""
    path = script("checks", "path.js")
    with twin(state, used=True) as copy:
        page = copy.page
        measure = hold(page.main_frame, f"() => ({script('checks.layout', 'measure.js')})({path})")
        spacing = measure.ask("one => one.spacing()")
        larger = measure.ask("one => one.larger()")
        page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
        zoomed = measure.ask("one => one.zoomed()")
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        narrow = measure.ask("one => one.narrow()")
        gone: list[dict[str, Any]] = []
        if measure.ask("one => one.orients()"):
            page.set_viewport_size({"width": LYING[0], "height": LYING[1]})
            measure.ask("one => one.held()")
            page.set_viewport_size({"width": UPRIGHT[0], "height": UPRIGHT[1]})
            gone = measure.ask("one => one.gone()")

    def placed(told: list[dict[str, Any]]) -> tuple[Place, ...]:
        elements = state.describe(state.documents[0], [one["path"] for one in told])
        return tuple(Place(element, one) for element, one in zip(elements, told, strict=True))

    return Layouts(
        spaced=placed(spacing["lost"]),
        locked=placed(spacing["locked"]),
        larger=placed(larger),
        zoomed=placed(zoomed),
        wide=placed(narrow["wide"]),
        turned=placed(narrow["turned"]),
        fixed=placed(narrow["fixed"]),
        gone=placed(gone),
    )
