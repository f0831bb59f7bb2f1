"""The page as it is painted, with its text and without: arrays of pixels that checks measure in.

Two pictures of the whole page, the second with all text transparent. Where they differ there are letters; what the
second shows there is what lies behind them, whatever it is made of. The page's animations stand still meanwhile, no
element is touched, and everything is put back (`bare.js`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Error as PlaywrightError

from checks.asking import Held, hold
from checks.screenshot import screenshot
from checks.scripts import script
from checks.standstill import standstill
from checks.state import WIDEST_PICTURE, State
from standards.colour import Rgb

Array = NDArray[Any]
Rect = tuple[float, float, float, float]
"""x, y, width, height in CSS pixels of the top page."""

TILE = 16_000
"""Most CSS pixels of height in one picture; Chromium's own limit is 16 384. Each more costs a layout of its own."""

TILES = 3
"""Most pictures of one page: what lies below is not pictured."""


@dataclass(frozen=True)
class Sheet:
    """The page from its top down to `height` CSS pixels, `scale` pixels a CSS pixel.

    Each tile is `TILE` high, the last as high as what is left, of shape (height, width, 3), uint8.
    """

    tiles: tuple[Array, ...]
    scale: float
    height: float

    def part(self, rect: Rect) -> Array | None:
        """The pixels of a rectangle, cut at the tile's edge; None where none of it is pictured."""
        x, y, width, height = rect
        at = int(max(y, 0) // TILE)
        if at >= len(self.tiles):
            return None
        tile = self.tiles[at]
        # Outwards: the edge of a letter may lie on the edge of its box.
        left, right = max(0, int(x * self.scale)), int(np.ceil((x + width) * self.scale))
        top = max(0, int((y - at * TILE) * self.scale))
        bottom = int(np.ceil((y + height - at * TILE) * self.scale))
        part = tile[top:bottom, left:right]
        return part if part.size else None


class Camera:
    """Takes pictures of a state whose text can be made transparent. See `still`."""

    def __init__(self, state: State, kits: Sequence[Held]) -> None:
        self._state = state
        self._kits = kits

    def bare(self, filled: Sequence[Held] = ()) -> None:
        """Make text transparent; `filled` holds the elements of some documents whose background is their letters'."""
        for kit in self._kits:
            own = [one for one in filled if one.frame == kit.frame]
            kit.ask("(kit, none, filled) => kit.bare(filled || [])", None, *own)

    def dressed(self) -> None:
        """Show the text again."""
        for kit in self._kits:
            kit.ask("(kit) => kit.still()")

    def whole(self) -> Sheet:
        """The whole page, as far to the right and down as is pictured."""
        size = self._state.devtools.send("Page.getLayoutMetrics")["cssContentSize"]
        width, height = min(size["width"], WIDEST_PICTURE), min(size["height"], TILE * TILES)
        tops = range(0, max(1, int(np.ceil(height))), TILE)
        tiles = tuple(self.shot((0, top, width, min(TILE, height - top))) for top in tops)
        return Sheet(tiles, tiles[0].shape[1] / width, height)

    def shot(self, rect: Rect, scale: float = 1.0) -> Array:
        """Pixels of a rectangle of the page, painted afresh at `scale` times the page's own."""
        x, y, width, height = rect
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": scale}
        png = screenshot(self._state.devtools, "png", captureBeyondViewport=True, clip=clip)
        return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def rgb(colour: Array) -> Rgb:
    """The colour of one pixel, or of the middle of several."""
    red, green, blue = (min(255, max(0, round(float(channel)))) for channel in colour[:3])
    return red, green, blue


@contextmanager
def still(state: State) -> Iterator[Camera]:
    """A camera on the state while nothing moves by CSS; the page is put back at the end, whatever happens."""
    kits: list[Held] = []
    code = f"() => ({script('checks.contrast', 'bare.js')})({script('checks', 'path.js')})"
    with standstill(state):
        try:
            for document in state.documents:
                try:
                    kits.append(hold(document.frame, code))
                except PlaywrightError:
                    continue  # A frame that is gone shows no text either.
            yield Camera(state, kits)
        finally:
            for kit in kits:
                try:
                    kit.ask("(kit) => kit.undo()")
                    kit.let_go()
                except PlaywrightError:
                    continue
