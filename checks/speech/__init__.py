"""What a screen reader would say of a state, in Swedish: role, name, state and value along the reading order.

Made from the browser's own accessibility tree, frames included, and from what stands in the markup only: what is
current, how a column is sorted, another language. The words are those that Swedish screen readers use. It is a
transcript of what is there to be said, not of one product's habits: each reads with its own order of words and its own
verbosity.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from playwright.sync_api import Error as PlaywrightError

from checks.speech.words import STATES, language, primary, said
from checks.state import State

ID = "speech"

MOST = 1500
"""Phrases of a state; more than anybody would read."""

Node = Mapping[str, Any]


class Phrase(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing said. `stop`: the Tab key stops here."""

    text: str
    stop: bool = False


@dataclass
class Reading:
    """A state that is being read: attributes by the browser's number of the element, and what was met on the way.

    `language` is what is read now; `groups` are those of radios in which Tab has stopped, or will at the chosen one.
    """

    state: State
    attributes: Mapping[int, Mapping[str, str]]
    language: str
    groups: set[str] = field(default_factory=set)

    def of(self, node: Node) -> Mapping[str, str]:
        """The attributes of what a node was made from."""
        return self.attributes.get(node.get("backendDOMNodeId", 0), {})


def transcript(state: State) -> list[Phrase]:
    """The phrases of a state from its top on."""
    phrases: list[Phrase] = []
    root = state.devtools.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
    attributes = dict(_attributes(root))
    spoken = next((primary(own["lang"]) for own in attributes.values() if "lang" in own), "")
    for phrase in _document(Reading(state, attributes, spoken), None):
        phrases.append(phrase)
        if len(phrases) >= MOST:
            break
    return phrases


def _attributes(node: Node) -> Iterator[tuple[int, Mapping[str, str]]]:
    left = [node]
    while left:
        one = left.pop()
        if flat := one.get("attributes"):
            yield one["backendNodeId"], dict(zip(flat[::2], flat[1::2], strict=True))
        left += [*one.get("shadowRoots", ()), *one.get("children", ())][::-1]
        left += [one["contentDocument"]] if "contentDocument" in one else []


def _document(reading: Reading, frame: str | None) -> Iterator[Phrase]:
    told = reading.state.devtools.send("Accessibility.getFullAXTree", {"frameId": frame} if frame else {})["nodes"]
    nodes = {node["nodeId"]: node for node in told}
    roots = [node for node in told if not node.get("parentId")]
    reading.groups |= {reading.of(one).get("name", "") for one in told if _is_chosen(one)}
    for root in roots:
        yield from _node(reading, root, nodes, "")


def _node(reading: Reading, node: Node, nodes: Mapping[str, Node], around: str) -> Iterator[Phrase]:
    role = _value(node, "role")
    name = " ".join(_value(node, "name").split())
    own = reading.of(node)
    around_it = reading.language
    if (spoken := primary(own.get("lang", ""))) and spoken != around_it:
        reading.language = spoken
        yield Phrase(language(spoken))
    yield from _said(reading, node, nodes, around, role, name)
    reading.language = around_it


def _said(
    reading: Reading, node: Node, nodes: Mapping[str, Node], around: str, role: str, name: str
) -> Iterator[Phrase]:
    own = reading.of(node)
    if node.get("ignored"):
        yield from _children(reading, node, nodes, around)
    elif role in STATES.live and not name and not any(_within(node, nodes)):
        return  # Where nothing stands there is nothing to come to.
    elif role in ("StaticText", "text"):
        if name and name != around:
            yield Phrase(name)
    elif role == "Iframe":
        yield Phrase(said(role, name, {}, "", ""))
        yield from _frame(reading, node)
    else:
        properties = _properties(node)
        properties |= {mark: own[f"aria-{mark}"] for mark in ("current", "sort") if f"aria-{mark}" in own}
        phrase = said(
            role, name, properties, _value(node, "value"), _value(node, "description"), _size(node, nodes, role)
        )
        if phrase:
            yield Phrase(phrase, bool(properties.get("focusable")) and _is_stop(reading, role, own, properties))
        if not _names_itself(role, name) or any(map(_focusable, _all_within(node, nodes))):
            yield from _children(reading, node, nodes, name)


def _is_stop(reading: Reading, role: str, own: Mapping[str, str], properties: Mapping[str, Any]) -> bool:
    """Whether Tab stops at what can have focus: not where script alone puts it, and once for a group of radios."""
    if role in ("RootWebArea", "WebArea") or own.get("tabindex", "").strip().startswith("-"):
        return False
    group = own.get("name", "")
    if role != "radio" or not group:
        return True
    first = group not in reading.groups
    reading.groups.add(group)
    return first or _is_checked(properties)


def _is_chosen(node: Node) -> bool:
    return _role(node) == "radio" and _is_checked(_properties(node))


def _is_checked(properties: Mapping[str, Any]) -> bool:
    return str(properties.get("checked")).lower() == "true"


def _children(reading: Reading, node: Node, nodes: Mapping[str, Node], around: str) -> Iterator[Phrase]:
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _node(reading, nodes[child], nodes, around)


def _frame(reading: Reading, node: Node) -> Iterator[Phrase]:
    try:
        described = reading.state.devtools.send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})["node"]
        if frame := described.get("frameId"):
            yield from _document(reading, frame)
    except PlaywrightError:
        yield Phrase("(ramen går inte att läsa)")


def _names_itself(role: str, name: str) -> bool:
    """Whether what stands within is already said by the name."""
    return bool(name) and role in STATES.whole


def _focusable(node: Node) -> bool:
    return bool(_properties(node).get("focusable"))


def _all_within(node: Node, nodes: Mapping[str, Node]) -> Iterator[Node]:
    for child in _within(node, nodes):
        yield child
        yield from _all_within(child, nodes)


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


def _properties(node: Node) -> dict[str, Any]:
    return {one["name"]: one["value"].get("value") for one in node.get("properties", ())}


def _role(node: Node) -> str:
    return _value(node, "role")


def _value(node: Node, part: str) -> str:
    return str(node.get(part, {}).get("value", ""))
