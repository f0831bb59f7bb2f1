"""What is on this machine, which version, and how to mend what is missing: one line a part."""

from __future__ import annotations

import importlib
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from rich.console import Console
from rich.text import Text

from checks.node import NODE_MODULES
from harness.browser import find_browser, is_root
from harness.node import FLOOR as NODE_FLOOR
from harness.node import find_node
from harness.places import in_clone, npm_manifest, npm_part, npm_parts_wanted, root
from harness.search import Step

_PYTHON_FLOOR = (3, 11)
_GET_BROWSER = "Installera Chrome eller Chromium, eller kör esset-a11y doctor --install."
_AGAIN = "Kör make clean && make setup."
_SOURCES = {
    "configured": "utpekad",
    "playwright": "Playwrights egen",
    "system": "datorns egen",
    "npm": "npm:s @sparticuz/chromium",
    "playwright-install": "hämtad med playwright install",
}


@dataclass(frozen=True)
class Part:
    """One part of what the suite needs.

    `key` is stable and English, for `--json`; `name`, `detail` and `remedy` are Swedish, for a reader. `remedy` is
    empty when there is nothing to mend. `steps` are what the search for the part looked at.
    """

    key: str
    name: str
    ok: bool
    version: str
    detail: str = ""
    remedy: str = ""
    steps: tuple[Step, ...] = ()


def examine(*, configured_browser: str | None = None, install: bool = False, out: Path | None = None) -> list[Part]:
    """Look at every part. `install` lets Playwright fetch a browser when there is no other; else nothing is changed.

    `out` is the folder that reports are to be written to (default: reports/out in the clone).
    """
    looks: tuple[tuple[str, str, Callable[[], list[Part]]], ...] = (
        ("python", "Python", lambda: [_python()]),
        ("packages", "Paket", lambda: [_packages()]),
        ("node", "Node", lambda: [_node()]),
        ("npm", "Npm-delar", lambda: [_npm()]),
        ("browser", "Webbläsare", lambda: _browser_and_fonts(configured_browser, install)),
        ("reports", "Rapporter", lambda: [_reports(out or root() / "reports" / "out")]),
        ("demo", "Inbyggt Esset", lambda: [_demo()]),
    )
    parts: list[Part] = []
    for key, name, look in looks:
        try:
            parts += look()
        except Exception as error:  # A part that cannot even be looked at is just what a doctor is asked about.
            parts.append(Part(key, name, False, "", f"gick inte att undersöka: {error}", _AGAIN))
    return parts


def all_there(parts: Iterable[Part]) -> bool:
    """Whether nothing needs mending."""
    return all(part.ok for part in parts)


