"""What a script sees in every document of a state, and the elements behind what it saw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Element, Finding
from checks.scripts import script
from checks.state import Document, Hops, State
from checks.world import place


@dataclass(frozen=True)
class Sight:
    """Something that a script saw: where, and what it told of it."""

    document: Document
    path: Hops
    told: dict[str, Any]


def gather(state: State, package: str, name: str, argument: Any = None, *, top: bool = False) -> list[Sight]:
    """What a `.js` file sees, document by document; a document that goes away meanwhile is left out.

    The file holds a function of `see` (`checks/see.js`) and `argument` that gives objects, each with `element`
    beside what is told of it. The element becomes a path before it leaves the page. With `top` only the page's own
    document is asked.
    """
    state.once(_names_kept)
    seen: list[Sight] = []
    for document in state.documents[:1] if top else state.documents:
        try:
            told = ask(
                document.frame,
                f"(argument) => {{ const see = ({script('checks', 'see.js')})"
                f"({script('checks', 'path.js')}, {script('checks', 'modal.js')}, {script('checks', 'stands.js')});"
                f" return see.told(({script(package, name)})(see, argument)); }}",
                argument,
            )
        except PlaywrightError:
            if document.frame.is_detached():
                continue
            raise
        seen += [Sight(document, tuple(one.pop("path")), one) for one in told]
    return seen


def _names_kept(state: State) -> None:
    """Let the browser keep its accessibility tree while the state is looked at.

    Else it makes the whole tree anew for each name and each role that is asked for: on a page of 3 500 elements 20 ms.
    """
    told: set[CDPSession] = set()
    for document in state.documents:
        try:
            session, identifier = place(document.frame)
            if session not in told:
                session.send("Accessibility.enable")
                told.add(session)
                state.at_end.callback(_let_go, session)
            session.send("Accessibility.getRootAXNode", {"frameId": identifier})
        except PlaywrightError:
            continue  # A frame that went away, or has nothing to tell.


def _let_go(session: CDPSession) -> None:
    with suppress(PlaywrightError):  # The page may have gone first.
        session.send("Accessibility.disable")


def elements(state: State, sights: Iterable[Sight]) -> list[Element | None]:
    """The elements of some sights, in their order; None for each that is gone."""
    sights = list(sights)
    found: dict[tuple[Hops, Hops], Element | None] = {}
    for document in {one.document.path: one.document for one in sights}.values():
        here = list(dict.fromkeys(one.path for one in sights if one.document.path == document.path))
        found |= {
            (document.path, path): element for path, element in zip(here, state.describe(document, here), strict=True)
        }
    return [found[one.document.path, one.path] for one in sights]


Told = tuple[Sight, Callable[[Element | None], Finding]]
"""Something seen, and the finding that it makes once its element is described."""


def tell(state: State, told: Iterable[Told]) -> Iterator[Finding]:
    """The findings about some sights; their elements are described together."""
    told = list(told)
    for (_, make), element in zip(told, elements(state, [sight for sight, _ in told]), strict=True):
        yield make(element)
