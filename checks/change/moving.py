"""Moving content: what moves, blinks or scrolls by itself for more than five seconds can be paused.

What fails: text that scrolls or moves without end (`marquee`, endless animations), text that blinks, a picture that
moves for more than five seconds, or a video that starts by itself, where the page has no way to pause, stop or hide it.

For whom: people who are easily distracted or read slowly; people who use magnification or a screen reader.

How to fix: let it stand still, or end within five seconds; or give a visible button that pauses it.

Limits: looks at `marquee` and `blink`, animations of the browser, GIF pictures and videos. What a script moves step by
step is not seen. A wheel that turns while something is loading is exempt. Where there is a button that says that it
pauses, a person is asked whether it does; and where what moves holds no text.

Source: WCAG 2.2, 2.2.2; techniques G4, G152, G186; failures F16, F47, F50, F112. EN 301 549, 9.2.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State

WHAT = {
    "marquee": Text("Texten rullar hela tiden", "The text scrolls all the time"),
    "animation": Text("Det rör sig hela tiden", "It moves all the time"),
    "blink": Text("Texten blinkar hela tiden", "The text blinks all the time"),
    "gif": Text("Bilden rör sig i mer än fem sekunder", "The picture moves for more than five seconds"),
    "video": Text("Videon startar av sig själv", "The video starts by itself"),
}


@check(
    id="moving-content",
    title=Text("Innehåll som rör sig", "Content that moves"),
    criteria=("2.2.2",),
    looks_at=Text(
        "Rullande text, animationer, GIF-bilder och videor.", "Scrolling text, animations, GIF pictures and videos."
    ),
    certainty=Text(
        "Hög för text och bilder utan knapp för att pausa; annars en fråga.",
        "High for text and pictures with no button that pauses; else it asks.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails what moves with no way to pause it; asks where there may be one, or where nothing is read."""
    source = f"() => ({script('checks.change', 'moving.js')})({script('checks', 'path.js')})"
    for document in state.documents:
        try:
            told = ask(document.frame, source)
        except PlaywrightError:
            continue  # A frame that went away.
        elements = state.describe(document, [one["path"] for one in told["moving"]])
        for one, element in zip(told["moving"], elements, strict=True):
            asks = told["pause"] or not one["sure"]
            yield Finding(
                check="moving-content",
                rule=one["what"],
                engine="esset",
                outcome=Outcome.CANT_TELL if asks else Outcome.FAILED,
                kind="moving-content",
                criteria=("2.2.2",),
                element=element,
                expected=Text(
                    "Det som rör sig i mer än fem sekunder går att pausa, stoppa eller dölja",
                    "What moves for more than five seconds can be paused, stopped or hidden",
                ),
                observed=WHAT[one["what"]],
                question=Text(
                    f"{WHAT[one['what']].sv}. Går det att pausa, eller är rörelsen nödvändig?",
                    f"{WHAT[one['what']].en}. Can it be paused, or is the movement essential?",
                )
                if asks
                else None,
                evidence={"pause": told["pause"]} if told["pause"] else {},
            )
