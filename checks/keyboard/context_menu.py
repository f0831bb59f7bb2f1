"""A menu that opens by the other mouse button opens by keys too.

What fails: a menu that comes when something is pressed with the right mouse button, and that comes neither by the menu
key or Shift+F10 on what can have focus there, nor by Enter on it.

For whom: everybody who uses the keyboard, a switch or voice control, and those who can't press the other button.

How to fix: a button that opens the same menu; and listen for `contextmenu`, which the keyboard gives too, not for the
button of the mouse.

Limits: tried in a copy, on at most three things unlike each other a state, each kind once a page. A menu is told by its
role, as a popover or dialog, or by a class that says so. That every choice in it may be had elsewhere on the page is
not seen.

Source: WCAG 2.2 success criterion 2.1.1, failure F54; EN 301 549, 9.2.1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.found import found
from checks.model import Finding, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.state import State, script
from checks.twin import Twin, tried
from checks.twin.kinds import failing

ID = "context-menu"

HEARD = frozenset({"contextmenu", "mousedown", "pointerdown", "auxclick", "mouseup"})

KEYS = ("ContextMenu", "Shift+F10", "Enter")

SOON = 80
"""Milliseconds that a menu gets to come."""


@check(
    id=ID,
    title=Text("Menyer med höger musknapp", "Menus by the right mouse button"),
    criteria=("2.1.1",),
    looks_at=Text("Det som svarar på höger musknapp.", "What answers the right mouse button."),
    certainty=Text("Hög: prövas med mus och tangenter i en kopia.", "High: tried with mouse and keys in a copy."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Menus that the right mouse button brings forth and no key does."""
    heard = state.once(listeners)
    if not heard.kinds & {"contextmenu", "auxclick"}:
        return
    source = (
        f"({script('checks.keyboard', 'context.js')})({script('checks', 'path.js')}, {script('checks', 'find.js')})"
    )
    given = {"heard": heard.paths(HEARD, most=30), "quiet": sorted(tried(state))}
    asked = ask(state.page.main_frame, source, given)
    kept = failing(state, asked, _by_mouse_only)
    elements = state.describe(state.documents[0], [one["path"] for one in kept])
    for element in elements:
        yield found(
            ID,
            "by-mouse-only",
            "keyboard-unreachable",
            element,
            criteria=("2.1.1",),
            expected=("Menyn går att öppna med tangentbord", "The menu can be opened by the keyboard"),
            observed=(
                "Höger musknapp öppnar en meny här, men ingen tangent gör det",
                "The right mouse button opens a menu here, but no key does",
            ),
        )


def _by_mouse_only(copy: Twin, one: dict[str, Any]) -> bool:
    page = copy.page
    source = f"({script('checks.keyboard', 'menus_now.js')})({script('checks', 'path.js')})"

    def menus() -> set[str]:
        page.wait_for_timeout(SOON)
        return set(page.evaluate(source))

    try:
        copy.renew()
        element = copy.find(one["path"])
        if element is None:
            return False
        before = menus()
        element.scroll_into_view_if_needed(timeout=300)
        element.click(button="right", timeout=300)
        came = menus() - before
        if not came:
            return False
        for path in one["within"]:
            copy.renew()
            stop = copy.find(path)
            if stop is None:
                continue
            stop.focus()
            for key in KEYS:
                page.keyboard.press(key)
                if (menus() - before) & came:
                    return False
        copy.renew()
    except PlaywrightError:
        return False  # It is covered, or went away.
    return True
