"""What has focus is not covered by something that stays in its place while the page scrolls.

What fails: where focus comes to a control, all of it that lies in the window is covered by something else, in the walk
forwards or backwards.

For whom: those who see and use the keyboard; they don't see where they are.

How to fix: scroll-padding-top and -bottom as large as the bars that stay in place, or let these scroll with the page.

Limits: nine points of the control are asked of; what covers it can be half transparent. What the user can open or move
over it, such as an open menu, is told as a question, and so is what is in a dialog. New in WCAG 2.2: no demand of
EN 301 549 V3.2.1.

Source: WCAG 2.2 SC 2.4.11, technique C43, failure F110.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.keyboard.course import Stop
from checks.keyboard.pane import panes
from checks.keyboard.stage import NoStage
from checks.keyboard.walk import TabWalk, described, tab_walk, untested
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import State


@check(
    id="focus-obscured",
    title=Text("Fokus som skyms", "Focus that is obscured"),
    criteria=("2.4.11",),
    looks_at=Text("Varje stopp, där det låg när det fick fokus.", "Every stop, where it lay when it got focus."),
    certainty=Text(
        "Hög: underkänt bara när hela kontrollen skyms av något som sitter fast i fönstret.",
        "High: failed only when all of the control is covered by something fixed in the window.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Controls wholly under what is fixed as `failed`, under anything else as `cantTell`."""
    walk = state.once(tab_walk)
    if isinstance(walk, NoStage):
        yield untested("focus-obscured", ("2.4.11",), walk)
        return
    seen = set()
    for stop in (*walk.forward.stops, *walk.backward.stops):
        if not stop.drawn or not stop.inside or stop.path in seen:
            continue
        pane = next((one.path for one in state.once(panes) if one.hides(stop)), None)
        cover = pane or (stop.by if stop.covered == stop.inside else None)
        if cover:
            seen.add(stop.path)
            by = described(state, [cover]).get(cover)
            yield _finding(stop, walk.elements.get(stop.path), by, walk, stays=stop.by_fixed or pane is not None)


def _finding(stop: Stop, element: Element | None, by: Element | None, walk: TabWalk, *, stays: bool) -> Finding:
    what = by.selector if by else "?"
    certain = stays and not stop.dialog
    return Finding(
        check="focus-obscured",
        rule="focus-obscured",
        engine="keyboard",
        outcome=Outcome.FAILED if certain else Outcome.CANT_TELL,
        kind="focus-obscured",
        criteria=("2.4.11",),
        element=element,
        expected=Text("Något av kontrollen syns när den har fokus", "Some of the control shows when it has focus"),
        observed=Text(f"Hela kontrollen skyms av {what}.", f"All of the control is covered by {what}."),
        question=None
        if certain
        else Text(
            "Går det att se kontrollen utan att flytta fokus, till exempel genom att stänga det som skymmer?",
            "Can the control be seen without moving focus, such as by closing what covers it?",
        ),
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html",
        evidence=walk.told() | {"key": stop.key, "covered by": what},
    )
