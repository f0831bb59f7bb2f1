"""What a stop of the tab walk costs, on pages with few and with many controls, and a walk with pictures.

The cost of a stop should not grow with the page: the same number of stops is walked on each. The browser's own key
press does, so what is the walk's is told beside what a bare press costs on the same page.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice
from statistics import median

from playwright.sync_api import Page

from checks.keyboard.course import Stop
from checks.keyboard.likeness import Known
from checks.keyboard.pictured import Pictured
from checks.keyboard.shots import Camera
from checks.keyboard.tabbing import Tabbing
from checks.state import Hops, State
from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running

CONTROLS = (50, 500, 2000)
STOPS = 100
"""Stops that are walked, where there are as many."""


@dataclass(frozen=True)
class StopCost:
    """Medians in milliseconds a stop, on a page with so many `controls`; `pictured` with the walk in which each is
    pictured besides.

    `bare` is the browser's: a key press, and the page's answer that it has been taken.
    """

    controls: int
    bare: float
    plain: float
    pictured: float

    @property
    def own(self) -> float:
        """What is left of the walk with pictures without the two bare presses in it."""
        return self.pictured - 2 * self.bare


def measure_keyboard(rounds: int = 5) -> list[StopCost]:
    """Walk each page in turn, `rounds` times after one to warm up."""
    bare: dict[int, list[float]] = {controls: [] for controls in CONTROLS}
    plain: dict[int, list[float]] = {controls: [] for controls in CONTROLS}
    pictured: dict[int, list[float]] = {controls: [] for controls in CONTROLS}
    with playwright_running() as playwright:
        browser = launch(playwright, need_browser())
        for _ in range(rounds + 1):
            for controls in CONTROLS:
                page = browser.new_page()
                page.set_content(_page(controls))
                bare[controls].append(_a_press(page, min(STOPS, controls)))
                walked, each = _walked(page)
                plain[controls].append(each)
                pictured[controls].append(each + _a_picture(page, walked))
                page.close()
        browser.close()
    return [StopCost(one, *(median(each[one][1:]) for each in (bare, plain, pictured))) for one in CONTROLS]


def _a_press(page: Page, presses: int) -> float:
    devtools = page.context.new_cdp_session(page)
    began = time.perf_counter()
    for _ in range(presses):
        page.keyboard.press("Tab")
        devtools.send("Runtime.evaluate", {"expression": "0"})
    taken = (time.perf_counter() - began) * 1000
    devtools.detach()
    return taken / presses


def _walked(page: Page) -> tuple[list[Stop], float]:
    """The first stops of a walk, and the milliseconds of each."""
    tabbing = Tabbing(State(page, "bench", "tangentbord", 1))
    tabbing.begin()
    began = time.perf_counter()
    stops = list(islice(tabbing.stops("Tab"), STOPS))
    taken = (time.perf_counter() - began) * 1000
    tabbing.end()
    return stops, taken / len(stops)


def _a_picture(page: Page, stops: list[Stop]) -> float:
    """Milliseconds a stop for walking there once more and seeing whether focus shows, as `focus-visible` does."""
    state = State(page, "bench", "tangentbord", 1)
    tabbing = Tabbing(state)
    camera = Camera(state.devtools, 1.0, (page.viewport_size["width"], page.viewport_size["height"]))  # type: ignore[index]
    unseen: set[Hops] = set()
    tabbing.begin()
    began = time.perf_counter()
    left = Pictured(tabbing, camera, {}, Known(), set(), unseen, {}).walk(stops, stops)
    taken = (time.perf_counter() - began) * 1000
    camera.close()
    tabbing.end()
    if left or unseen:
        raise ValueError(f"focus was not seen at {len(left) + len(unseen)} of {len(stops)} stops")
    return taken / len(stops)


def _page(controls: int) -> str:
    rows = "".join(
        f"<tr><th scope=row>Ärende {row}</th><td><a href='#{row}'>Öppna ärende {row}</a></td><td>Väntar</td></tr>"
        for row in range(controls)
    )
    return f"<!doctype html><html lang=sv><title>Ärenden</title><main><h1>Ärenden</h1><table>{rows}</table></main>"
