"""How much memory the Python side takes over many states: a real walk, with real checks, over made pages.

Measured is this process' resident memory, not the browser's or Node's; after each hundred states, and at the end, when
the findings have been merged and the reports written.
"""

from __future__ import annotations

import gc
import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.registry import Check
from harness.bench.serving import serve_folder
from harness.bench.speed import page as made_page
from harness.browser import launch, need_browser
from harness.config import Config
from harness.journal import Journal, Line
from harness.playwright_start import playwright_running
from harness.session import conclude, make_folder, new_run
from harness.walk import ScenarioWalk
from reports.model import Driven, Ending
from reports.registry import write_reports
from scenarios.model import Area, Audience, Scenario

STATES = 20
"""States of a scenario."""

STEP = 100
"""States between two measurements."""

ROWS = 30


@dataclass(frozen=True)
class Memory:
    """Resident megabytes of this process after so many states; the last is when the reports were written."""

    states: int
    megabytes: float


def measure_memory(states: int, checks: Sequence[Check], tell: Callable[[Memory], None]) -> list[Memory]:
    """Walk over so many states in scenarios of twenty; `tell` hears of each measurement as it is made."""
    measured: list[Memory] = []

    def note(seen: int) -> None:
        gc.collect()
        measured.append(Memory(seen, resident()))
        tell(measured[-1])

    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        for number in range(STATES):
            (pages / f"{number}.html").write_text(made_page(ROWS + number), encoding="utf-8")
        scenarios = [_scenario(number) for number in range(-(-states // STATES))]
        config, run = Config(output=folder, history="none"), new_run()
        journal = Journal(make_folder(config, run), "main")
        with serve_folder(pages) as address, playwright_running() as playwright:
            browser = launch(playwright, need_browser())
            seen = 0
            for scenario in scenarios:
                context = browser.new_context(viewport={"width": 1280, "height": 900})
                page = context.new_page()
                walk = ScenarioWalk(page, scenario, checks, journal)
                for number in range(min(STATES, states - seen)):
                    page.goto(f"{address}{number}.html?{scenario.id}")
                    walk.state(f"tillstånd {number}")
                    seen += 1
                    if seen % STEP == 0:
                        note(seen)
                journal.write(Line(driven=_driven(scenario)))
                context.close()
            browser.close()
        journal.close()
        write_reports(conclude(run, journal.run_folder, config, scenarios, checks, "mätning"))
        note(seen)
    return measured


def resident() -> float:
    """Megabytes of memory that this process has in use; its highest so far where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _scenario(number: int) -> Scenario:
    name = f"M-{number}"
    return Scenario(name, name, Area.GEMENSAMT, Audience.INVANARE, "kundportal", "", lambda: None)


def _driven(one: Scenario) -> Driven:
    return Driven(one.id, one.title, one.area, one.audience, one.surface, one.story, Ending.COMPLETED, 0.0)
