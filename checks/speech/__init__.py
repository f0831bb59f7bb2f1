"""What a screen reader would say of a state, in Swedish: role, name, state and value along the reading order.

Made from the browser's own accessibility tree, frames included. The words are those that Swedish
screen readers use. It is a transcript of what is there to be said, not of one product's habits: each
reads with its own order of words and its own verbosity, and `aria-current` is not in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from playwright.sync_api import Error as PlaywrightError

from checks.speech.words import STATES, said
from checks.state import State

ID = "speech"

MOST = 1500
"""Phrases of a state; more than anybody would read."""

Node = Mapping[str, Any]


class Phrase(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing said. `stop`: the Tab key stops here."""

    text: str
    stop: bool = False


def transcript(state: State) -> list[Phrase]:
    """The phrases of a state from its top on."""
    phrases: list[Phrase] = []
    for phrase in _document(state, None):
        phrases.append(phrase)
        if len(phrases) >= MOST:
            break
    return phrases


def _document(state: State, frame: str | None) -> Iterator[Phrase]:
    told = state.devtools.send("Accessibility.getFullAXTree", {"frameId": frame} if frame else {})["nodes"]
    nodes = {node["nodeId"]: node for node in told}
    roots = [node for node in told if not node.get("parentId")]
    for root in roots:
        yield from _node(state, root, nodes, "")


def _node(state: State, node: Node, nodes: Mapping[str, Node], around: str) -> Iterator[Phrase]:
    role = _value(node, "role")
    name = " ".join(_value(node, "name").split())
    if node.get("ignored"):
        yield from _children(state, node, nodes, around)
    elif role in ("StaticText", "text"):
        if name and name != around:
            yield Phrase(name)
    elif role == "Iframe":
        yield Phrase(said(role, name, {}, "", ""))
        yield from _frame(state, node)
    else:
        properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        phrase = said(
            role, name, properties, _value(node, "value"), _value(node, "description"), _size(node, nodes, role)
        )
        if phrase:
            yield Phrase(phrase, bool(properties.get("focusable")) and role not in ("RootWebArea", "WebArea"))
        if not _names_itself(role, name):
            yield from _children(state, node, nodes, name)


def _children(state: State, node: Node, nodes: Mapping[str, Node], around: str) -> Iterator[Phrase]:
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _node(state, nodes[child], nodes, around)


def _frame(state: State, node: Node) -> Iterator[Phrase]:
    try:
        described = state.devtools.send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})["node"]
        if frame := described.get("frameId"):
            yield from _document(state, frame)
    except PlaywrightError:
        yield Phrase("(ramen går inte att läsa)")


def _names_itself(role: str, name: str) -> bool:
    """Whether what stands within is already said by the name."""
    return bool(name) and role in STATES.whole


def _size(node: Node, nodes: Mapping[str, Node], role: str) -> tuple[int, int]:
    """Items of a list; rows and columns of a table."""
    if role == "list":
        return sum(_role(one) == "listitem" for one in _within(node, nodes)), 0
    if role in ("table", "grid", "treegrid"):
        rows = [one for one in _deep(node, nodes) if _role(one) == "row"]
        cells = [sum(_role(one) in STATES.cells for one in _within(row, nodes)) for row in rows]
        return len(rows), max(cells, default=0)
    return 0, 0


def _within(node: Node, nodes: Mapping[str, Node]) -> Iterator[Node]:
    """Children, those of ignored ones in their place."""
    for child in node.get("childIds", ()):
        if one := nodes.get(child):
            if one.get("ignored"):
                yield from _within(one, nodes)
            else:
                yield one


def _deep(node: Node, nodes: Mapping[str, Node]) -> Iterator[Node]:
    for child in _within(node, nodes):
        yield child
        if _role(child) not in ("table", "grid", "treegrid", "row"):
            yield from _deep(child, nodes)


def _role(node: Node) -> str:
    return _value(node, "role")


def _value(node: Node, part: str) -> str:
    return str(node.get(part, {}).get("value", ""))
