"""How fast, beside the peers: the same pages over HTTP, in turn, in one call. Ratios count; machines differ.

*liten* is a page of about 300 elements (a form and a table of 40 rows), *stor* one of about 3 500 (500 rows), with a
contrast fault a row. A time is one page from its address to its findings: navigation, rest, and every look at it.
Starting the browser and Node is in no one's time. pa11y-ci is timed by its own reporter, page by page.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median

import msgspec
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from checks.node import package_folder
from checks.recording import record
from checks.registry import Check
from checks.scripts import script
from checks.state import State
from harness.bench.engines import Region, peers
from harness.bench.serving import serve_folder
from harness.browser import launch, launch_options, need_browser
from harness.budget import looked
from harness.errors import RunBroken
from harness.node import need_node
from harness.playwright_start import playwright_running

SIZES = {"liten": 40, "stor": 500}
PEER = "pa11y-ci (axe och htmlcs)"
AXE = "axe som den kommer (axe-playwright-python)"
FLOOR = "bara motorerna, inget annat"
IBM = "IBM:s motor"
BOTH = ("axe", "pa11y")
LONGEST = 300.0
"""Seconds that pa11y-ci gets for its pages."""

Times = dict[str, float]
"""Milliseconds by contestant; a part of a contestant is called `<contestant>: <check>`."""


@dataclass(frozen=True)
class Measured:
    """Medians by page of one contestant: milliseconds, and the ratio to pa11y-ci on the same page and round."""

    contestant: str
    milliseconds: dict[str, float]
    ratio: dict[str, float]


def measure_speed(line_ups: Mapping[str, Sequence[Check]], rounds: int = 5, *, with_ibm: bool = True) -> list[Measured]:
    """Medians of `rounds` after one to warm up: the peers, then each of our line-ups of checks, with its parts."""
    times: dict[str, dict[str, list[float]]] = {}
    with _pages() as addresses, playwright_running() as playwright:
        browser = launch(playwright, need_browser())
        for round in range(rounds + 1):
            for size, own in _round(browser, addresses, line_ups, with_ibm).items():
                for name, taken in own.items():
                    times.setdefault(name, {}).setdefault(size, []).extend([taken] if round else [])
        browser.close()
    return [_measured(name, own, times[PEER]) for name, own in times.items()]


def _measured(name: str, own: dict[str, list[float]], peer: dict[str, list[float]]) -> Measured:
    # The ratio within each round: what else the machine does meanwhile then slows both.
    ratios = {size: [a / b for a, b in zip(taken, peer[size], strict=True)] for size, taken in own.items()}
    return Measured(
        name,
        {size: median(taken) for size, taken in own.items()},
        {size: median(each) for size, each in ratios.items()},
    )


def _round(
    browser: Browser, addresses: dict[str, str], line_ups: Mapping[str, Sequence[Check]], with_ibm: bool
) -> dict[str, Times]:
    """Every contestant once on each page."""
    found: dict[str, Times] = {size: {PEER: taken} for size, taken in _pa11y_ci(addresses).items()}
    for size, address in addresses.items():
        times = found[size]
        times[AXE] = _timed(browser, address, lambda page: Axe().run(page))
        times[FLOOR] = _timed(browser, address, _engines)
        if with_ibm:
            times[IBM] = _timed(browser, address, _ibm)
        for name, checks in line_ups.items():
            parts: Times = {}
            times[name] = _timed(browser, address, lambda page, checks=checks, parts=parts: _look(page, checks, parts))  # type: ignore[misc]
            times |= {f"{name}: {part}": taken for part, taken in parts.items()} if len(line_ups[name]) > 1 else {}
    return found


def _timed(browser: Browser, address: str, look: Callable[[Page], object]) -> float:
    """Milliseconds of one page from its address to its findings, in a context of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    record(page)
    start = time.perf_counter()
    page.goto(address)
    page.evaluate(script("harness", "rest.js"), 3000)
    look(page)
    taken = (time.perf_counter() - start) * 1000
    context.close()
    return taken


