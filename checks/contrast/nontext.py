"""Contrast of what is not text but needed to recognise a control: the boundary of fields and boxes, the shape of icons.

What fails: a field to write or choose in, a box to tick, or the thumb of a slider, whose boundary has less than 3:1
to what is next to it on every side, where nothing else shows that there is one; an icon that alone tells what a
button or link does, and has less than 3:1 to its ground.

For whom: people with low vision or with reduced sensitivity to contrast, who do not find the control.

How to fix: give the border, the fill or the icon a colour with at least 3:1 to the colour next to it. For a field one
side is enough, such as a line below it.

Limits: what the browser draws itself, disabled controls and the control that has focus are not judged. Where a
placeholder, a value or an icon also shows where the field is, it is asked about. Icons made of letters, backgrounds or
masks are not judged; raster images are asked about. Parts of charts are `contrast-graphics`', the control's states
`contrast-control-states`'.

Source: WCAG 2.2 success criterion 1.4.11, techniques G195, G207, G209; Understanding Non-text Contrast.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.contrast.controls import Best, Control, around, boundary, controls, drawing, of_shape
from checks.contrast.observe import observe
from checks.contrast.pixels import Camera
from checks.contrast.words import ratio
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import State
from standards.colour import hexadecimal

MOST_ENLARGED = 20
TIMES = 4
LEAST = 3.0

SORTS = {
    "field": Text("Fältets gräns", "The boundary of the field"),
    "box": Text("Rutans gräns", "The boundary of the box"),
    "slider": Text("Reglagets gräns", "The boundary of the slider"),
    "icon": Text("Ikonen", "The icon"),
}
SHOWN = {
    "placeholder": Text("platshållaren", "the placeholder"),
    "value": Text("texten i det", "the text in it"),
    "select": Text("pilen och texten i det", "the arrow and the text in it"),
    "icon": Text("ikonen intill", "the icon beside it"),
}


@check(
    id="contrast-nontext",
    title=Text("Kontrast för fält och ikoner, mätt i bild", "Contrast of fields and icons, measured from pixels"),
    criteria=("1.4.11",),
    looks_at=Text(
        "Fält, kryssrutor och knappar med bara en ikon, med ramar och shadow DOM.",
        "Fields, check boxes and buttons with an icon only, with frames and shadow DOM.",
    ),
    certainty=Text(
        "Hög där inget annat visar kontrollen; annars ställs en fråga.",
        "High where nothing else shows the control; else it is asked about.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each control that can hardly be seen."""
    seen = state.once(observe)
    enlarged = 0
    for control in state.once(controls):
        if control.sort == "drawn" or control.document in seen.blank:
            continue
        if control.sort == "icon":
            best = drawing(seen.sheet, control.boxes[0])
            if best and best.ratio < LEAST and enlarged < MOST_ENLARGED:
                # A thin line is paler than its colour until it is painted larger.
                enlarged += 1
                best = of_shape(Camera(state, ()).shot(around(control.boxes[0]), TIMES))
        else:
            best = boundary(seen.bare, control.boxes)
        if best and best.ratio < LEAST and not control.beneath(state) and (element := control.describe(state)):
            yield _finding(control, best, element)


def _finding(control: Control, best: Best, element: Element) -> Finding:
    sort, shown = SORTS[control.sort], SHOWN.get(control.shown)
    question = None
    if shown:
        question = Text(
            f"{sort.sv} har bara {ratio(best.ratio).sv}. Räcker {shown.sv} för att se att det finns ett fält?",
            f"{sort.en} has only {ratio(best.ratio).en}. Is {shown.en} enough to see that there is a field?",
        )
    elif control.raster:
        question = Text(
            "Ikonen är en bild med låg kontrast. Går det att se vad den föreställer?",
            "The icon is an image of low contrast. Can it be seen what it shows?",
        )
    elif best.ratio < 1.02:
        question = Text(
            "Ingen gräns syns. Går det att se var kontrollen är?",
            "No boundary shows. Can it be seen where the control is?",
        )
    return Finding(
        check="contrast-nontext",
        rule=f"{control.sort}-contrast",
        engine="contrast",
        outcome=Outcome.CANT_TELL if question else Outcome.FAILED,
        kind="nontext-contrast",
        criteria=("1.4.11",),
        element=element,
        expected=Text(
            f"{sort.sv} har minst 3:1 mot färgen intill", f"{sort.en} has at least 3:1 to the colour beside it"
        ),
        observed=Text(
            f"{sort.sv} har {ratio(best.ratio).sv}: {hexadecimal(best.one)} mot {hexadecimal(best.other)}",
            f"{sort.en} has {ratio(best.ratio).en}: {hexadecimal(best.one)} to {hexadecimal(best.other)}",
        ),
        question=question,
        evidence={
            "kontrast": ratio(best.ratio).sv,
            "krav": "3:1",
            "färg": hexadecimal(best.one),
            "bakgrund": hexadecimal(best.other),
        },
    )
