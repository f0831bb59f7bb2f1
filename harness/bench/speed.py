"""How fast, beside the peers: the same pages, in turn, in one call. Ratios are what counts; machines differ.

*small* is a page of about 300 elements (a form and a table of 40 rows), *big* one of about 3 500 (500 rows), with a
contrast fault a row.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from checks.registry import Check
from checks.state import State
from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running

SIZES = {"liten": 40, "stor": 500}
PEER = "axe som den kommer (axe-playwright-python)"


@dataclass(frozen=True)
class Measured:
    """Medians in milliseconds of one contestant, by page; `ratio` is to the peer on the same page."""

    contestant: str
    milliseconds: dict[str, float]
    ratio: dict[str, float]


def measure_speed(checks: Sequence[Check], rounds: int = 5) -> list[Measured]:
    """The peer and each check, then all checks together, on both pages; medians of `rounds` after one to warm up."""
    contestants: dict[str, Callable[[Page], object]] = {PEER: lambda page: Axe().run(page)}
    for check in checks:
        contestants[check.id] = lambda page, check=check: list(check.look(State(page, "bench", "fart", 1)))  # type: ignore[misc]
    contestants["hela sviten"] = lambda page: _all(checks, page)
    times: dict[str, dict[str, float]] = {name: {} for name in contestants}
    with playwright_running() as playwright:
        browser = launch(playwright, need_browser())
        for size, rows in SIZES.items():
            taken: dict[str, list[float]] = {name: [] for name in contestants}
            for _ in range(rounds + 1):
                for name, look in contestants.items():
                    taken[name].append(_time(browser.new_page(), rows, look))
            for name, all_of_them in taken.items():
                times[name][size] = median(all_of_them[1:])
        browser.close()
    return [Measured(name, own, {size: own[size] / times[PEER][size] for size in SIZES}) for name, own in times.items()]


def _all(checks: Sequence[Check], page: Page) -> None:
    state = State(page, "bench", "fart", 1)
    for check in checks:
        list(check.look(state))


def _time(page: Page, rows: int, look: Callable[[Page], object]) -> float:
    """Milliseconds of one look at a page that has just been opened."""
    page.set_content(_page(rows))
    start = time.perf_counter()
    look(page)
    taken = (time.perf_counter() - start) * 1000
    page.close()
    return taken


def _page(rows: int) -> str:
    lines = "".join(
        f"<tr><th scope=row>Ärende {row}</th><td><a href='/arende/{row}'>Öppna ärende {row}</a></td><td>2026-11-24</td>"
        f"<td style='color: #999; background: #fff'>Väntar</td></tr>"
        for row in range(rows)
    )
    fields = "".join(f"<p><label for=f{n}>Fält {n}</label><input id=f{n}></p>" for n in range(10))
    return (
        "<!doctype html><html lang=sv><title>Ärenden</title><main><h1>Ärenden</h1>"
        f"<form>{fields}<button>Spara</button></form><table><caption>Ärenden</caption><tbody>{lines}</tbody></table></main>"
    )
