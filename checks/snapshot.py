"""What a state holds, as one number: the same number means that every check would find the same there.

It covers what checks can see: the nodes of every frame and shadow tree with the values of fields, computed style and
boxes, the accessibility tree, style rules that are not in use at the moment, the content of scripts, style sheets,
images and fonts, canvases, what has focus, the window, and what the user did since the page was loaded. It can't
cover what lives in a script's own variables or on the server; two runs that come to a state by the same scenario
share those, unless the server has changed behind an unchanged page.

A state with a frame in a process of its own has no number: it is always looked at anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.recording import recording
from checks.scripts import script
from checks.state import State

STYLES = (
    "display", "visibility", "opacity", "position", "overflow", "overflow-x", "overflow-y", "clip", "clip-path",
    "color", "background-color", "background-image", "background-clip", "border-top-color", "border-top-width",
    "border-top-style", "border-bottom-color", "border-left-color", "border-right-color", "box-shadow",
    "outline-color", "outline-width", "outline-style", "font-size", "font-weight", "font-family", "font-style",
    "line-height", "letter-spacing", "word-spacing", "text-align", "text-decoration-line", "text-decoration-color",
    "text-transform", "text-shadow", "text-indent", "white-space", "transform", "animation-name",
    "animation-duration", "transition-duration", "transition-property", "filter", "mix-blend-mode", "cursor",
    "pointer-events", "content", "direction", "writing-mode", "z-index", "order", "flex-direction", "float", "fill",
    "stroke", "caret-color", "user-select", "touch-action", "hyphens",
)  # fmt: skip
"""Computed styles that are compared; whatever else a style does shows in the boxes or in the rules."""

RESOURCES = frozenset({"Script", "Stylesheet", "Image", "Media", "TextTrack", "Other"})
"""Kinds that are read as the browser has them. Fonts are not: whether it tells of one differs from load to load."""

AGAIN = "async (url) => await (await fetch(url, { cache: 'force-cache' })).text()"

VOLATILE = frozenset({"nodeId", "parentId", "childIds", "backendDOMNodeId", "backendNodeId", "frameId"})
"""Numbers that a browser gives anew at each load."""


def snapshot(state: State) -> str | None:
    """The number, in hexadecimal; None where the state can't be seen whole, and must be looked at anew."""
    try:
        return _snapshot(state)
    except PlaywrightError:
        return None


def _snapshot(state: State) -> str | None:
    devtools = state.devtools
    asked = {"computedStyles": list(STYLES), "includePaintOrder": True, "includeDOMRects": True}
    snapshot = devtools.send("DOMSnapshot.captureSnapshot", asked)
    if len(snapshot["documents"]) < len(state.documents):
        return None
    digest = hashlib.sha256()
    told_of = dict.fromkeys(ask(document.frame, "() => location.origin") for document in state.documents)
    origins = [one for one in told_of if one != "null"]  # A document that has none of its own says so.
    kept = recording(state.page)
    parts: list[Any] = [
        *_documents(snapshot),
        *_accessibility(devtools),
        *_resources(state, devtools),
        *_told(state),
        [] if kept is None else [(act.get("kind"), act.get("path")) for act in kept.acts().acts],
    ]
    for part in parts:
        told = json.dumps(part, sort_keys=True, ensure_ascii=False)
        # An embedded Esset, and what it shows in frames, is served at other ports each time.
        for number, origin in enumerate(origins):
            told = told.replace(origin, f"[{number}]")
        digest.update(told.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _documents(snapshot: dict[str, Any]) -> Iterator[Any]:
    """The documents with their strings put in, so that nothing hangs on the order of a table."""
    strings: list[str] = snapshot["strings"]

    def said(at: Any) -> Any:
        if isinstance(at, list):
            return [said(one) for one in at]
        return strings[at] if isinstance(at, int) and 0 <= at < len(strings) else at

    for document in snapshot["documents"]:
        nodes, layout, boxes = document["nodes"], document["layout"], document["textBoxes"]
        yield [nodes["parentIndex"], nodes["nodeType"]]
        yield [said(nodes[name]) for name in ("nodeName", "nodeValue", "attributes")]
        for name in ("textValue", "inputValue", "currentSourceURL", "shadowRootType", "pseudoType"):
            yield [nodes.get(name, {}).get("index"), said(nodes.get(name, {}).get("value"))]
        yield [nodes.get(name) for name in ("inputChecked", "optionSelected", "isClickable")]
        yield [layout["nodeIndex"], layout["bounds"], layout.get("paintOrders"), boxes["layoutIndex"], boxes["bounds"]]
        yield [said(layout["styles"]), said(layout["text"])]
        yield [layout.get(name) for name in ("scrollRects", "clientRects", "offsetRects")]


def _accessibility(devtools: CDPSession) -> Iterator[Any]:
    for frame in _frames(devtools.send("Page.getFrameTree")["frameTree"]):
        for node in devtools.send("Accessibility.getFullAXTree", {"frameId": frame})["nodes"]:
            # Which of those that nobody is told of are in the tree hangs on how it grew.
            if not node.get("ignored"):
                yield _without_numbers(node)


def _without_numbers(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _without_numbers(one) for name, one in told.items() if name not in VOLATILE}
    return [_without_numbers(one) for one in told] if isinstance(told, list) else told


def _read(state: State, devtools: CDPSession, asked: dict[str, str]) -> str:
    """The content of a resource: the browser's own, else from its cache or, failing that, anew."""
    try:
        return str(devtools.send("Page.getResourceContent", asked)["content"])
    except PlaywrightError:
        return str(state.page.evaluate(AGAIN, asked["url"]))


def _resources(state: State, devtools: CDPSession) -> Iterator[Any]:
    """The content of what the page was made from, each as a number of its own, in order of address."""
    devtools.send("Page.enable")
    found = []
    trees = [devtools.send("Page.getResourceTree")["frameTree"]]
    for tree in trees:
        trees += tree.get("childFrames", ())
        for one in tree["resources"]:
            if one["type"] in RESOURCES and not one.get("failed"):
                asked = {"frameId": tree["frame"]["id"], "url": one["url"]}
                told = _read(state, devtools, asked)
                found.append([one["url"], one["type"], hashlib.sha256(told.encode()).hexdigest()])
    yield sorted(found)


def _told(state: State) -> Iterator[Any]:
    for document in state.documents:
        told = ask(document.frame, f"({script('checks', 'snapshot.js')})({script('checks', 'path.js')})")
        yield [document.path, told["text"]]
        for address in sorted(set(told["fonts"])):
            yield [address, hashlib.sha256(ask(document.frame, AGAIN, address).encode()).hexdigest()]


def _frames(tree: dict[str, Any]) -> Iterator[str]:
    yield tree["frame"]["id"]
    for child in tree.get("childFrames", ()):
        yield from _frames(child)
