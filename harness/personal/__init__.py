"""What of a live page is personal: which texts to mask from now on, and where they stand in its picture.

A page tells by selectors which elements hold personal data (`[personal]` in the configuration). Their texts, values
and telling attributes are learned, and masked from then on wherever they stand. Closed shadow roots and frames are
seen like everything else: it is the browser that is asked (DevTools protocol), not the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import CDPSession, Page
from playwright.sync_api import Error as PlaywrightError

from checks.screenshot import screenshot
from checks.state import TALLEST_PICTURE, WIDEST_PICTURE, Picture, State
from harness.config import Personal
from harness.personal.capture import Document, capture
from harness.personal.places import places
from masking import Mask, Rectangle, cover

TRIES = 3
"""How many pictures are taken of a page that moves under them; then none is kept."""

TELLING = frozenset({
    "title", "alt", "value", "placeholder", "content", "label", "summary", "srcdoc",
    "aria-label", "aria-description", "aria-valuetext",
})  # fmt: skip
"""Attributes whose words are learned, besides `data-…`."""


class Watch:
    """Sees personal data in pages, for a mask to hide."""

    def __init__(self, mask: Mask, personal: Personal) -> None:
        self.mask = mask
        self._selector = ", ".join(personal.selectors)
        self._pictures = ", ".join(personal.pictures)

    def learn(self, page: Page, devtools: CDPSession) -> None:
        """Learn what the page shows as personal; does nothing where the page is gone or the mask is off."""
        if not self.mask.on or not self._selector:
            return
        try:
            documents = capture(devtools)
            self._learn(documents, _matched(devtools, documents, self._selector))
            if any(document.unseen for document in documents):
                for frame in page.frames[1:]:
                    self._learn_apart(page, frame)
        except PlaywrightError:
            return

    def picture(self, state: State) -> Picture | None:
        """The state's picture with its personal data painted over; None where it would not hold still for it.

        The places are measured before and after the picture is taken, and must be the same.
        """
        if not self.mask.on:
            return state.picture
        devtools = state.devtools
        scale = float(state.page.evaluate("window.devicePixelRatio"))
        with _whole_page(state.page, devtools) as size:
            for _ in range(TRIES):
                before = self._places(devtools)
                taken = _taken(devtools, size, "png" if before else "jpeg")
                if self._places(devtools) == before:
                    return Picture(cover(taken, before, scale) if before else taken, scale)
        return None

    def _places(self, devtools: CDPSession) -> list[Rectangle]:
        documents = capture(devtools)
        personal = _matched(devtools, documents, self._selector) if self._selector else set()
        self._learn(documents, personal)
        pictures = _matched(devtools, documents, self._pictures) if self._pictures else set()
        return sorted(set(places(devtools, documents, self.mask, personal, pictures)))

    def _learn(self, documents: list[Document], personal: set[int]) -> None:
        for document, within in _within(documents, personal):
            for node in within:
                for text in document.values[node]:
                    self.mask.learn(text)
                for name, value in document.attributes(node):
                    if name in TELLING or (name.startswith("data-") and _tells(value)):
                        self.mask.learn(value)

    def _learn_apart(self, page: Page, frame: object) -> None:
        """Learn from a frame in a process of its own; every other frame has been seen with its page."""
        try:
            devtools = page.context.new_cdp_session(frame)  # type: ignore[arg-type]
        except PlaywrightError:
            return
        documents = capture(devtools)
        self._learn(documents, _matched(devtools, documents, self._selector))
        devtools.detach()


def _tells(value: str) -> bool:
    """Whether an attribute of a page's own holds words, and not a state such as "open"."""
    return " " in value.strip() or any(sign.isupper() or sign.isdigit() for sign in value[:1])


def _within(documents: list[Document], marked: set[int]) -> Iterator[tuple[Document, list[int]]]:
    """The nodes of each document that are in a marked element; those of a frame that is in one are all of them."""
    frames: set[int] = set()
    for number, document in enumerate(documents):
        within = document.within(marked, everything=number in frames)
        frames |= {frame for node, frame in document.frames.items() if node in within}
        yield document, sorted(within)


def _matched(devtools: CDPSession, documents: list[Document], selector: str) -> set[int]:
    """The browser's numbers of all elements that match, in every document and shadow root, closed ones too."""
    devtools.send("DOM.getDocument", {"depth": 0})
    roots = [root for document in documents for root in document.roots]
    asked = devtools.send("DOM.pushNodesByBackendIdsToFrontend", {"backendNodeIds": roots})["nodeIds"]
    matched: set[int] = set()
    for root in filter(None, asked):  # Nought for one that has gone away.
        for node in devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]:
            matched.add(devtools.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"])
    return matched


@contextmanager
def _whole_page(page: Page, devtools: CDPSession) -> Iterator[tuple[int, int]]:
    """Makes the window as high as the page, as a picture of the whole page does, so that what is fixed stays put."""
    content = devtools.send("Page.getLayoutMetrics")["cssContentSize"]
    size = (min(int(content["width"]), WIDEST_PICTURE), min(int(content["height"]), TALLEST_PICTURE))
    window = page.viewport_size
    if window is None or size[1] <= window["height"]:
        yield size
        return
    scrolled = page.evaluate("[window.scrollX, window.scrollY]")
    _resize(devtools, window["width"], size[1])
    try:
        yield size
    finally:
        _resize(devtools, window["width"], window["height"])
        page.evaluate("([left, top]) => window.scrollTo({ left, top, behavior: 'instant' })", scrolled)


def _resize(devtools: CDPSession, width: int, height: int) -> None:
    # As Playwright itself gives a page its size.
    screen = {"screenWidth": width, "screenHeight": height, "deviceScaleFactor": 0, "mobile": False}
    devtools.send("Emulation.setDeviceMetricsOverride", {"width": width, "height": height} | screen)


def _taken(devtools: CDPSession, size: tuple[int, int], format: str) -> bytes:
    clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
    quality = {"quality": 70} if format == "jpeg" else {}
    return screenshot(devtools, format, captureBeyondViewport=True, clip=clip, **quality)
