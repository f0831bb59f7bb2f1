"""What lies beneath something else: under a header that stays, under a dialog. Its picture is not its own."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Error as PlaywrightError

from checks.asking import Held, ask
from checks.contrast.pixels import Rect
from checks.scripts import behind_now, script
from checks.state import Document

Asked = tuple[int, Sequence[tuple[float, float]]]
"""Number of an element, and points on it in CSS pixels of the top page."""


def points(rects: Sequence[Rect]) -> list[tuple[float, float]]:
    """Points to ask about, over the first rectangles: both ends and the middle of each, halfway down."""
    return [
        (x + max(1.0, min(width - 1, width * at)), y + height / 2)
        for x, y, width, height in rects[:4]
        for at in (0.02, 0.5, 0.98)
    ]


def covered(top: Document, document: Document, held: Held, asked: Sequence[Asked]) -> list[float]:
    """How much (0-1) of each element's points lies beneath what is painted over it; `held` is what collected them.

    A frame is covered where the top page shows something else than a frame.
    """
    if not asked:
        return []
    x, y = document.offset
    try:
        moved = [(number, [(left - x, upper - y) for left, upper in some]) for number, some in asked]
        own = held.ask(script("checks.contrast", "covered.js"), {"asked": moved, "top": not document.path})
        if not document.path:
            return list(own)
        above = ask(top.frame, script("checks.contrast", "framed.js"), [list(some) for _, some in asked])
    except PlaywrightError:
        return [0.0] * len(asked)
    return [max(one, other) for one, other in zip(own, above, strict=True)]


def behind(document: Document) -> bool:
    """Whether a frame lies behind an open modal dialog."""
    if not document.path:
        return False
    try:
        return bool(document.frame.frame_element().evaluate(f"(frame) => ({behind_now()})()(frame)"))
    except PlaywrightError:
        return True  # It is gone.
