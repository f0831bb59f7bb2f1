"""Runs a real application from a registry and holds its findings against what a person judged of them.

The application is installed once, in an environment of its own below the suite's cache, and served on
loopback with made data. What a person has judged of its findings is data, by fingerprint
(`data/judged-<app>.toml`): true or false, and why.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from checks.model import Outcome
from checks.registry import Check
from defects import Defect
from harness.bench.apps.model import App
from harness.browser import launch, need_browser
from harness.config import Config
from harness.errors import RunBroken
from harness.journal import Journal, Line
from harness.places import cache_folder
from harness.playwright_start import playwright_running
from harness.session import conclude, make_folder, new_run
from harness.walk import ScenarioWalk
from reports.model import Driven, Ending, Run
from reports.registry import write_reports
from scenarios.model import Area, Audience, Scenario

PATIENCE = 300.0
"""Seconds that an application gets to answer."""


@dataclass(frozen=True)
class Judged:
    """What a person made of a defect's findings: whether it is a breach, and why. `what` says which, to read by."""

    what: str
    true: bool
    reason: str


@dataclass(frozen=True)
class Precision:
    """Findings that were judged, and the `defects` that they are of. What is `unjudged` is in no precision.

    One defect may have hundreds of findings, such as a field in every row; so both are told.
    """

    true: int
    false: int
    unjudged: int
    true_defects: int
    false_defects: int
    unjudged_defects: int

    @property
    def precision(self) -> float:
        return self.true / (self.true + self.false) if self.true + self.false else 1.0

    @property
    def precision_of_defects(self) -> float:
        judged = self.true_defects + self.false_defects
        return self.true_defects / judged if judged else 1.0


def run_app(app: App, checks: Sequence[Check], output: str) -> Run:
    """Install, serve and drive an application; the run with its reports, as any other's."""
    config = Config(output=output)
    scenario = Scenario(
        app.id, app.title, Area.GEMENSAMT, Audience.MEDARBETARE, "arendesystem",
        f"Jag är handläggare. Jag vill använda {app.title}, för att sviten ska mätas på andras arbete.", app.drive,
    )  # fmt: skip
    with _served(app) as address, playwright_running() as playwright:
        run = new_run()
        folder = make_folder(config, run)
        journal = Journal(folder, app.id)
        browser = launch(playwright, need_browser())
        journal.write(Line(versions={"webbläsare": f"Chromium {browser.version}", app.id: ", ".join(app.requirements)}))
        viewport = {"width": config.viewport.width, "height": config.viewport.height}
        context = browser.new_context(base_url=address, locale=config.locale, viewport=viewport)  # type: ignore[arg-type]
        walk = ScenarioWalk(context.new_page(), scenario, checks, journal)
        app.drive(context.pages[0], walk)
        browser.close()
        driven = Driven(
            scenario.id, scenario.title, scenario.area, scenario.audience, scenario.surface, scenario.story,
            Ending.COMPLETED, sum(sum(visit.seconds.values()) for visit in walk.visits),
        )  # fmt: skip
        journal.write(Line(driven=driven))
        journal.close()
    concluded = conclude(run, folder, config, [scenario], checks, f"{app.title} ({', '.join(app.requirements)})")
    write_reports(concluded)
    return concluded


def judged(app: str) -> dict[str, Judged]:
    """What a person has judged of an application, by fingerprint."""
    file = files("harness.bench") / "data" / f"judged-{app}.toml"
    if not file.is_file():
        return {}
    return {mark: Judged(**one) for mark, one in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def precision(run: Run, verdicts: Mapping[str, Judged]) -> Precision:
    """How many of the findings that fail a criterion are true, as far as they were judged."""
    counted = [(verdicts.get(defect.fingerprint), len(defect.places)) for defect in breaches(run)]
    true = [count for one, count in counted if one and one.true]
    false = [count for one, count in counted if one and not one.true]
    unjudged = [count for one, count in counted if not one]
    return Precision(sum(true), sum(false), sum(unjudged), len(true), len(false), len(unjudged))


def to_judge(run: Run, verdicts: Mapping[str, Judged]) -> str:
    """What nobody has judged, as TOML to fill in: what was seen, where and in which picture, then the verdict."""
    told = [f"# Obedömt i {run.trace.target}, {run.trace.run}. Skriv true eller false och varför; flytta sedan hit:"]
    told.append("# harness/bench/data/judged-PROGRAM.toml")
    for defect in breaches(run):
        if defect.fingerprint in verdicts:
            continue
        place = defect.places[0]
        at = place.element.selector if place.element else "sidan"
        seen = [f"{', '.join(defect.criteria)} {', '.join(defect.rules)}: {defect.observed.sv}"]
        seen += [f"{len(defect.places)} fynd; bild {place.picture or 'saknas'}; {place.url}"]
        seen += [place.element.html] if place.element else []
        told += ["", *(f"# {' '.join(line.split())[:300]}" for line in seen)]
        told += [f'["{defect.fingerprint}"]', f"what = {_quoted(f'{defect.kind}: {at}, {place.state}')}"]
        told += ["# true = ", '# reason = ""']
    return "\n".join(told) + "\n"


def breaches(run: Run) -> list[Defect]:
    """The defects that are certain, and fail a criterion."""
    return [one for one in run.defects if one.outcome is Outcome.FAILED and one.criteria]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@contextmanager
def _served(app: App) -> Iterator[str]:
    python = _installed(app)
    with as_file(files("harness.bench") / "sites" / app.site) as site, tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        log = Path(folder) / "log"
        with log.open("wb") as written:
            process = subprocess.Popen(
                [python, "start.py", str(port), folder], cwd=site, stdout=written, stderr=subprocess.STDOUT
            )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(process, address + app.ready, log)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _installed(app: App) -> Path:
    """The Python of the application's own environment, made the first time or when its requirements change."""
    folder = cache_folder() / "apps" / app.id
    python = folder / "bin" / "python"
    stamp = folder / "installed.txt"
    wanted = "\n".join(app.requirements)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True, capture_output=True)
            subprocess.run([python, "-m", "pip", "install", "-q", *app.requirements], check=True, capture_output=True)
        except subprocess.CalledProcessError as error:
            reason = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise RunBroken(f"{app.title} gick inte att installera", " ".join(reason), "Kontrollera nätet.") from None
        stamp.write_text(wanted, encoding="utf-8")
    return python


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    told = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
    raise RunBroken("Programmet startade inte", " ".join(told))


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
