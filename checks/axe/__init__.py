"""axe-core: the rules of Deque's engine, in every frame and shadow root of the state.

What fails: what axe-core calls a violation of a rule that stands for a WCAG 2.x level A or AA
criterion, or of good practice (told as such, with no criterion); a rule that was measured to be
right too seldom asks instead (`standards.trust`).

For whom: depends on the rule; its kind of fault in `standards` says whom it hits.

How to fix: each finding names its kind of fault, and links to the rule's page.

Limits: sees one state standing still, nothing of keyboard, focus or behaviour. Sizes of targets and links told apart
by colour are left to `target-size` and `colour-links` (`standards.switched_off`). What axe leaves
`incomplete` becomes `cantTell` with the reason as the question. A frame that goes away or does not
answer while axe works is left out of its result.

Source: axe-core from npm, held by axe-playwright-python; https://github.com/dequelabs/axe-core.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame

import standards
from checks.asking import ask
from checks.model import Element, Finding, Outcome, Text
from checks.node import package_folder
from checks.registry import check
from checks.scripts import behind_now, script
from checks.state import Document, Hops, State
from checks.trust import weighed
from checks.world import evaluate

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

ENGINE = "window.__essetAxe"

Target = tuple[int, ...]


@check(
    id="axe",
    title=Text("axe-cores regler", "axe-core's rules"),
    criteria=(
        "1.1.1",
        "1.2.2",
        "1.3.1",
        "1.3.4",
        "1.3.5",
        "1.4.2",
        "1.4.3",
        "1.4.4",
        "1.4.12",
        "2.1.1",
        "2.2.1",
        "2.2.2",
        "2.4.1",
        "2.4.2",
        "2.4.4",
        "2.5.3",
        "3.1.1",
        "3.1.2",
        "3.3.2",
        "4.1.2",
    ),
    looks_at=Text("Hela sidan med ramar och shadow DOM.", "The whole page with frames and shadow DOM."),
    certainty=Text("Hög: axe säger bara underkänt där den är säker.", "High: axe fails only what it is sure of."),
)
def look(state: State) -> Iterator[Finding]:
    """axe's violations and incomplete results, weighed."""
    return map(weighed, told(state))


def told(state: State) -> Iterator[Finding]:
    """axe's violations as `failed`, its incomplete results as `cantTell`, whatever they are worth."""
    top, *framed = state.documents
    _prepare(top.frame)
    if framed:
        partials = _partials(top, {document.path: document for document in framed}, None)
        answer = ask(top.frame, f"([partials, options]) => {ENGINE}.finish(partials, options)", [partials, _options()])
    else:
        answer = ask(top.frame, f"(options) => {ENGINE}.whole(options)", _options())
    results = [(outcome, one) for outcome in (Outcome.FAILED, Outcome.CANT_TELL) for one in answer[outcome.value]]
    elements = _elements(state, {tuple(one["target"]) for _, one in results})
    for outcome, one in results:
        yield _finding(outcome, one, elements.get(tuple(one["target"])))


@cache
def version() -> str:
    """Version of the axe-core that npm brought."""
    return str(json.loads((package_folder("axe-core") / "package.json").read_text(encoding="utf-8"))["version"])


@cache
def _axe() -> Axe:
    return Axe.from_file(package_folder("axe-core") / "axe.min.js")


@cache
def _swedish() -> dict[str, Any]:
    return dict(json.loads((package_folder("axe-core") / "locales" / "sv.json").read_text(encoding="utf-8")))


@cache
def _options() -> dict[str, Any]:
    # Passes are not asked for: on a large page they cost four times what the violations do. What isn't told isn't run.
    off = (rule.id for rule in standards.rules("axe") if standards.switched_off("axe", rule.id) is not None)
    return {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {rule: {"enabled": False} for rule in off},
        "resultTypes": ["violations", "incomplete"],
        "xpath": False,
        "preload": True,
    }


def _prepare(frame: Frame) -> None:
    if ask(frame, f"() => !{ENGINE}"):
        evaluate(frame, _axe().axe_script)
        given = f"{script('checks', 'path.js')}, {behind_now()}"
        made = f"({script('checks.axe', 'engine.js')})({given})"
        ask(frame, f"(swedish) => {{ {ENGINE} = {made}(swedish); }}", _swedish())


def _partials(
    document: Document, framed: dict[Hops, Document], context: dict[str, Any] | None
) -> list[dict[str, Any] | None]:
    """axe's partial results of a document and of those within it, in the order that axe puts them together.

    A frame that goes away or refuses scripts gives None, and axe leaves it out.
    """
    try:
        _prepare(document.frame)
        frames = ask(
            document.frame, f"([context, options]) => {ENGINE}.frames(context, options)", [context, _options()]
        )
        partial = ask(
            document.frame, f"([context, options]) => {ENGINE}.partial(context, options)", [context, _options()]
        )
    except PlaywrightError:
        return [None]
    within = [
        _partials(framed[path], framed, one["context"])
        if (path := document.path + tuple(one["path"])) in framed
        else [None]
        for one in frames
    ]
    return [partial, *(one for some in within for one in some)]


def _elements(state: State, targets: set[Target]) -> dict[Target, Element | None]:
    """The elements behind axe's targets: numbers of frames, outermost first, then of the element."""
    documents: dict[Target, Document | None] = {(): state.documents[0]}
    by_path = {document.path: document for document in state.documents}
    for target in sorted(targets, key=len):
        for depth in range(1, len(target)):
            if (chain := target[:depth]) not in documents:
                outer = documents[chain[:-1]]
                documents[chain] = outer and by_path.get(outer.path + _paths(outer, [chain[-1]])[0])
    found: dict[Target, Element | None] = {}
    for chain, document in documents.items():
        here = sorted(target for target in targets if target[:-1] == chain)
        if document and here:
            found.update(
                zip(here, state.describe(document, _paths(document, [target[-1] for target in here])), strict=True)
            )
    return found


def _paths(document: Document, numbers: list[int]) -> list[Hops]:
    return [tuple(hops) for hops in ask(document.frame, f"(numbers) => {ENGINE}.paths(numbers)", numbers)]


def _finding(outcome: Outcome, told: dict[str, Any], element: Element | None) -> Finding:
    rule = standards.rule("axe", told["rule"])
    help_sv = _swedish()["rules"].get(told["rule"], {}).get("help") or standards.kind(rule.kind).title.sv
    observed = Text(
        sv="; ".join(one["sv"] or one["en"] for one in told["messages"]) or help_sv,
        en="; ".join(one["en"] for one in told["messages"]) or told["help"],
    )
    unsure = outcome is Outcome.CANT_TELL
    return Finding(
        check="axe",
        rule=told["rule"],
        engine="axe",
        outcome=outcome,
        kind=rule.kind,
        criteria=rule.criteria,
        element=element,
        expected=Text(help_sv, told["help"]),
        observed=observed,
        question=Text(f"{help_sv}: stämmer det här? {observed.sv}", f"{told['help']}: does it here? {observed.en}")
        if unsure
        else None,
        help_url=told["helpUrl"],
        evidence={"impact": told["impact"]}
        | {f"axe:{one['check']}": one["data"] for one in told["messages"] if one["data"]},
    )
