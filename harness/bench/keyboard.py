"""What a stop of the tab walk costs, on pages with few and with many controls, and a walk with pictures.

The cost of a stop should not grow with the page: the same number of stops is walked on each. The browser's own key
press does, so what is the walk's is told beside what a bare press costs on the same page.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median

from playwright.sync_api import Page

from checks.keyboard.shots import Camera
from checks.keyboard.tabbing import Tabbing
from checks.state import State
from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running

CONTROLS = (50, 500, 2000)
STOPS = 40
PICTURED = 100
"""Stops of the walk with pictures."""


@dataclass(frozen=True)
class StopCost:
    """Medians in milliseconds a stop, on a page with so many `controls`; `pictured` with a picture of each.

    `bare` is the browser's: a key press, and the page's answer that it has been taken.
    """

    controls: int
    bare: float
    plain: float
    pictured: float


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
                bare[controls].append(_a_press(page, STOPS))
                plain[controls].append(_a_stop(page, STOPS, pictures=False))
                pictured[controls].append(_a_stop(page, min(PICTURED, controls), pictures=True))
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


def _a_stop(page: Page, stops: int, *, pictures: bool) -> float:
    state = State(page, "bench", "tangentbord", 1)
    tabbing = Tabbing(state)
    camera = Camera(state.devtools, 1.0)
    tabbing.begin()
    began = time.perf_counter()
    walked = sum(1 for _ in islice(_walk(tabbing, camera, pictures=pictures), stops))
    taken = (time.perf_counter() - began) * 1000
    camera.close()
    tabbing.end()
    return taken / walked


def _walk(tabbing: Tabbing, camera: Camera, *, pictures: bool) -> Iterator[None]:
    """The walk; with pictures each stop is compared with the picture before it, as `focus-visible` does."""
    before = None
    for stop in tabbing.stops("Tab"):
        if pictures:
            shot = camera.shot()
            if before is not None:
                camera.changed_at(before[1], shot, stop.window, before[0].window)
            before = (stop, shot)
        yield None


def _page(controls: int) -> str:
    rows = "".join(
        f"<tr><th scope=row>Ärende {row}</th><td><a href='#{row}'>Öppna ärende {row}</a></td><td>Väntar</td></tr>"
        for row in range(controls)
    )
    return f"<!doctype html><html lang=sv><title>Ärenden</title><main><h1>Ärenden</h1><table>{rows}</table></main>"
