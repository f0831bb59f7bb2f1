"""It shows where keyboard focus is, in the pixels that are painted.

What fails: nothing in the window looks different when a control has keyboard focus: neither the control, nor anything
around it, nor anything else.

For whom: everybody who sees and uses the keyboard or something that works as one; they can't know what Enter will do.

How to fix: never take the outline away without putting something as clear in its place, as with
:focus-visible { outline: 3px solid; outline-offset: 2px }.

Limits: any change that the eye may see is taken as an indicator, however faint.
What is outside the window, has no size or is transparent also when it has focus is told as a question. Fields to write
in show their caret and are not asked of. At most `CONFIRMED` looks are confirmed at a state; what is beyond that is
untested.

Method: two pictures of the window from one walk, before and after a Tab press, and only where they don't differ at the
control a slower comparison of the same window with and without focus, with transitions ended and what moves by itself
left out. This is what ACT rule oj04fd describes, and Accessibility Insights and others did by eye before. The check is
apart from the others and can be left out.

Source: WCAG 2.2 SC 2.4.7, technique G195, failures F55 and F78; ACT rule oj04fd.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from checks.keyboard.course import Stop
from checks.keyboard.shots import Camera, Shot
from checks.keyboard.stage import NoStage, stage
from checks.keyboard.tabbing import Tabbing
from checks.keyboard.walk import described, tab_walk, untested
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import State

CONFIRMED = 10
"""Different looks of controls without a visible change that are looked at once more at a state."""

LONGEST = 12.0
"""Seconds of walking with pictures."""

TRANSITION = 400
"""Milliseconds after which what fades in has come."""

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
    if not walk.forward.stops:
        return
    try:
        unseen, hidden = _walked(state)
    except NoStage as none:
        yield untested("focus-visible", ("2.4.7",), none)
        return
    elements = described(state, [stop.path for stop in (*unseen, *hidden)])
    for stop in unseen:
        yield _finding(elements.get(stop.path), walk.told() | {"press": f"{stop.key} × {stop.press}"}, certain=True)
    for stop in hidden:
        yield _finding(elements.get(stop.path), walk.told() | {"press": f"{stop.key} × {stop.press}"}, certain=False)


def _walked(state: State) -> tuple[list[Stop], list[Stop]]:
    """The stops that nothing shows focus on, and those that can't be seen themselves."""
    with stage(state) as where:
        tabbing = Tabbing(where.state)
        camera = Camera(where.state.devtools, float(where.state.page.evaluate("devicePixelRatio")))
        tabbing.begin()
        try:
            return _pictured(tabbing, camera)
        finally:
            camera.close()
            tabbing.end()


def _pictured(tabbing: Tabbing, camera: Camera) -> tuple[list[Stop], list[Stop]]:
    until = time.monotonic() + LONGEST
    unseen: list[Stop] = []
    hidden: list[Stop] = []
    settled: dict[str, bool] = {}
    last: tuple[Stop, Shot] | None = None
    for stop in tabbing.stops("Tab"):
        shot = camera.shot()
        if not stop.drawn or not stop.inside:
            hidden.append(stop)
        elif stop.covered == stop.inside:
            pass  # Something lies over it: that is 2.4.11, whatever its indicator looks like.
        elif not stop.writes and not (last and _shows(camera, stop, shot, *last)):
            visible, shot = _confirmed(tabbing, camera, stop, shot, settled)
            if not visible:
                unseen.append(stop)
        last = (stop, shot)
        if time.monotonic() > until:
            break
    return unseen, hidden


def _shows(camera: Camera, stop: Stop, shot: Shot, before: Stop, shot_before: Shot) -> bool:
    """Whether the stop looked different when focus was on the one before it. False also where nobody can say."""
    same_view = stop.scroll == before.scroll and stop.frame == before.frame
    return same_view and camera.changed_at(shot_before, shot, stop.window, before.window) > 0


def _confirmed(tabbing: Tabbing, camera: Camera, stop: Stop, shot: Shot, settled: dict[str, bool]) -> tuple[bool, Shot]:
    """Whether focus shows when it is taken from a stop, and the picture of it with focus again.

    At first just so; where nothing changes, once more with time for what fades, in the whole window, and without what
    changes by itself. Of stops that look alike, the slow way is gone with one.
    """
    tabbing.blur(stop)
    without = camera.shot()
    back = tabbing.focus(stop)
    if camera.changed_at(shot, without, stop.window, None) or not back:
        return True, camera.shot()
    if stop.looks not in settled:
        if len(settled) >= CONFIRMED:
            return True, shot
        focused = _two(tabbing, camera)
        tabbing.blur(stop)
        settled[stop.looks] = camera.changed_beyond(focused, _two(tabbing, camera), stop.window) > 0
        tabbing.focus(stop)
    return settled[stop.looks], camera.shot()


def _two(tabbing: Tabbing, camera: Camera) -> tuple[Shot, Shot]:
    """Two pictures, after time for what fades, with as much between them."""
    tabbing.page.wait_for_timeout(TRANSITION)
    one = camera.shot()
    tabbing.page.wait_for_timeout(TRANSITION)
    return one, camera.shot()


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
