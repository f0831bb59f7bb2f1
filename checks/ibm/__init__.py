"""IBM's accessibility-checker engine, as a third opinion in the profile `full`.

What fails: what IBM's engine calls a violation, by a rule whose word alone was right in at least 95 % of the measured
cases. What its other rules say asks a question, or supports what another engine sees (`standards.trust`).

For whom: depends on the rule; its kind of fault in `standards` says whom it hits.

How to fix: each finding names its kind of fault and IBM's rule.

Limits: slow on large pages (tens of seconds at some thousand elements): it gets `LIMIT` seconds a state, and where that
is too little the state is told as not tested by it. What it calls potential or a recommendation is not taken in.

Source: accessibility-checker-engine from npm; https://github.com/IBMa/equal-access.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from playwright.sync_api import Error as PlaywrightError

import standards
from checks.model import Element, Finding, Outcome, Text
from checks.node import package_folder
from checks.registry import check
from checks.scripts import script
from checks.state import Document, State
from checks.trust import weighed

LIMIT = 25.0
"""Seconds that IBM's engine gets for a state; the harness ends it then, and tells it as untested."""


@check(
    id="ibm",
    title=Text("IBM:s regler", "IBM's rules"),
    criteria=tuple(sorted({one for rule in standards.rules("ibm") for one in rule.criteria})),
    looks_at=Text("Sidan och alla dess ramar, med shadow DOM.", "The page and all its frames, with shadow DOM."),
    certainty=Text(
        "Varierar: varje regel väger så mycket som dess uppmätta träffsäkerhet.",
        "Varies: each rule weighs as much as its measured precision.",
    ),
    profiles=("full",),
    budget=LIMIT,
)
def look(state: State) -> Iterator[Finding]:
    """IBM's violations, weighed."""
    return map(weighed, told(state))


def told(state: State) -> Iterator[Finding]:
    """The violations as IBM tells them, each `failed`, whatever they are worth."""
    for document in state.documents:
        try:
            document.frame.evaluate(_engine())
            found = document.frame.evaluate(f"({script('checks.ibm', 'engine.js')})({script('checks', 'path.js')})")
        except PlaywrightError:
            if not document.path:
                raise
            continue
        yield from _in_document(state, document, found)


@cache
def version() -> str:
    """Version of the engine that npm brought."""
    package = package_folder("accessibility-checker-engine") / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


@cache
def _engine() -> str:
    source = (package_folder("accessibility-checker-engine") / "ace.js").read_text(encoding="utf-8")
    # Some pages offer `module` or `define`; the engine would hand itself to them instead of the window.
    hidden = "const module = undefined, define = undefined, exports = undefined;"
    return f"if (!window.__essetIbm) {{ {hidden}\n{source}\n;window.__essetIbm = ace; }}"


def _in_document(state: State, document: Document, found: list[dict[str, Any]]) -> Iterator[Finding]:
    found = [one for one in found if standards.switched_off("ibm", one["rule"]) is None]
    hops = [tuple(one["path"] or ("html",)) for one in found]
    unique = list(dict.fromkeys(hops))
    elements = dict(zip(unique, state.describe(document, unique), strict=True))
    for one, path in zip(found, hops, strict=True):
        yield _finding(one["rule"], one["message"], elements[path])


def _finding(id: str, message: str, element: Element | None) -> Finding:
    rule = standards.rule("ibm", id)
    title = standards.kind(rule.kind).title
    return Finding(
        check="ibm",
        rule=rule.id,
        engine="ibm",
        outcome=Outcome.FAILED,
        kind=rule.kind,
        criteria=rule.criteria,
        element=element,
        expected=Text(f"Inte: {title.sv}", f"Not: {title.en}"),
        observed=Text(title.sv, message),
        evidence={"IBM": f"{id}: {message}"},
    )
