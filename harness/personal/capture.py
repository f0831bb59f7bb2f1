"""A page as the browser has it: nodes, their texts and values, and the boxes of every piece of text that is shown.

Made by `DOMSnapshot.captureSnapshot`, which sees open and closed shadow trees, the browser's own (the text in a field)
and frames in the page's process. A frame in a process of its own is not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playwright.sync_api import CDPSession

from masking.numbers import BREAK

STYLES = ("visibility", "border-left-width", "border-top-width", "padding-left", "padding-top")

ELEMENT, TEXT, COMMENT, DOCUMENT, SHADOW = 1, 3, 8, 9, 11

Bounds = tuple[float, float, float, float]
"""Left, top, width and height in CSS pixels."""


@dataclass(frozen=True)
class Run:
    """A piece of text that is laid out: its node, what it says, and the boxes of its lines in the top page.

    Each box has its start and length in the text, in UTF-16 units.
    """

    node: int
    said: str
    boxes: tuple[tuple[int, int, Bounds], ...]


class Document:
    """One document. Nodes are told by their place in it; `offset` is where its own nought lies in the top page."""

    def __init__(self, told: dict[str, Any], strings: list[str], offset: tuple[float, float]) -> None:
        self._told = told
        self._strings = strings
        self.offset = offset
        nodes = told["nodes"]
        self.parents: list[int] = nodes["parentIndex"]
        self.types: list[int] = nodes["nodeType"]
        self.numbers: list[int] = nodes["backendNodeId"]
        self.frames: dict[int, int] = _rare(nodes.get("contentDocumentIndex"))

    @cached_property
    def roots(self) -> list[int]:
        """The browser's numbers of the document and of its shadow roots."""
        inner = {node: self._said(kind) for node, kind in _rare(self._told["nodes"].get("shadowRootType")).items()}
        return [
            self.numbers[node]
            for node, kind in enumerate(self.types)
            if kind == DOCUMENT or (kind == SHADOW and inner.get(node) != "user-agent")
        ]

    @cached_property
    def values(self) -> list[list[str]]:
        """What each node says: a text, a comment, a field's value."""
        nodes = self._told["nodes"]
        said = [
            [self._said(value)] if kind in (TEXT, COMMENT) else []
            for kind, value in zip(self.types, nodes["nodeValue"], strict=True)
        ]
        for field in ("inputValue", "textValue"):
            for node, value in _rare(nodes.get(field)).items():
                said[node].append(self._said(value))
        return said

    def name(self, node: int) -> str:
        """The node's name, in capitals for elements of HTML."""
        return self._said(self._told["nodes"]["nodeName"][node])

    def attributes(self, node: int) -> Iterator[tuple[str, str]]:
        """Names and values."""
        told = self._told["nodes"]["attributes"][node] if self.types[node] == ELEMENT else []
        for at in range(0, len(told) - 1, 2):
            yield self._said(told[at]), self._said(told[at + 1])

    def within(self, marked: set[int], *, everything: bool = False) -> set[int]:
        """Nodes that are, or lie in, one whose number is marked."""
        inside: set[int] = set()
        for node, parent in enumerate(self.parents):
            if everything or self.numbers[node] in marked or parent in inside:
                inside.add(node)
        return inside

    def shown(self, node: int) -> str:
        """What a field or a picture shows, which the browser lays out in a tree of its own; empty for all else."""
        name = self.name(node)
        if name not in DRAWN:
            return ""
        said = [value for key, value in self.attributes(node) if key in ("value", "placeholder", "alt")]
        said += self.values[node]
        if name == "SELECT":
            said += [text for inner in sorted(self.within({self.numbers[node]})) for text in self.values[inner]]
        return BREAK.join(said)

    def inside(self, node: int) -> Bounds:
        """A node's box without its borders and padding, which are taken to be as wide at the right and the bottom."""
        x, y, width, height = self.boxes[node]
        left, top = self._edges(node)
        return x + left, y + top, max(0.0, width - 2 * left), max(0.0, height - 2 * top)

    @property
    def unseen(self) -> list[Bounds]:
        """Boxes of frames whose documents are not among those that were captured."""
        framed = [node for node, name in enumerate(self._told["nodes"]["nodeName"]) if self._said(name) in FRAMES]
        return [self.boxes[node] for node in framed if node not in self.frames and node in self.boxes]

    @cached_property
    def boxes(self) -> dict[int, Bounds]:
        """The box of each node that has one, in the top page."""
        layout = self._told["layout"]
        return {node: self._moved(box) for node, box in zip(layout["nodeIndex"], layout["bounds"], strict=True)}

    @cached_property
    def runs(self) -> list[Run]:
        """Every piece of text that is laid out and visible, in order."""
        layout, lines = self._told["layout"], self._told["textBoxes"]
        boxes: dict[int, list[tuple[int, int, Bounds]]] = defaultdict(list)
        for at, bounds, start, length in zip(
            lines["layoutIndex"], lines["bounds"], lines["start"], lines["length"], strict=True
        ):
            boxes[at].append((start, length, self._moved(bounds)))
        found = []
        for at, (node, text) in enumerate(zip(layout["nodeIndex"], layout["text"], strict=True)):
            if text >= 0 and at in boxes and self._style(at, 0) != "hidden":
                found.append(Run(node, self._said(text), tuple(boxes[at])))
        return found

    def inner_offset(self, owner: int, scrolled: tuple[float, float]) -> tuple[float, float]:
        """Where the document of the frame at `owner` has its nought in the top page."""
        x, y, _, _ = self.boxes.get(owner, (0.0, 0.0, 0.0, 0.0))
        left, top = self._edges(owner)
        return x + left - scrolled[0], y + top - scrolled[1]

    def _edges(self, node: int) -> tuple[float, float]:
        """Width of a node's border and padding, at its left and its top."""
        at = self._layout.get(node)
        if at is None:
            return 0.0, 0.0
        widths = [float(self._style(at, which).removesuffix("px") or 0) for which in (1, 2, 3, 4)]
        return widths[0] + widths[2], widths[1] + widths[3]

    @cached_property
    def _layout(self) -> dict[int, int]:
        return {node: at for at, node in enumerate(self._told["layout"]["nodeIndex"])}

    def _style(self, at: int, which: int) -> str:
        styles = self._told["layout"]["styles"][at]
        return self._said(styles[which]) if which < len(styles) else ""

    def _moved(self, box: list[float]) -> Bounds:
        return box[0] + self.offset[0], box[1] + self.offset[1], box[2], box[3]

    def _said(self, at: int) -> str:
        return self._strings[at] if 0 <= at < len(self._strings) else ""