def print_doctor(parts: list[Part], as_json: bool = False, console: Console | None = None) -> None:
    """Print the parts to standard output: one line each and the steps of the searches under it, or JSON."""
    if as_json:
        told = {"ok": all_there(parts), "parts": [asdict(part) for part in parts]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    console = console or Console(highlight=False, soft_wrap=True)
    for part in parts:
        line = Text("ok   " if part.ok else "FEL  ", style="green" if part.ok else "bold red")
        line.append(f"{part.name:<14} ", style="bold")
        line.append(" · ".join(filter(None, (part.version, part.detail))), style="default")
        if part.remedy:
            line.append(f" → {part.remedy}", style="default")
        console.print(line)
        for step in part.steps:
            console.print(Text(f"       {'>' if step.found else '-'} {step.where}: {step.outcome}", style="dim"))


def _python() -> Part:
    ok = sys.version_info[:2] >= _PYTHON_FLOOR
    remedy = "" if ok else "Installera Python 3.11 eller nyare och kör make clean && make setup."
    return Part("python", "Python", ok, platform.python_version(), sys.prefix, remedy)


def _packages() -> Part:
    """Installed packages against the lock; outside a clone, which has the lock, against the suite's own metadata."""
    lock = root() / "requirements.txt"
    wanted = _locked(lock.read_text(encoding="utf-8")) if lock.is_file() else metadata.requires("esset-a11y") or []
    requirements = [one for text in wanted if (one := _applicable(text))]
    amiss = [said for one in requirements if (said := _amiss(one))]
    suite = f"esset-a11y {metadata.version('esset-a11y')}"
    if amiss:
        shown = ", ".join(amiss[:5]) + (f" och {len(amiss) - 5} till" if len(amiss) > 5 else "")
        return Part("packages", "Paket", False, suite, shown, _AGAIN)
    detail = f"{len(requirements)} paket som i låset" if lock.is_file() else f"{len(requirements)} paket"
    return Part("packages", "Paket", True, suite, detail)


def _locked(lock: str) -> list[str]:
    return [line.rstrip(" \\") for line in lock.splitlines() if "==" in line and not line.startswith(("#", " "))]


def _applicable(text: str) -> Requirement | None:
    try:
        requirement = Requirement(text)
    except InvalidRequirement:
        return None
    applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    return requirement if applies else None


def _amiss(requirement: Requirement) -> str:
    try:
        installed = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return f"{requirement.name} saknas"
    if requirement.specifier.contains(installed, prereleases=True):
        return ""
    return f"{requirement.name} {installed} i stället för {str(requirement.specifier).lstrip('=')}"


def _node() -> Part:
    found = find_node()
    if found.node:
        return Part("node", "Node", True, found.node.version, found.node.source, steps=found.steps)
    floor = ".".join(map(str, NODE_FLOOR))
    remedy = f"Kör make setup, eller installera Node {floor} eller nyare."
    return Part("node", "Node", False, "", "finns inte", remedy, found.steps)


def _npm() -> Part:
    wanted = npm_parts_wanted()
    installed = {name: npm_part(name) for name in wanted}
    have = ", ".join(f"{part.name} {part.version}" for part in installed.values() if part)
    amiss = [
        f"{name} {part.version} i stället för {wanted[name]}" if part else f"{name} saknas"
        for name, part in installed.items()
        if part is None or part.version != wanted[name]
    ]
    if not amiss:
        return Part("npm", "Npm-delar", True, have)
    remedy = _AGAIN
    if not in_clone():
        remedy = (
            f"Kopiera {npm_manifest()} till en egen mapp, kör npm ci --ignore-scripts där, "
            f"och sätt {NODE_MODULES} till dess node_modules."
        )
    return Part("npm", "Npm-delar", False, have, ", ".join(amiss), remedy)


def _browser_and_fonts(configured: str | None, install: bool) -> list[Part]:
    found = find_browser(configured, install=install, afresh=True)
    browser = found.browser
    if browser is None:
        pointed_out = len(found.steps) == 1
        first = next((step for step in found.steps if step.remedy or pointed_out), Step("", "ingen som startar"))
        remedy = first.remedy or ("Peka ut en annan, eller ingen alls." if pointed_out else _GET_BROWSER)
        missing = Part("browser", "Webbläsare", False, "", first.outcome, remedy, found.steps)
        return [missing, Part("fonts", "Typsnitt", False, "", "kan inte prövas utan webbläsare")]
    without = "utan sandlåda, eftersom root kör" if is_root() else "i sandlåda"
    parts = [
        Part("browser", "Webbläsare", True, browser.version, f"{_SOURCES[browser.source]}, {without}", "", found.steps)
    ]
    if browser.letters:
        parts.append(Part("fonts", "Typsnitt", True, "", "å, ä och ö ritas som de ska"))
    else:
        remedy = "Debian/Ubuntu: sudo apt install fonts-liberation fonts-dejavu-core."
        parts.append(Part("fonts", "Typsnitt", False, "", "å, ä och ö går inte att skilja åt på bild", remedy))
    return parts


def _reports(out: Path) -> Part:
    """Whether reports can be written: tried in the nearest folder that exists, so that nothing is left behind."""
    nearest = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        detail = f"{nearest} går inte att skriva i ({error.strerror})"
        return Part("reports", "Rapporter", False, "", detail, "Ge dig skrivrätt, eller välj en annan mapp med --out.")
    return Part("reports", "Rapporter", True, "", f"{out} går att skriva i")


def _demo() -> Part:
    try:
        demo = importlib.import_module("demo")
        faults = len(demo.answer_key())
    except Exception as error:
        detail = f"går inte att ladda: {type(error).__name__}: {error}"
        return Part("demo", "Inbyggt Esset", False, "", detail, _AGAIN)
    return Part("demo", "Inbyggt Esset", True, "", f"{faults} kända fel i facit")
