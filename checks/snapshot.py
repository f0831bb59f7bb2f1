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
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask, hold
from checks.recording import recording
from checks.scripts import script
from checks.standstill import standstill
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

FETCHED = """(addresses) => Promise.all(addresses.map(async (one) => {
  try { return await (await fetch(one, { cache: "force-cache" })).text(); } catch { return null; }
}))"""
"""Files as the browser has them or, failing that, anew. Which of them DevTools is told of differs from load to load."""

BEGUN = """() => {
  const endless = (one) => one.playState === "running" && one.effect?.getComputedTiming().endTime === Infinity;
  return document.getAnimations().filter(endless).map((one) => {
    const at = one.currentTime;
    one.currentTime = 0;
    return [one, at];
  });
}"""
"""What moves on and on is seen where it began. To pause it would take it from the page's own styles for good."""

GOES_ON = "(begun) => { for (const [one, at] of begun) one.currentTime = at; }"

VOLATILE = frozenset({"nodeId", "parentId", "childIds", "backendDOMNodeId", "backendNodeId", "frameId"})
"""Numbers that a browser gives anew at each load."""


class Unknown(Exception):
    """A file that the page is made of can't be read."""


def snapshot(state: State) -> str | None:
    """The number, in hexadecimal; None where the state can't be seen whole, and must be looked at anew."""
    try:
        with _begun(state):
            return _snapshot(state)
    except (PlaywrightError, Unknown):
        return None


@contextmanager
def _begun(state: State) -> Iterator[None]:
    """What moves on and on is where it began meanwhile, and where it was afterwards, whatever happens."""
    with standstill(state), ExitStack() as stack:
        for document in state.documents:
            held = hold(document.frame, BEGUN)
            stack.callback(held.let_go)
            stack.callback(held.ask, GOES_ON)
        yield


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
        yield [nodes.get(name) for name in ("inputChecked", "optionSelected")]
        # What lies folded has a place or not, as somebody asked for it or not.
        folded, moved = _apart(nodes, said)
        places = {at: node for at, node in enumerate(layout["nodeIndex"]) if node not in folded}
        yield [list(places.values()), [layout["paintOrders"][at] for at in places]]
        for name in ("bounds", "scrollRects", "clientRects", "offsetRects"):
            yield [layout[name][at] for at, node in places.items() if node not in moved]
        yield [(said(layout["styles"][at]), said(layout["text"][at])) for at in places]
        written = [(places.get(at), box) for at, box in zip(boxes["layoutIndex"], boxes["bounds"], strict=True)]
        yield [(node, box) for node, box in written if node is not None and node not in moved]
        # Of what has no place, the browser knows it or not.
        yield sorted(set(nodes.get("isClickable", {}).get("index", ())).intersection(places.values()))


def _apart(nodes: dict[str, Any], said: Callable[[Any], Any]) -> tuple[set[int], set[int]]:
    """Indexes of the nodes in closed `details`, but for their summaries, and of what a `marquee` moves on and on."""
    folded: set[int] = set()
    moved: set[int] = set()
    names, parents = said(nodes["nodeName"]), nodes["parentIndex"]
    for node, parent in enumerate(parents):
        closed = parent >= 0 and names[parent] == "DETAILS" and "open" not in said(nodes["attributes"][parent])[::2]
        if parent in folded or (closed and names[node] != "SUMMARY"):
            folded.add(node)
        if parent in moved or names[node] == "MARQUEE":
            moved.add(node)
    return folded, moved


def _accessibility(devtools: CDPSession) -> Iterator[Any]:
    for tree in _frames(devtools.send("Page.getFrameTree")["frameTree"]):
        for node in devtools.send("Accessibility.getFullAXTree", {"frameId": tree["frame"]["id"]})["nodes"]:
            # Which of those that nobody is told of are in the tree hangs on how it grew.
            if not node.get("ignored"):
                yield _without_numbers(node)


def _without_numbers(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _without_numbers(one) for name, one in told.items() if name not in VOLATILE}
    return [_without_numbers(one) for one in told] if isinstance(told, list) else told


def _told(state: State) -> Iterator[Any]:
    for document in state.documents:
        told = ask(document.frame, f"({script('checks', 'snapshot.js')})({script('checks', 'path.js')})")
        yield [document.path, told["text"]]
        addresses = sorted({*told["need"], *told["named"]})
        for address, content in zip(addresses, ask(document.frame, FETCHED, addresses), strict=True):
            if content is None and address in told["need"]:
                content = _kept(state.devtools, address)
            yield [address, hashlib.sha256((content or "").encode()).hexdigest()]


def _kept(devtools: CDPSession, address: str) -> str:
    """The content of a file that scripts may not read, as DevTools is told it; Unknown where it is not."""
    devtools.send("Page.enable")
    for tree in _frames(devtools.send("Page.getResourceTree")["frameTree"]):
        for one in tree["resources"]:
            if one["url"] == address:
                asked = {"frameId": tree["frame"]["id"], "url": address}
                return "" if one.get("failed") else str(devtools.send("Page.getResourceContent", asked)["content"])
    raise Unknown(address)


def _frames(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A frame and all within it, as DevTools tells of them."""
    yield tree
    for child in tree.get("childFrames", ()):
        yield from _frames(child)
