"""What a click does, Enter or Space does too, where focus comes to it.

What fails: a control of the page's own that gets focus, on which a click changes something or leads somewhere, and
neither Enter nor Space does.

For whom: everybody who uses the keyboard, a switch, voice control or a screen reader: they come to the control, hear
that it is a button, and nothing happens.

How to fix: use button or a href; or listen for Enter and Space (`keydown`) where you listen for `click`.

Limits: tried in a copy, on at most four controls unlike each other a state, each kind once a page. Parts of composite
widgets are left out: which key they answer is the widget's own. Where a page changes by itself nothing is told.

Source: WCAG 2.2 success criterion 2.1.1, techniques SCR20 and G202, failures F42 and F54; ARIA Authoring Practices,
button and link patterns. EN 301 549, 9.2.1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.found import found
from checks.keyboard.listeners import listening
from checks.keyboard.stage import NoStage
from checks.keyboard.walk import tab_walk
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State, script
from checks.twin import Twin, tried
from checks.twin.kinds import failing
from checks.twin.printed import printed

ID = "press-keys"

KEYS = ("Enter", "Space")

SOON = 150
"""Milliseconds in which a click does something, if it does."""

PATIENCE = 1500
"""Milliseconds in which the mouse comes to a control: a busy machine is no cover over it."""

LATEST = 400
"""Milliseconds that a key gets: it must not lose for being a little slower than the click."""


@check(
    id=ID,
    title=Text("Kontroller som inte svarar på tangenter", "Controls that do not answer keys"),
    criteria=("2.1.1",),
    looks_at=Text("Egna kontroller som får fokus.", "The page's own controls that get focus."),
    certainty=Text("Hög: prövas med mus och tangenter i en kopia.", "High: tried with mouse and keys in a copy."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Controls that a click uses and no key does."""
    walk = state.once(tab_walk)
    if isinstance(walk, NoStage):
        return  # `keyboard-reach` tells that the state was not walked.
    given = {
        "reached": [stop.path for stop in (*walk.forward.stops, *walk.backward.stops) if stop.frame == 0],
        "heard": state.once(listening),
        "quiet": sorted(tried(state)),
    }
    source = (
        f"({script('checks.keyboard', 'press_keys.js')})({script('checks', 'path.js')}, {script('checks', 'find.js')})"
    )
    asked = ask(state.page.main_frame, source, given)
    dead = failing(state, asked, _answers_click_only)
    for element in state.describe(state.documents[0], [one["path"] for one in dead]):
        yield found(
            ID,
            "click-only",
            "keyboard",
            element,
            criteria=("2.1.1",),
            expected=("Enter eller blanksteg gör det som ett klick gör", "Enter or Space does what a click does"),
            observed=(
                "Den får fokus och svarar på klick, men varken på Enter eller blanksteg",
                "It gets focus and answers a click, but neither Enter nor Space",
            ),
        )


def _answers_click_only(copy: Twin, one: dict[str, Any]) -> bool:
    try:
        return _does_something(copy, one["path"], "") and not any(
            _does_something(copy, one["path"], key) for key in KEYS
        )
    except PlaywrightError:
        return False  # It is covered, or went away.


def _does_something(copy: Twin, path: list[str], key: str) -> bool:
    """Whether a key, or a click for "", on what has focus changes anything or leads anywhere."""
    copy.renew()
    element = copy.find(path)
    if element is None:
        return bool(key)
    element.scroll_into_view_if_needed(timeout=PATIENCE)
    if not key:
        element.hover(timeout=PATIENCE)
    element.focus()
    copy.page.wait_for_timeout(SOON)
    before = printed(copy)
    copy.page.wait_for_timeout(SOON)
    if printed(copy) != before:
        return bool(key)  # The page changes by itself; what a press does can't be told from that.
    if key:
        copy.page.keyboard.press(key)
    else:
        element.click(timeout=PATIENCE)
    copy.page.wait_for_timeout(LATEST if key else SOON)
    return bool(copy.attempts) or printed(copy) != before
