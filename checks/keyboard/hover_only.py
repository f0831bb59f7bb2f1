"""Controls that are there only while the pointer is over something can be had by the keyboard too.

What fails: a button or field that a style sheet shows while something is pointed at, and that neither focus on what is
there, nor a press of it, brings forth.

For whom: everybody who uses the keyboard, a switch or voice control, and touch screens, which know no hover.

How to fix: show it always; or by `:focus-within` as by `:hover`, and hide it by opacity, so that Tab can come to it.

Limits: what style sheets show is looked for, not what scripts show; at most five unlike each other a state, each kind
once a page, in a copy. A control with the same name or link as one that is always there has another way. Links in a
menu that opens under a link are asked about, as the page behind that link may have them too.

Source: WCAG 2.2 success criterion 2.1.1, failure F54; EN 301 549, 9.2.1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.found import found
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State, script
from checks.twin import Twin, tried
from checks.twin.kinds import failing

ID = "hover-only"

SOON = 150
"""Milliseconds that something gets to be shown."""


@check(
    id=ID,
    title=Text("Kontroller som bara finns vid pekning", "Controls that are there only on hover"),
    criteria=("2.1.1",),
    looks_at=Text("Det som stilmallar visar när något pekas på.", "What style sheets show while something is hovered."),
    certainty=Text("Hög: prövas med mus och tangenter i en kopia.", "High: tried with mouse and keys in a copy."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Controls that the mouse brings forth and no key does."""
    source = f"({script('checks.keyboard', 'hover_only.js')})({script('checks', 'path.js')})"
    asked = ask(state.page.main_frame, source, sorted(tried(state)))
    kept = failing(state, asked, _by_mouse_only)
    elements = state.describe(state.documents[0], [one["path"] for one in kept])
    for one, element in zip(kept, elements, strict=True):
        tell = partial(
            found,
            ID,
            "shown-on-hover-only",
            "keyboard-unreachable",
            element,
            criteria=("2.1.1",),
            expected=(
                "Det som visas vid pekning går att få fram med tangentbord",
                "What hover shows, keys can show too",
            ),
            observed=(
                "Den visas när musen pekar, men varken fokus eller tryck på det som finns där visar den",
                "It shows while the mouse points, but neither focus on nor a press of what is there shows it",
            ),
        )
        asks = (
            "Finns länken någon annanstans för den som har tangentbord?",
            "Is the link elsewhere for keyboard users?",
        )
        yield tell(question=asks) if one["link"] else tell()


def _by_mouse_only(copy: Twin, one: dict[str, Any]) -> bool:
    shown = script("checks.keyboard", "shown.js")
    page = copy.page
    try:
        control, over = copy.find(one["path"]), copy.find(one["over"])
        if control is None or over is None:
            return False
        page.mouse.move(1, 1)
        over.scroll_into_view_if_needed(timeout=300)
        over.hover(timeout=300, force=True)
        page.wait_for_timeout(SOON)
        if not control.evaluate(shown):
            return False
        page.mouse.move(1, 1)
        page.wait_for_timeout(SOON)
        if control.evaluate(shown):
            return False  # It stays, once it has come: that is no hover.
        for path in one["within"]:
            stop = copy.find(path)
            if stop is None:
                continue
            for key in ("", "Enter"):
                if key:
                    page.keyboard.press(key)
                else:
                    stop.focus()
                page.wait_for_timeout(SOON // 2)
                if control.evaluate(shown):
                    return False
            page.keyboard.press("Escape")
    except PlaywrightError:
        return False  # The copy changed under the pointer.
    return True
