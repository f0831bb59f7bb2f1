"""It shows where keyboard focus is, in the pixels that are painted.

What fails: nothing in the window looks different when a control has keyboard focus: neither the control, nor anything
around it, nor anything else.

For whom: everybody who sees and uses the keyboard or something that works as one; they can't know what Enter will do.

How to fix: never take the outline away without putting something as clear in its place, as with
:focus-visible { outline: 3px solid; outline-offset: 2px }.

Limits: any change that the eye may see is taken as an indicator, however faint.
What is outside the window, has no size or is transparent also when it has focus is told as a question. Fields to write
in show their caret and are not asked of. At most ten looks are confirmed at a state (`pictured.py`).

Method: two pictures of the window from one walk, before and after a Tab press, and only where they don't differ at the
control a slower comparison of the same window with and without focus, with transitions ended and what moves by itself
left out. This is what ACT rule oj04fd describes, and Accessibility Insights and others did by eye before. A stop that
is painted in every way as one that was pictured earlier in the run is not pictured again, nor one that differs from it
in its words only (`likeness.py`). The check is apart from the others and can be left out.

Source: WCAG 2.2 SC 2.4.7, technique G195, failures F55 and F78; ACT rule oj04fd.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.keyboard.indication import indication
from checks.keyboard.stage import NoStage
from checks.keyboard.walk import described, tab_walk, untested
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import State

EXPECTED = Text("Det syns på sidan att kontrollen har fokus", "It shows on the page that the control has focus")


@check(
    id="focus-visible",
    title=Text("Synligt fokus", "Visible focus"),
    criteria=("2.4.7",),
    looks_at=Text("Bildpunkterna i fönstret vid varje stopp.", "The window's pixels at every stop."),
    certainty=Text(
        "Hög: underkänt bara när ingen bildpunkt i hela fönstret ändras.",
        "High: failed only when no pixel in the whole window changes.",
    ),
    profiles=("natt", "full"),
    budget=40.0,
)
def look(state: State) -> Iterator[Finding]:
    """Stops without a visible indicator as `failed`; stops that can't be seen at all as `cantTell`."""
    walk = state.once(tab_walk)
    if isinstance(walk, NoStage):
        yield untested("focus-visible", ("2.4.7",), walk)
        return
    hidden = [stop for stop in walk.forward.stops if not stop.drawn or not stop.inside]
    seen = state.once(indication)
    if isinstance(seen, NoStage):
        yield untested("focus-visible", ("2.4.7",), seen)
        return
    elements = described(state, [stop.path for stop in (*seen.unseen, *hidden)])
    for stop in seen.unseen:
        yield _finding(elements.get(stop.path), walk.told() | {"press": f"{stop.key} × {stop.press}"}, certain=True)
    for stop in hidden:
        yield _finding(elements.get(stop.path), walk.told() | {"press": f"{stop.key} × {stop.press}"}, certain=False)


def _finding(element: Element | None, evidence: dict[str, str], *, certain: bool) -> Finding:
    return Finding(
        check="focus-visible",
        rule="focus-visible",
        engine="keyboard",
        outcome=Outcome.FAILED if certain else Outcome.CANT_TELL,
        kind="focus-not-visible",
        criteria=("2.4.7",),
        element=element,
        expected=EXPECTED,
        observed=Text(
            "Ingen bildpunkt i fönstret ändras när kontrollen får fokus med tangentbordet.",
            "No pixel in the window changes when the control gets keyboard focus.",
        )
        if certain
        else Text(
            "Kontrollen får fokus men syns inte: den ligger utanför fönstret, saknar storlek eller är genomskinlig.",
            "The control gets focus but can't be seen: it is outside the window, has no size or is transparent.",
        ),
        question=None
        if certain
        else Text(
            "Syns det på något annat sätt var fokus är, till exempel på en etikett eller en ritad ersättare?",
            "Does it show in some other way where focus is, such as on a label or a drawn replacement?",
        ),
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-visible.html",
        evidence=evidence,
    )
