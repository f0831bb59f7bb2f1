"""Hover content: what comes when something is pointed at can be dismissed, pointed at, and stays.

What fails: content that comes on hover and goes when the pointer is moved onto it; or that covers other text and is not
dismissed by Escape.

For whom: people who magnify the screen and have to move to read it all, and people who read slowly.

How to fix: keep the content while the pointer is over it or its trigger, leave no gap between them, and let Escape
close it. Best: show it on a press instead.

Limits: tried with a real mouse in a copy, on at most three triggers unlike each other. The browser's own tooltips
(`title`) are exempt. What comes on keyboard focus is looked at elsewhere.

Source: WCAG 2.2, 1.4.13; technique SCR39; failure F95. EN 301 549, 9.1.4.13.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Twin, tried, twin

OVER = ("mouseover", "mouseenter", "pointerover", "pointerenter")

COMES = 250
"""Milliseconds that content gets to come: longer than usual delays."""

GOES = 300
"""Milliseconds that content gets to go: longer than usual delays and fades."""

FADES = 800
"""Milliseconds that it gets to go by Escape: the slowest of usual fades, waited for only while it is there."""


@check(
    id="hover-content",
    title=Text("Innehåll som visas vid pekning", "Content shown on hover"),
    criteria=("1.4.13",),
    looks_at=Text(
        "Det som visas när musen pekar på något, i en kopia.", "What is shown when the mouse points, in a copy."
    ),
    certainty=Text("Hög: prövas med en riktig mus.", "High: tried with a real mouse."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Fails content that can't be pointed at, or covers text and can't be dismissed."""
    heard = state.once(listeners)
    ways = f"({script('checks.pointer', 'hover.js')})({script('checks', 'path.js')})"
    quiet = tried(state)
    triggers = f"([listening, quiet]) => ({ways}).triggers(listening, quiet)"
    told = ask(state.page.main_frame, triggers, [heard.paths(OVER), sorted(quiet)])
    if not told:
        return
    seen: list[tuple[str, dict[str, Any]]] = []
    with twin(state, used=True) as copy:
        probe = copy.page.evaluate_handle(ways)
        for trigger in told:
            came = list(_tried(copy, probe, trigger["path"]))
            if came and came[0][0] == "nothing":
                quiet.add(trigger["kind"])
                continue
            for rule, shown in came:
                if shown["path"] not in [one["path"] for _, one in seen]:
                    seen.append((rule, shown))
    elements = state.describe(state.documents[0], [one["path"] for _, one in seen])
    for (rule, shown), element in zip(seen, elements, strict=True):
        yield Finding(
            check="hover-content",
            rule=rule,
            engine="esset",
            outcome=Outcome.FAILED,
            kind="hover-content",
            criteria=("1.4.13",),
            element=element,
            expected=Text(
                "Det som visas vid pekning står kvar när man pekar på det, och går att stänga med Escape",
                "What is shown on hover stays when pointed at, and is dismissed by Escape",
            ),
            observed=Text(
                f"”{shown['text']}” försvinner när musen flyttas in över det",
                f"“{shown['text']}” goes when the mouse is moved onto it",
            )
            if rule == "not-hoverable"
            else Text(
                f"”{shown['text']}” täcker annan text och går inte att stänga med Escape",
                f"“{shown['text']}” covers other text and is not dismissed by Escape",
            ),
        )


def _tried(copy: Twin, probe: Any, path: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    page = copy.page
    element = copy.find(path)
    come = "(one, [path, limit]) => one.comes(path, limit)"
    gone = "(one, [path, limit]) => one.goes(path, limit)"
    try:
        page.mouse.move(1, 1)
        page.wait_for_timeout(40)
        if element is None:
            return
        element.scroll_into_view_if_needed(timeout=300)
        box = element.bounding_box()
        if box is None:
            return
        probe.evaluate("one => one.mark()")
        x, y = box["x"] + min(box["width"] / 2, 60), box["y"] + box["height"] / 2
        page.mouse.move(x, y, steps=2)
        shown = probe.evaluate(come, [path, COMES])
        if not shown:
            yield "nothing", {}
            return
        page.keyboard.press("Escape")
        if probe.evaluate(gone, [shown["path"], FADES]):
            page.mouse.move(1, 1)
            page.wait_for_timeout(40)
            page.mouse.move(x, y, steps=2)
            if not probe.evaluate(come, [path, COMES]):
                return
        elif shown["covers"]:
            yield "not-dismissable", shown
        # Slowly, the shortest way, as someone does who wants to read it.
        page.mouse.move(*_towards(shown["box"], x, y), steps=12)
        if probe.evaluate(gone, [shown["path"], GOES]):
            yield "not-hoverable", shown
    except PlaywrightError:
        return  # The copy changed under the pointer; another trigger may do.


def _towards(box: dict[str, float], x: float, y: float) -> tuple[float, float]:
    def within(at: float, start: float, size: float) -> float:
        return min(max(at, start + min(4, size / 2)), start + size - min(4, size / 2))

    return within(x, box["x"], box["width"]), within(y, box["y"], box["height"])
