"""How large a report of many defects gets, how long it takes to make, how quickly it is opened and filtered."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from checks.scripts import script
from harness.bench.made_run import made_run
from harness.browser import launch, need_browser
from harness.playwright_start import playwright_running
from reports.html import FORMAT
from reports.plain import tamed
from reports.registry import all_formats

READING = 1500
"""Milliseconds between the opening and the first filtering."""

WORDS = ("knappen", "kontrast", "ansökan", "ingenting alls passar")


@dataclass(frozen=True)
class Made:
    """A format: seconds to make it, and megabytes."""

    format: str
    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Read:
    """Milliseconds from navigation until the page is loaded and painted, and from each filtering until it is."""

    opened: float
    filtered: dict[str, float]


@dataclass(frozen=True)
class Measured:
    """A report of so many defects."""

    defects: int
    made: tuple[Made, ...]
    read: Read


def measure_report(count: int = 1000, rounds: int = 5) -> Measured:
    """Make every format of a made run, and read the report in the browser; medians of some rounds."""
    with tempfile.TemporaryDirectory(prefix="esset-a11y-") as name:
        folder = Path(name)
        run = made_run(folder, count)
        start = time.perf_counter()
        told = tamed(run)
        made = [Made("(texter görs oskadliga)", time.perf_counter() - start, 0.0)]
        for form in all_formats():
            start = time.perf_counter()
            content = form.render(told)
            made.append(Made(form.id, time.perf_counter() - start, len(content) / 1e6))
            (folder / form.file).write_bytes(content)
        with playwright_running() as playwright:
            browser = launch(playwright, need_browser())
            read = _read(browser, folder / FORMAT.file, rounds)
            browser.close()
    return Measured(count, tuple(made), read)


def _read(browser: Browser, file: Path, rounds: int) -> Read:
    opened: list[float] = []
    filtered: dict[str, list[float]] = {}
    for _ in range(rounds):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(file.as_uri())
        opened.append(page.evaluate(script("harness.bench", "report_opened.js")))
        page.wait_for_timeout(READING)  # A reader needs longer to find the filter.
        for what, took in _filter(page).items():
            filtered.setdefault(what, []).append(took)
        page.close()
    return Read(statistics.median(opened), {what: statistics.median(all_) for what, all_ in filtered.items()})


def _filter(page: Page) -> dict[str, float]:
    """Each way to filter, as a reader would: by a word, a letter more, a priority, an area, a criterion, and back."""
    apply = script("harness.bench", "report_filter.js")
    acts: dict[str, dict[str, str]] = {
        "första ordet": {"text": WORDS[0]},
        "nästa ord": {"text": WORDS[1]},
        "ord som inte finns": {"text": WORDS[3]},
        "alla igen": {"text": ""},
        "prioritet": {"level": "P1"},
        "område": {"area": "1"},
        "kriterium": {"criterion": "1.4.3"},
        "rensat": {"reset": ""},
    }
    return {what: float(page.evaluate(apply, act)) for what, act in acts.items()}
