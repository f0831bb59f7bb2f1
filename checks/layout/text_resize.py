"""Text resize: nothing is cut off or covered when the page is zoomed to 200 %.

What fails: text that is whole at 100 % and is cut off by its box, or lies on other text, at 200 %; text set by the
width of the window, which is at no zoom twice as large. Where only text is
enlarged and not the page, as Firefox can, the same is told as good practice: zooming is enough for WCAG.

For whom: people with low vision who enlarge text.

How to fix: no heights in pixels on boxes with text, and no `overflow: hidden` on them; use `min-height` and units that
follow the text (`em`, `rem`); no `vw` alone in a font size.

Limits: text that is cut off already at 100 % is not told, nor what a script does only when it is asked to.
Text shortened with dots is asked about.

Source: WCAG 2.2, 1.4.4; techniques G142, G179, C28; failures F69, F94; ACT rule 59br37. EN 301 549, 9.1.4.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.layout import Place, layouts
from checks.layout.lost import finding
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State


@check(
    id="text-resize",
    title=Text("Text som förstoras till 200 procent", "Text enlarged to 200 per cent"),
    criteria=("1.4.4",),
    looks_at=Text(
        "All text, i en kopia som är zoomad till 200 procent.", "All text, in a copy zoomed to 200 per cent."
    ),
    certainty=Text("Hög: det som klipps mäts mot hur det var från början.", "High: measured against how it was."),
)
def look(state: State) -> Iterator[Finding]:
    """Fails text lost at 200 % zoom; text lost when only text grows is good practice."""
    seen = state.once(layouts)
    when = Text("när sidan zoomas till 200 procent", "when the page is zoomed to 200 per cent")
    for place in seen.zoomed:
        yield finding(place, check="text-resize", rule="zoom", kind="text-resize", criteria=("1.4.4",), when=when)
    for place in seen.fixed:
        yield _does_not_grow(place)
    when = Text("när bara texten görs dubbelt så stor", "when only the text is made twice as large")
    for place in seen.larger:
        if place.told["how"] != "ellipsis":
            yield finding(place, check="text-resize", rule="text-only", kind="text-resize", criteria=(), when=when)


def _does_not_grow(place: Place) -> Finding:
    grown = place.told["grown"]
    return Finding(
        check="text-resize",
        rule="does-not-grow",
        engine="esset",
        outcome=Outcome.FAILED,
        kind="text-resize",
        criteria=("1.4.4",),
        element=place.element,
        expected=Text("Texten går att förstora till det dubbla", "The text can be enlarged to twice its size"),
        observed=Text(
            f"”{place.told['text']}” är vid 400 % zoom bara {str(grown).replace('.', ',')} gånger så stor",
            f"“{place.told['text']}” is only {grown} times as large at 400 % zoom",
        ),
    )
