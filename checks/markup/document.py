"""The markup of a state for those checks that read it: rendered, as it stands in the browser, parsed once and shared.

A check gives `Fault`s, each at a tag of the soup; `findings` turns them into findings with their elements, all of a
document in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.state import Document, Hops, State, script

LIMIT = 40_000
"""Elements of a document that are read."""

NUMBER = "esset-n"
OUT = "esset-out"
MUTE = "esset-mute"


@dataclass(frozen=True)
class Markup:
    """The rendered markup of one document. `whole` is False where it was cut at `LIMIT` elements."""

    document: Document
    soup: BeautifulSoup
    whole: bool


@dataclass(frozen=True)
class Fault:
    """What a check found at a tag. `criteria` empty is good practice; `question` makes it a cantTell."""

    tag: Tag
    rule: str
    kind: str
    criteria: tuple[str, ...]
    expected: Text
    observed: Text
    question: Text | None = None
    evidence: dict[str, str] = field(default_factory=dict)


def rendered(state: State) -> tuple[Markup, ...]:
    """Every document of the state; one that goes away or refuses is left out. Use it by `state.once(rendered)`."""
    found = []
    for document in state.documents:
        try:
            told = ask(document.frame, _outline(), {"limit": LIMIT, "paths": None})
        except PlaywrightError:
            continue
        found.append(Markup(document, BeautifulSoup(told["html"], "html.parser"), told["whole"]))
    return tuple(found)


def findings(state: State, check: str, markup: Markup, faults: Iterable[Fault]) -> Iterator[Finding]:
    """The faults as findings. One whose element has gone meanwhile is left out."""
    kept = list(faults)
    numbers = [[int(str(one.tag[NUMBER])), one.tag.name] for one in kept]
    if not numbers:
        return
    told = ask(markup.document.frame, _outline(), {"limit": LIMIT, "paths": numbers})
    paths: list[Hops | None] = [path and tuple(path) for path in told]
    unique = list(dict.fromkeys(path for path in paths if path))
    elements = dict(zip(unique, state.describe(markup.document, unique), strict=True))
    for fault, path in zip(kept, paths, strict=True):
        if path and elements[path]:
            yield Finding(
                check=check,
                rule=fault.rule,
                engine="markup",
                outcome=Outcome.CANT_TELL if fault.question else Outcome.FAILED,
                kind=fault.kind,
                criteria=fault.criteria,
                element=elements[path],
                expected=fault.expected,
                observed=fault.observed,
                question=fault.question,
                evidence=fault.evidence,
            )


def shown(tag: Tag) -> bool:
    """Whether the element is rendered, and not kept from assistive technology."""
    return not tag.has_attr(OUT) and not tag.has_attr(MUTE)


def value(tag: Tag, name: str) -> str:
    """An attribute's value without surrounding space, empty where there is none."""
    told = tag.get(name)
    return " ".join(told) if isinstance(told, list) else (told or "").strip()


def text_of(tag: Tag) -> str:
    """What the element says by its text and the alternative texts within: what is shown of it, spaces made one."""
    parts: list[str] = []
    for node in tag.descendants:
        if isinstance(node, Tag):
            if node.name in ("img", "area") or (node.name == "input" and value(node, "type") == "image"):
                parts.append(value(node, "alt"))
            elif label := value(node, "aria-label"):
                parts.append(label)
        elif not any(parent.has_attr(OUT) or parent.has_attr(MUTE) for parent in _up_to(node.parent, tag)):
            parts.append(str(node))
    return " ".join(" ".join(parts).split())


def hides_from_parsing(tag: Tag) -> bool:
    """Whether the element's content is left out of the markup, so that nothing may be said of it being empty."""
    return tag.name in {"iframe", "object", "canvas", "noscript", "template", "textarea", "svg"} or "-" in tag.name


def _up_to(tag: Tag | None, top: Tag) -> Iterator[Tag]:
    while tag is not None and tag is not top:
        yield tag
        tag = tag.parent


def _outline() -> str:
    return f"({script('checks.markup', 'outline.js')})({script('checks', 'path.js')})"
