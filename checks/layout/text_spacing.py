"""Text spacing: nothing is lost when the reader increases the distance between lines, letters and words.

What fails: text that is whole at first and is cut off, or lies on other text, with line height 1.5, letter spacing
0.12, word spacing 0.16 and space after paragraphs 2 times the size of the text. Also a style attribute that keeps the
spacing below that with `!important`, so that the reader can't increase it.

For whom: people with dyslexia or low vision, who set their own spacing to be able to read.

How to fix: no fixed heights on boxes with text; set spacing in style sheets without `!important`.

Limits: text in pictures and on canvas is not looked at. Text shortened with dots is asked about.

Source: WCAG 2.2, 1.4.12; techniques C35, C36; failure F104; ACT rules 24afc2, 78fd32, 9e45ec. EN 301 549, 9.1.4.12.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.layout import layouts
from checks.layout.lost import finding
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State

PROPERTIES = {
    "line-height": Text("radavståndet", "the line height"),
    "letter-spacing": Text("avståndet mellan bokstäver", "the letter spacing"),
    "word-spacing": Text("avståndet mellan ord", "the word spacing"),
}


@check(
    id="text-spacing",
    title=Text("Ökade avstånd i text", "Increased spacing of text"),
    criteria=("1.4.12",),
    looks_at=Text("All text, i en kopia med ökade avstånd.", "All text, in a copy with increased spacing."),
    certainty=Text("Hög: det som klipps mäts mot hur det var från början.", "High: measured against how it was."),
)
def look(state: State) -> Iterator[Finding]:
    """Fails text that is lost, and spacing that can't be changed."""
    seen = state.once(layouts)
    when = Text("när läsaren ökar avstånden i texten", "when the reader increases the spacing of the text")
    for place in seen.spaced:
        yield finding(place, check="text-spacing", rule="lost", kind="text-spacing", criteria=("1.4.12",), when=when)
    for place in seen.locked:
        what = PROPERTIES[place.told["property"]]
        value, wanted = place.told["value"], place.told["wanted"]
        yield Finding(
            check="text-spacing",
            rule="locked",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="text-spacing",
            criteria=("1.4.12",),
            element=place.element,
            expected=Text(
                f"Läsaren kan öka {what.sv} till {wanted} gånger textens storlek",
                f"The reader can increase {what.en} to {wanted} times the size of the text",
            ),
            observed=Text(
                f"Style-attributet låser {what.sv} till {value} med !important",
                f"The style attribute locks {what.en} at {value} with !important",
            ),
            evidence={place.told["property"]: value},
        )
