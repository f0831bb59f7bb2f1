"""A state: one stop of a scenario, with the live page and what several checks need to see of it.

Shared observations are made when the first check asks for them and once only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from playwright.sync_api import CDPSession, Frame, Page
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Box, Element
from checks.recording import Served, recording
from checks.screenshot import screenshot
from checks.scripts import script as script
from checks.world import devtools

Hops = tuple[str, ...]

T = TypeVar("T")

TALLEST_PICTURE = 12_000
"""Height in CSS pixels at which a picture of the page is cut; Chromium's own limit is 16 384."""

WIDEST_PICTURE = 5_000
"""Width at which it is cut: one of a hundred thousand pixels ends the whole browser."""


@dataclass(frozen=True)
class Document:
    """One document of the state: the top page's or a frame's.

    `path` leads to the frame element from the top page, empty for the top page itself;
    `offset` is the place of the document's viewport in the top page, in CSS pixels.
    """

    frame: Frame
    path: Hops
    offset: tuple[float, float]


@dataclass(frozen=True)
class Picture:
    """A JPEG of the whole page, `scale` pixels a CSS pixel."""

    jpeg: bytes
    scale: float


@dataclass(frozen=True)
class Fetched:
    """A file that came down on the way to the state."""

    name: str
    url: str
    content: bytes


class State:
    """What one stop is. `page` is live: a check must leave it as it found it.

    What was made for the state is closed when it is left: use it as a context manager. DevTools sessions in
    `interruptible` are those whose pages are interrupted when a check outruns its budget. In `notes` a check that
    looks across states leaves, under its id, what it must remember of this one: plain data, and small. What is in
    `downloads` came down since the state before.
    """

    def __init__(self, page: Page, scenario: str, name: str, number: int) -> None:
        self.page = page
        self.scenario = scenario
        self.name = name
        self.number = number
        self.at_end = ExitStack()
        self.interruptible: list[CDPSession] = []
        self.notes: dict[str, Any] = {}
        self.downloads: tuple[Fetched, ...] = ()
        self._made: dict[Callable[[State], Any], Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self.at_end.close()
        except PlaywrightError:
            return  # The browser went away first.

    def once(self, make: Callable[[State], T]) -> T:
        """What `make` sees of the state, made when the first check asks for it and shared by all."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @property
    def served(self) -> Served | None:
        """The response that the page's own document was made from; None where it is not known."""
        kept = recording(self.page)
        return kept.served if kept else None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The top page's document first, then every frame's, parents before their children.

        A frame that goes away while it is looked at is left out.
        """
        x, y = self.page.evaluate("[window.scrollX, window.scrollY]") if len(self.page.frames) > 1 else (0, 0)
        found = [Document(self.page.main_frame, (), (0.0, 0.0))]
        for document in found:
            for frame in document.frame.child_frames:
                try:
                    element = frame.frame_element()
                    hops = tuple(element.evaluate(script("checks", "path.js")))
                    box = element.bounding_box() or {"x": 0.0, "y": 0.0}
                    # The document begins within the frame's border and padding.
                    left, top = element.evaluate(script("checks", "inset.js"))
                except PlaywrightError:
                    continue
                found.append(Document(frame, document.path + hops, (box["x"] + left + x, box["y"] + top + y)))
        return tuple(found)

    def describe(self, document: Document, hops: Sequence[Sequence[str]]) -> list[Element | None]:
        """The elements that `hops` lead to within a document, None for each that is gone."""
        if not hops:
            return []
        x, y = document.offset
        told = ask(
            document.frame,
            f"({script('checks', 'describe.js')})({script('checks', 'paths.js')})",
            {"paths": [list(one) for one in hops], "offset": {"x": x, "y": y}, "top": not document.path},
        )
        return [one and _element(one, document) for one in told]

    @cached_property
    def devtools(self) -> CDPSession:
        """A DevTools session on the page, for what Playwright has no call for."""
        return devtools(self.page)

    @cached_property
    def picture(self) -> Picture:
        """The whole page as it is painted, as far as `WIDEST_PICTURE` and `TALLEST_PICTURE`."""
        size = self.devtools.send("Page.getLayoutMetrics")["cssContentSize"]
        width, height = min(size["width"], WIDEST_PICTURE), min(size["height"], TALLEST_PICTURE)
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        jpeg = screenshot(self.devtools, "jpeg", quality=70, captureBeyondViewport=True, clip=clip)
        return Picture(jpeg, float(self.page.evaluate("window.devicePixelRatio")))


def _element(told: dict[str, Any], document: Document) -> Element:
    box = told["box"]
    return Element(
        path=document.path + tuple(told["path"]),
        selector=told["selector"],
        html=told["html"],
        role=told["role"],
        name=told["name"],
        box=box and Box(box["x"], box["y"], box["width"], box["height"]),
        signature=tuple(told["signature"]),
    )
