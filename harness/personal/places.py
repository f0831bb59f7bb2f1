"""Where personal data stand in a page's picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.scripts import script
from harness.personal.capture import Bounds, Document, Run
from masking import Mask, Rectangle
from masking.numbers import BREAK

MOSTLY = 0.6
"""Share of a text from which all of its boxes are covered; below it, its own place in the line is asked for."""

SLACK = 3.0
"""CSS pixels that a measured place may reach out of the boxes of its line."""


def places(
    devtools: CDPSession, documents: list[Document], mask: Mask, personal: set[int], pictures: set[int]
) -> Iterator[Rectangle]:
    """The places of all texts that the mask hides or that stand in `personal` elements, and of all `pictures`.

    A frame whose document could not be seen is covered as a whole, as is a picture.
    """
    hidden: set[int] = set()
    for number, document in enumerate(documents):
        within = document.within(personal, everything=number in hidden)
        hidden |= {frame for node, frame in document.frames.items() if node in within}
        for box in document.unseen:
            yield _rectangle(box, whole=True)
        for node, box in document.boxes.items():
            if document.numbers[node] in pictures:
                yield _rectangle(box, whole=True)
            elif (said := document.shown(node)) and (node in within or mask.spans(said)):
                yield _rectangle(document.inside(node))
        for run, parts in _masked(document.runs, mask):
            if run.node in within:
                continue
            yield from map(_rectangle, _boxes(devtools, document, run, parts))
        for run in document.runs:
            if run.node in within:
                yield from (_rectangle(box) for _, _, box in run.boxes)


def _masked(runs: list[Run], mask: Mask) -> Iterator[tuple[Run, list[tuple[int, int]]]]:
    """The runs that hold something masked, with its starts and ends in them; what goes over several runs is found."""
    together = BREAK.join(run.said for run in runs)
    spans = mask.spans(together)
    at = 0
    for run in runs:
        end = at + len(run.said)
        parts = [(max(start, at) - at, min(stop, end) - at) for start, stop in spans if start < end and stop > at]
        if parts:
            yield run, parts
        at = end + 1


def _boxes(devtools: CDPSession, document: Document, run: Run, parts: list[tuple[int, int]]) -> Iterable[Bounds]:
    for start, end in parts:
        units = _units(run.said[:start]), _units(run.said[:end])
        lines = [box for first, length, box in run.boxes if first < units[1] and first + length > units[0]]
        if end - start >= MOSTLY * len(run.said.strip()):
            yield from lines
        else:
            yield from _exact(devtools, document, run, run.said[start:end], lines) or lines


def _exact(devtools: CDPSession, document: Document, run: Run, said: str, lines: list[Bounds]) -> list[Bounds]:
    """Where a part of a text stands, as the browser measures it; empty where the answer does not fit its lines."""
    try:
        node = devtools.send("DOM.resolveNode", {"backendNodeId": document.numbers[run.node]})["object"]["objectId"]
        asked = {
            "objectId": node,
            "functionDeclaration": script("harness.personal", "range.js"),
            "arguments": [{"value": said}],
            "returnByValue": True,
        }
        told = devtools.send("Runtime.callFunctionOn", asked)["result"].get("value") or []
    except PlaywrightError:
        return []
    found = [(x + document.offset[0], y + document.offset[1], width, height) for x, y, width, height in told]
    fits = all(any(_holds(line, box) for line in lines) for box in found)
    return found if found and fits else []


def _units(text: str) -> int:
    """Length in UTF-16, which is how a browser counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _holds(line: Bounds, box: Bounds) -> bool:
    return (
        line[0] - SLACK <= box[0]
        and box[0] + box[2] <= line[0] + line[2] + SLACK
        and line[1] - SLACK <= box[1]
        and box[1] + box[3] <= line[1] + line[3] + SLACK
    )


def _rectangle(box: Bounds, *, whole: bool = False) -> Rectangle:
    x, y, width, height = (round(one, 1) for one in box)
    return Rectangle(x, y, width, height, whole)
