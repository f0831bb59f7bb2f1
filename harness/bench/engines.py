"""What is measured: the suite's checks, alone and together, and its peers on the very same page.

An engine looks at a state and gives observations: what fails, by criterion and kind, and where.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from playwright.sync_api import Error as PlaywrightError

import standards
from checks import axe
from checks.model import Finding, Outcome
from checks.node import package_folder
from checks.registry import Check
from checks.state import Hops, State, script


@dataclass(frozen=True)
class Seen:
    """One observation: outcome ("failed" or "cantTell"), kind, criteria, and the path of its element, if any."""

    outcome: str
    kind: str
    criteria: tuple[str, ...]
    path: Hops | None
    rule: str


@dataclass(frozen=True)
class Engine:
    """Something that looks at a state."""

    id: str
    look: Callable[[State], Iterable[Seen]]


def of_check(check: Check) -> Engine:
    """One of the suite's checks, as an engine."""

    return Engine(check.id, lambda state: _seen(check.look(state)))


def _seen(findings: Iterable[Finding]) -> Iterable[Seen]:
    for finding in findings:
        if finding.outcome in (Outcome.FAILED, Outcome.CANT_TELL) and not finding.supports:
            path = finding.element.path if finding.element else None
            yield Seen(finding.outcome.value, finding.kind, finding.criteria, path, finding.rule)


def unweighed() -> Sequence[Engine]:
    """Every engine's own word, before it is weighed by the trust that its rules have earned."""
    return (Engine("axe", lambda state: _seen(axe.told(state))), *peers())


def peers() -> Sequence[Engine]:
    """HTML_CodeSniffer's errors and IBM's violations, each alone, as it comes."""
    return (Engine("htmlcs", _htmlcs), Engine("ibm", _ibm))


def _htmlcs(state: State) -> Iterable[Seen]:
    source = _text("@pa11y/html_codesniffer", "build/HTMLCS.js")
    return _each_frame(state, "htmlcs", source, "htmlcs.js")


def _ibm(state: State) -> Iterable[Seen]:
    return _each_frame(state, "ibm", _text("accessibility-checker-engine", "ace.js"), "ibm.js")


def _each_frame(state: State, engine: Literal["htmlcs", "ibm"], source: str, runner: str) -> Iterable[Seen]:
    for document in state.documents:
        try:
            document.frame.evaluate(source)  # As a script, so that what it declares is the window's.
            run = f"({script('harness.bench', runner)})({script('checks', 'path.js')})"
            told: list[dict[str, Any]] = document.frame.evaluate(run)
        except PlaywrightError:
            continue
        for one in told:
            try:
                rule = standards.rule(engine, one["rule"])
            except standards.Unknown:
                continue
            path = document.path + tuple(one["path"]) if one["path"] else None
            yield Seen(one["outcome"], rule.kind, rule.criteria, path, rule.id)


@cache
def _text(package: str, name: str) -> str:
    return (package_folder(package) / name).read_text(encoding="utf-8")


def versions() -> dict[str, str]:
    """Version of each engine from npm."""
    names = {"axe": "axe-core", "htmlcs": "@pa11y/html_codesniffer", "ibm": "accessibility-checker-engine"}
    return {id: str(json.loads(_text(name, "package.json"))["version"]) for id, name in names.items()}