def _engines(page: Page) -> None:
    """axe-core and HTML_CodeSniffer in the page, told nothing but how much they found: what no use of them goes below.

    axe makes no selectors; passes are not asked for, which costs the most.
    """
    options = {"resultTypes": ["violations"], "selectors": False, "xpath": False}
    page.evaluate((package_folder("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate("(options) => axe.run(document, options).then(told => told.violations.length)", options)
    page.evaluate((package_folder("@pa11y/html_codesniffer") / "build" / "HTMLCS.js").read_text(encoding="utf-8"))
    page.evaluate("new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages().length)))")


def _ibm(page: Page) -> None:
    engine = next(one for one in peers() if one.id == "ibm")
    list(engine.look(State(page, "bench", "fart", 1), Region(), lambda untested: None))


def _look(page: Page, checks: Sequence[Check], parts: Times) -> None:
    with State(page, "bench", "fart", 1) as state:
        for check in checks:
            start = time.perf_counter()
            looked(check, state)
            parts[check.id] = (time.perf_counter() - start) * 1000


def _pa11y_ci(addresses: dict[str, str]) -> Times:
    """pa11y-ci's own milliseconds a page; the first page warms it up and is not told."""
    options = launch_options(need_browser())
    with tempfile.TemporaryDirectory() as folder:
        kept, told = Path(folder) / "config.json", Path(folder) / "times"
        reporter = str(files("harness.bench") / "pa11y_ci_reporter.cjs")
        config = {
            "defaults": {
                "runners": ["axe", "htmlcs"],
                "reporters": [[reporter, {"file": str(told)}]],
                "timeout": round(LONGEST * 1000),
                "chromeLaunchConfig": {
                    "executablePath": options["executable_path"],
                    "args": [*options["args"], *([] if options["chromium_sandbox"] else ["--no-sandbox"])],
                },
            },
            "urls": [next(iter(addresses.values())) + "?igen", *addresses.values()],
        }
        kept.write_bytes(msgspec.json.encode(config))
        command = [
            str(need_node().executable),
            str(package_folder("pa11y-ci") / "bin" / "pa11y-ci.js"),
            "-c",
            str(kept),
        ]
        ran = subprocess.run(
            command, capture_output=True, text=True, timeout=LONGEST, check=False, env=options.get("env")
        )
        if not told.is_file():
            raise RunBroken("pa11y-ci gick inte att köra", (ran.stderr or ran.stdout).strip()[-300:], "Kör make setup.")
        lines = [line.split("\t") for line in told.read_text(encoding="utf-8").splitlines()]
    taken = {address: float(milliseconds) for address, milliseconds in lines}
    return {size: taken[address] for size, address in addresses.items()}


@contextmanager
def _pages() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        for size, rows in SIZES.items():
            (Path(folder) / f"{size}.html").write_text(page(rows), encoding="utf-8")
        with serve_folder(Path(folder)) as address:
            yield {size: f"{address}{size}.html" for size in SIZES}


def page(rows: int) -> str:
    """A page with a form and a table of so many rows, each with a contrast fault."""
    lines = "".join(
        f"<tr><th scope=row>Ärende {row}</th><td><a href='/arende/{row}'>Öppna ärende {row}</a></td><td>2026-11-24</td>"
        f"<td style='color: #999; background: #fff'>Väntar</td></tr>"
        for row in range(rows)
    )
    fields = "".join(f"<p><label for=f{n}>Fält {n}</label><input id=f{n}></p>" for n in range(10))
    return (
        "<!doctype html><html lang=sv><meta charset=utf-8><title>Ärenden</title><main><h1>Ärenden</h1>"
        f"<form>{fields}<button>Spara</button></form><table><caption>Ärenden</caption><tbody>{lines}</tbody></table></main>"
    )
