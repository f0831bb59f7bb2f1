"""pa11y: the errors of HTML_CodeSniffer, run by pa11y on the very state that the scenario has reached.

What fails: what HTML_CodeSniffer calls an error, by a rule whose word alone was right in at least 95 % of the
measured cases. What its other rules say supports what another engine sees, or asks a question (`standards.trust`).

For whom: depends on the rule; its kind of fault in `standards` says whom it hits.

How to fix: each finding names its kind of fault and the technique that HTML_CodeSniffer goes by.

Limits: every frame is looked at, but HTML_CodeSniffer can't see into shadow roots: where the state has any, that
is told as untested. Its warnings and notices are not taken in; what they ask is asked better elsewhere.

Source: pa11y and @pa11y/html_codesniffer from npm; https://pa11y.org, https://squizlabs.github.io/HTML_CodeSniffer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

import standards
from checks.endpoint import endpoint, target_id
from checks.model import Element, Finding, Outcome, Text
from checks.pa11y.process import PA11Y, Unavailable
from checks.registry import check
from checks.state import Document, State
from checks.trust import weighed

LIMIT = 30.0
"""Seconds that all frames of a state get."""

SHADOWS = "() => { let n = 0; for (const one of document.querySelectorAll('*')) n += !!one.shadowRoot; return n; }"

_TECHNIQUE = re.compile(r"^(ARIA|C|F|G|H|SCR|T)\d+$")


@check(
    id="pa11y",
    title=Text("pa11y:s regler (HTML_CodeSniffer)", "pa11y's rules (HTML_CodeSniffer)"),
    criteria=tuple(sorted({one for rule in standards.rules("htmlcs") for one in rule.criteria})),
    looks_at=Text("Sidan och alla dess ramar, men inte shadow DOM.", "The page and all its frames, but no shadow DOM."),
    certainty=Text(
        "Varierar: varje regel väger så mycket som dess uppmätta träffsäkerhet.",
        "Varies: each rule weighs as much as its measured precision.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """HTML_CodeSniffer's errors, weighed."""
    return map(weighed, told(state))


def told(state: State) -> Iterator[Finding]:
    """The errors as pa11y tells them, each `failed`, whatever they are worth; what it could not see as `untested`."""
    address = endpoint(state)
    if address is None:
        yield _untested("webbläsaren kan inte nås utifrån", "the browser can't be reached from outside")
        return
    asked = {"endpoint": address, "target": target_id(state), "milliseconds": round(LIMIT * 1000)}
    try:
        answer = PA11Y.call("look", asked, LIMIT)
    except Unavailable as error:
        yield _untested(str(error), str(error))
        return
    documents = {document.path: document for document in state.documents}
    looked_at = {tuple(one["path"]): one for one in answer["documents"]}
    for path, document in documents.items():
        one = looked_at.get(path)
        if one is None or "untested" in one:
            why = one["untested"] if one else "ramen nåddes inte"
            yield _untested(f"{' '.join(path) or 'sidan'}: {why}", f"{' '.join(path) or 'the page'}: {why}")
        else:
            yield from _in_document(state, document, one["errors"])
    if shadows := sum(_shadows(document) for document in documents.values()):
        yield _untested(
            f"{shadows} skuggträd, som HTML_CodeSniffer inte ser in i",
            f"{shadows} shadow trees, which HTML_CodeSniffer can't see into",
        )


def _in_document(state: State, document: Document, errors: list[dict[str, Any]]) -> Iterator[Finding]:
    # What is said of the document as a whole is said of its root, as by the other engines.
    errors = [one for one in errors if standards.switched_off("htmlcs", one["code"]) is None]
    hops = [tuple(one["path"] or ("html",)) for one in errors]
    unique = list(dict.fromkeys(hops))
    elements = dict(zip(unique, state.describe(document, unique), strict=True))
    for one, path in zip(errors, hops, strict=True):
        yield _finding(one["code"], one["message"], elements[path])


def _finding(code: str, message: str, element: Element | None) -> Finding:
    rule = standards.rule("htmlcs", code)
    title = standards.kind(rule.kind).title
    techniques = [part for step in code.split(".") for part in step.split(",") if _TECHNIQUE.match(part)]
    sv, en = (f"Teknik {techniques[0]} följs", f"Technique {techniques[0]} is followed") if techniques else ("", "")
    return Finding(
        check="pa11y",
        rule=rule.id,
        engine="htmlcs",
        outcome=Outcome.FAILED,
        kind=rule.kind,
        criteria=rule.criteria,
        element=element,
        expected=Text(sv or f"Inte: {title.sv}", en or f"Not: {title.en}"),
        observed=Text(title.sv, message),
        help_url=f"https://www.w3.org/WAI/WCAG22/Techniques/{_folder(techniques[0])}/{techniques[0]}"
        if techniques
        else "",
        evidence={"HTML_CodeSniffer": f"{code}: {message}"},
    )


def _folder(technique: str) -> str:
    """Where W3C's site has a technique, by the letters that its name begins with."""
    kinds = {"ARIA": "aria", "C": "css", "F": "failures", "G": "general", "H": "html", "SCR": "client-side-script"}
    return kinds.get(re.sub(r"\d", "", technique), "text")


def _shadows(document: Document) -> int:
    try:
        return int(document.frame.evaluate(SHADOWS))
    except PlaywrightError:
        return 0


def _untested(sv: str, en: str) -> Finding:
    return Finding(
        check="pa11y",
        rule="pa11y",
        engine="htmlcs",
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=(),
        element=None,
        expected=Text("pa11y ser hela tillståndet", "pa11y sees the whole state"),
        observed=Text(f"Inte prövat av pa11y: {sv}", f"Not tested by pa11y: {en}"),
    )
