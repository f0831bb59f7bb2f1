"""What comes when something gets focus, and lies over text, goes away by Escape.

What fails: content that is shown when an element gets keyboard focus, that covers other text, and that Escape does not
take away while focus stays.

For whom: people who magnify the screen or use a keyboard: what lies over the text can't be moved out of the way.

How to fix: let Escape close it; or show it where it covers nothing, or on a press.

Limits: tried in a copy, on at most four elements unlike each other that have a tooltip or listen for focus, each kind
once a page. What opens as a dialog is `on-focus`'s, and what comes on hover `hover-content`'s.

Source: WCAG 2.2, 1.4.13; technique SCR39; failure F95. EN 301 549, 9.1.4.13.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.found import found
from checks.model import Finding, Text
from checks.pointer.hover import FADES
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.state import State, script
from checks.twin import Twin, tried, twin
from checks.twin.settling import settle

ID = "focus-content"

FOCUS = frozenset({"focus", "focusin"})

COMES, GOES = 150, 200
"""Milliseconds that content gets to come and to go."""


@check(
    id=ID,
    title=Text("Innehåll som visas vid fokus", "Content shown on focus"),
    criteria=("1.4.13",),
    looks_at=Text("Det som visas när något får fokus, i en kopia.", "What is shown on focus, in a copy."),
    certainty=Text("Hög: prövas med riktiga tangenter.", "High: tried with real keys."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Fails what focus shows over other text and Escape leaves there."""
    known = tried(state)
    path_of, find = script("checks", "path.js"), script("checks", "find.js")
    source = f"({script('checks.keyboard', 'focus_triggers.js')})({path_of}, {find})"
    heard = state.once(listeners)
    given = {"heard": heard.paths(FOCUS, most=20) if heard.kinds & FOCUS else [], "quiet": sorted(known)}
    asked = ask(state.page.main_frame, source, given)
    if not asked:
        return
    ways = f"({script('checks.pointer', 'hover.js')})({script('checks', 'path.js')})"
    stays: list[dict[str, Any]] = []
    with twin(state, used=True) as copy:
        probe = copy.page.evaluate_handle(ways)
        for one in asked:
            shown = _stays(copy, probe, one["path"])
            if shown:
                stays.append(shown)
            else:
                known.add(one["kind"])
    for shown, element in zip(stays, state.describe(state.documents[0], [one["path"] for one in stays]), strict=True):
        yield found(
            ID,
            "not-dismissable",
            "hover-content",
            element,
            criteria=("1.4.13",),
            expected=("Det som visas vid fokus går att stänga med Escape", "What focus shows is dismissed by Escape"),
            observed=(
                f"”{shown['text']}” visas vid fokus, täcker annan text och går inte att stänga med Escape",
                f"“{shown['text']}” shows on focus, covers other text and is not dismissed by Escape",
            ),
        )


def _stays(copy: Twin, probe: Any, path: list[str]) -> dict[str, Any] | None:
    """What came on focus, covers text and stays; None where there is no such thing."""
    element = copy.find(path)
    if element is None:
        return None
    try:
        copy.page.mouse.move(1, 1)
        copy.page.evaluate("document.activeElement?.blur?.()")
        settle(copy.page, GOES // 2)
        probe.evaluate("one => one.mark()")
        element.focus()
        shown: dict[str, Any] | None = probe.evaluate("(one, [path, limit]) => one.comes(path, limit)", [path, COMES])
        if not shown or not shown["covers"] or copy.find(shown["path"]) is None:
            return None
        dialog = copy.page.evaluate(
            f"(path) => Boolean(({script('checks', 'find.js')})(path)?.closest('dialog, [role=dialog]'))", shown["path"]
        )
        copy.page.keyboard.press("Escape")
        gone = probe.evaluate("(one, [path, limit]) => one.goes(path, limit)", [shown["path"], FADES])
    except PlaywrightError:
        return None  # The copy changed, or can't be focused as it stands.
    return None if dialog or gone else shown