FRAMES = frozenset({"IFRAME", "FRAME"})
DRAWN = frozenset({"INPUT", "TEXTAREA", "SELECT", "IMG"})


def capture(devtools: CDPSession) -> list[Document]:
    """The documents of a page that live in its process; the top page's first, parents before their frames."""
    told = devtools.send("DOMSnapshot.captureSnapshot", {"computedStyles": list(STYLES)})
    strings: list[str] = told["strings"]
    owners: dict[int, tuple[int, int]] = {}
    for number, document in enumerate(told["documents"]):
        for node, frame in _rare(document["nodes"].get("contentDocumentIndex")).items():
            owners[frame] = (number, node)
    made: dict[int, Document] = {}

    def made_of(number: int) -> Document:
        if number not in made:
            document, offset = told["documents"][number], (0.0, 0.0)
            if number in owners:
                parent, node = owners[number]
                scrolled = (document.get("scrollOffsetX") or 0.0, document.get("scrollOffsetY") or 0.0)
                offset = made_of(parent).inner_offset(node, scrolled)
            made[number] = Document(document, strings, offset)
        return made[number]

    return [made_of(number) for number in range(len(told["documents"]))]


def _rare(told: dict[str, list[int]] | None) -> dict[int, int]:
    return dict(zip(told["index"], told["value"], strict=True)) if told else {}
