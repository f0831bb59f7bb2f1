"""Stops that look the same as ones whose focus was pictured before: what was seen then holds for them too.

A likeness is a number over everything that decides how a stop and what lies around it are painted without focus and
with it: the pixels of the state's one picture in and around it; its markup; the computed styles and places of itself,
its parts, what it lies in and what stands beside it, read while it has focus (`focused.js`); the document's style
rules; the theme and the size of the window; how near the window's edges it came to rest, and what lay over it there.
Where two stops have the same, the same is painted when focus comes to them.

Stops that are `alike` may have other words, and so another size, and other style rules: all computed styles in and
around them, with focus and without, and the colours that they stand on, are the same. Of a list of five hundred links
one is pictured. That holds only for what a style shows at the stop itself: what a script shows elsewhere may be for
that one only. In another state it holds only where the indicator was as large as it should be: a smaller one is
measured in each state, so that it does not hang on the order of the states which of them it is told of.

Only that an indicator was seen, and how large, is taken over as it is. That none was seen says something of the whole
window, so it is looked at anew each time, but without the long wait (`focus_visible`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.contrast.observe import observe
from checks.contrast.pixels import Array, Sheet
from checks.keyboard.course import Stop
from checks.keyboard.shots import AROUND, Indicator
from checks.state import Hops, State, script

MOST = 20_000
"""Likenesses that are remembered; each takes about a hundred bytes."""

GROUND = 0.5
"""Part of what lies around a stop that has one colour, for that to be what it stands on."""


@dataclass(frozen=True)
class Known:
    """By likeness: whether focus `shows`, and what it changes at the stop itself, where it does there.

    `ample` are the likenesses of stops that are only alike, where it changes as much as it should.
    """

    shows: dict[bytes, bool] = field(default_factory=dict)
    changes: dict[bytes, Indicator] = field(default_factory=dict)
    ample: set[bytes] = field(default_factory=set)


_KNOWN: WeakKeyDictionary[Browser, Known] = WeakKeyDictionary()


@dataclass(frozen=True)
class Likeness:
    """Of one stop: the same number only for `same` ones; None for `alike` where words and size may matter."""

    same: bytes
    alike: bytes | None


def known(state: State) -> Known:
    """What was seen of stops; what is put there holds for the whole run of this browser."""
    browser = state.page.context.browser
    return _KNOWN.setdefault(browser, Known()) if browser else Known()


def likenesses(state: State, walked: State, stops: Sequence[Stop]) -> dict[Hops, Likeness]:
    """The likeness of each stop, seen in `walked`, a copy of `state` or the state itself, where focus is then moved.

    Stops whose looks can't be told are left out: those in frames, and those that `focused.js` gives up.
    """
    sheet = state.once(observe).sheet
    own = [stop for stop in stops if stop.frame == 0]
    source = f"({script('checks.keyboard', 'focused.js')})({script('checks', 'find.js')})"
    try:
        told = ask(walked.page.main_frame, source, {"paths": [list(stop.path) for stop in own]})
    except PlaywrightError:
        return {}
    around, beyond = _digest(*told["around"]), _digest(*told["beyond"])
    lines = [_digest(one) for one in told["lines"]]
    width, height = walked.page.evaluate("[innerWidth, innerHeight]")
    found: dict[Hops, Likeness] = {}
    for stop, one in zip(own, told["stops"], strict=True):
        if one is None or (part := _around(sheet, one["box"])) is None:
            continue
        x, y, *size = one["box"]
        pixels = _digest(json.dumps([part.shape, round(x % 1, 3), round(y % 1, 3), *size]), part.tobytes())
        place = json.dumps([stop.inside, stop.covered, stop.by_fixed, stop.dialog, _room(stop, width, height)])
        same = _digest(around, pixels, place, *(lines[at] for at in one["parts"]))
        ground = _ground(part) if one["alike"] else None
        alike = _digest("alike", beyond, ground, place, *(lines[at] for at in one["alike"])) if ground else None
        found[stop.path] = Likeness(same, alike)
    return found


def _around(sheet: Sheet, box: Sequence[float]) -> Array | None:
    """The pixels in and around a box; None where they are not pictured."""
    x, y, width, height = box
    if x < 0 or y < 0 or y + height > sheet.height:
        return None
    return sheet.part((x - AROUND, y - AROUND, width + 2 * AROUND, height + 2 * AROUND))


def _ground(part: Array) -> str | None:
    """The colours that most of a box and of what lies around it have, and whether anything else shows in the box.

    `part` holds both. None where no one colour lies around it.
    """
    if min(part.shape[:2]) <= 2 * AROUND:
        return None
    colours = part[..., :3].astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    inner = np.zeros(colours.shape, dtype=bool)
    inner[AROUND:-AROUND, AROUND:-AROUND] = True
    (own, filled), (beneath, share) = (_most(colours[where]) for where in (inner, ~inner))
    # What is painted over, through which the pointer goes, shows nothing of its own.
    return f"{own} {filled < 1} {beneath}" if share >= GROUND else None


def _most(colours: NDArray[np.uint32]) -> tuple[int, float]:
    """The colour that is seen most, and how large a part of all it is."""
    found, counts = np.unique(colours, return_counts=True)
    return int(found[counts.argmax()]), float(counts.max() / colours.size)


def _room(stop: Stop, width: float, height: float) -> list[float]:
    """How far it is to each edge of the window, as far as an indicator could be cut off there."""
    box = stop.window
    room = (box.x, box.y, width - box.x - box.width, height - box.y - box.height)
    return [round(max(-AROUND, min(one, AROUND)), 2) for one in room]


def _digest(*parts: str | bytes) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        told = part.encode() if isinstance(part, str) else part
        digest.update(len(told).to_bytes(8, "big") + told)
    return digest.digest()
