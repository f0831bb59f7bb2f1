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
from checks.scripts import script
from checks.state import Hops, State
from harness.budget import looked


@dataclass(frozen=True)
class Seen:
    """One observation: outcome ("failed", "cantTell", or "passed" where that was seen), rule, kind and criteria.

    `there` tells whether it is where the case's fault lies; `path` is its element's, None for the page as a whole.
    """

    outcome: str
    rule: str
    kind: str
    criteria: tuple[str, ...]
    there: bool = True
    path: Hops | None = None


@dataclass(frozen=True)
class Region:
    """Where a case's fault lies: the `whole` page, or elements, `within` which it is, or exactly `at` which."""

    within: tuple[Hops, ...] = ()
    at: tuple[Hops, ...] = ()
    whole: bool = True

    def holds(self, path: Hops | None) -> bool:
        """Whether an element (None: the page) is where the fault lies."""
        if self.whole or path is None:
            return self.whole
        return path in self.at or any(
            path[: len(root) - 1] == root[:-1]
            and len(path) >= len(root)
            and (path[len(root) - 1] == root[-1] or path[len(root) - 1].startswith(root[-1] + ">"))
            for root in self.within
        )


@dataclass(frozen=True)
class Engine:
    """Something that looks at a state, knowing where the fault lies; what it could not look at, it tells."""

    id: str
    look: Callable[[State, Region, Callable[[str], None]], Iterable[Seen]]


def of_check(check: Check) -> Engine:
    """One of the suite's checks, as an engine."""

    def look(state: State, region: Region, tell: Callable[[str], None]) -> Iterable[Seen]:
        return _of_findings(looked(check, state), region, tell)

    return Engine(check.id, look)


def _of_findings(findings: Iterable[Finding], region: Region, tell: Callable[[str], None]) -> Iterable[Seen]:
    for one in findings:
        if one.outcome is Outcome.UNTESTED:
            tell(one.observed.sv)
        # What only supports another is no word of its own; what passes the page answers no question about an element.
        elif not one.supports and (one.element or one.outcome in (Outcome.FAILED, Outcome.CANT_TELL)):
            path = one.element.path if one.element else None
            yield _seen(one.outcome.value, one.rule, one.kind, one.criteria, path, region)


PEERS = ("axe-core", "htmlcs", "ibm")
"""Ids of the peers."""


def peers() -> Sequence[Engine]:
    """axe-core, HTML_CodeSniffer's errors and IBM's violations, each alone, as it comes: unweighed by any trust."""
    return (Engine("axe-core", _axe), Engine("htmlcs", _htmlcs), Engine("ibm", _ibm))


def _axe(state: State, region: Region, tell: Callable[[str], None]) -> Iterable[Seen]:
    return _of_findings(axe.told(state), region, tell)


def _htmlcs(state: State, region: Region, tell: Callable[[str], None]) -> Iterable[Seen]:
    source = _text("@pa11y/html_codesniffer", "build/HTMLCS.js")
    return _each_frame(state, region, "htmlcs", source, "htmlcs.js")


def _ibm(state: State, region: Region, tell: Callable[[str], None]) -> Iterable[Seen]:
    return _each_frame(state, region, "ibm", _text("accessibility-checker-engine", "ace.js"), "ibm.js")


def _each_frame(
    state: State, region: Region, engine: Literal["htmlcs", "ibm"], source: str, runner: str
) -> Iterable[Seen]:
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
            yield _seen(one["outcome"], rule.id, rule.kind, rule.criteria, path, region)


def _seen(outcome: str, rule: str, kind: str, criteria: tuple[str, ...], path: Hops | None, region: Region) -> Seen:
    return Seen(outcome, rule, kind, criteria, region.holds(path), path)


@cache
def _text(package: str, name: str) -> str:
    return (package_folder(package) / name).read_text(encoding="utf-8")


def versions() -> dict[str, str]:
    """Version of each engine from npm."""
    names = {"axe": "axe-core", "htmlcs": "@pa11y/html_codesniffer", "ibm": "accessibility-checker-engine"}
    return {id: str(json.loads(_text(name, "package.json"))["version"]) for id, name in names.items()}
