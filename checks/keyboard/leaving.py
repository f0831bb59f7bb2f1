"""Ways out of where Tab leads no further: the other direction, Escape, and the keys that the page tells of."""

from __future__ import annotations

import re
from typing import Protocol

from playwright.sync_api import Page

from checks.keyboard.course import Stop, Trapped
from checks.twin.settling import settle

TOLD = 3
"""Keys that a page tells of and that are tried as a way out."""

_MODIFIERS = {"ctrl": "Control", "control": "Control", "alt": "Alt", "shift": "Shift", "skift": "Shift", "cmd": "Meta"}
_KEYS = re.compile(
    rf"\b((?:(?:{'|'.join(_MODIFIERS)})\s*\+\s*)+)([a-zåäö0-9]|F\d{{1,2}})\b|\b()(F\d{{1,2}})\b", re.IGNORECASE
)

Held = set[tuple[int, int]]
"""Documents' numbers and elements' of the stops that hold focus."""


class Walked(Protocol):
    """A page being walked (`checks.keyboard.tabbing.Tabbing`)."""

    free: bool

    @property
    def page(self) -> Page: ...

    def press(self, key: str) -> None: ...

    def rest(self, key: str) -> Stop | None: ...


def try_to_leave(tabbing: Walked, key: str, among: list[Stop], settling: int) -> Trapped | None:
    """Try to leave the stops that a walk with `key` stays among. None where it turns out that focus is not held there.

    The page gets `settling` milliseconds after each press.
    """
    settle(tabbing.page, settling, seen=False)
    rest, others = tabbing.rest(key), among
    if rest is None:
        return None
    if (rest.frame, rest.id) not in {(one.frame, one.id) for one in among}:
        others = [*among, rest]
    held = {(one.frame, one.id) for one in others}

    def leaves(press: str) -> bool:
        return _leaves(tabbing, press, held, settling)

    other_way = "Tab" if key == "Shift+Tab" else "Shift+Tab"
    for presses in ([other_way] * (len(others) + 1), ["Escape", key]):
        if any(leaves(press) for press in presses):
            return Trapped(tuple(others), rest, presses[0])
    told = (one for one in _told(tabbing) if leaves(one) or leaves("Tab"))
    return Trapped(tuple(others), rest, next(told, ""))


def _told(tabbing: Walked) -> list[str]:
    """The keys that the page's text speaks of, where any may be pressed; at most `TOLD`."""
    if not tabbing.free:
        return []
    text = tabbing.page.evaluate("document.body.innerText.slice(0, 20000)")
    keys = (
        "+".join([*(_MODIFIERS[one.lower()] for one in re.findall(r"\w+(?=\s*\+)", told)), key])
        for told, letter, _, alone in _KEYS.findall(text)
        for key in (letter.lower() if len(letter) == 1 else letter or alone,)
    )
    return list(dict.fromkeys(keys))[:TOLD]


def _leaves(tabbing: Walked, key: str, held: Held, settling: int) -> bool:
    """Whether one press takes focus from what holds it, for good."""
    tabbing.press(key)
    settle(tabbing.page, settling, seen=False)
    now = tabbing.rest(key)
    if now is None:
        # Out of the document, whose timers are then slower: it may be fetched back yet.
        settle(tabbing.page, 2 * settling, seen=False)
        now = tabbing.rest(key)
    return now is None or (now.frame, now.id) not in held
