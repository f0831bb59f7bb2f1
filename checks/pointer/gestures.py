"""What a swipe or a drawn path does, a single press does too.

What fails: nothing for certain. What is asked about: things that listen for the way of a finger or a pointer over
them, where no button in them or right by them turns, moves or enlarges.

For whom: people who steer the pointer with head or mouth, by a switch, or whose hand shakes.

How to fix: buttons “Nästa” and “Föregående”, “Förstora” and “Förminska”, beside what is swiped or pinched.

Limits: that something listens does not tell what it listens for: a person tells. Sliders and what is dragged are left
to other checks. Listeners on the page as a whole are not asked about.

Source: WCAG 2.2 success criterion 2.5.1, techniques G215 and G216; failure F105. EN 301 549, 9.2.5.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.asking import ask
from checks.found import found
from checks.model import Finding, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.state import State, script

ID = "path-gestures"

FINGERS = frozenset({"touchmove", "touchend", "gesturechange"})
DOWN = frozenset({"pointerdown", "mousedown"})
MOVES = frozenset({"pointermove", "mousemove"})


@check(
    id=ID,
    title=Text("Svep och andra gester", "Swipes and other gestures"),
    criteria=("2.5.1",),
    looks_at=Text("Det som lyssnar efter ett fingers väg.", "What listens for the way of a finger."),
    certainty=Text("Frågar alltid.", "Always asks."),
)
def look(state: State) -> Iterator[Finding]:
    """Asks about what is swiped and has no button that does the same."""
    heard = state.once(listeners)
    if not (heard.kinds & FINGERS or (heard.kinds & DOWN and heard.kinds & MOVES)):
        return
    pressed = set(heard.paths(DOWN, most=30))
    paths = dict.fromkeys([*heard.paths(FINGERS), *(one for one in heard.paths(MOVES) if one in pressed)])
    source = (
        f"({script('checks.pointer', 'gestures.js')})({script('checks', 'path.js')}, {script('checks', 'find.js')})"
    )
    asked = ask(state.page.main_frame, source, list(paths))
    elements = state.describe(state.documents[0], [one["path"] for one in asked])
    for one, element in zip(asked, elements, strict=True):
        yield found(
            ID,
            "no-press-beside",
            "pointer-gesture",
            element,
            criteria=("2.5.1",),
            expected=(
                "Det som görs med en gest går också att göra med ett tryck",
                "What a gesture does a press does too",
            ),
            observed=(
                f"”{one['name']}” lyssnar efter ett fingers väg, och ingen knapp intill gör samma sak",
                f"“{one['name']}” listens for the way of a finger, and no button by it does the same",
            ),
            question=(
                "Vad gör ett svep eller en rörelse här, och går det att göra med enkla tryck?",
                "What does a swipe or a movement do here, and can it be done by single presses?",
            ),
        )
