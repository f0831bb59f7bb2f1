"""Contrast of what is not text in a control's states: its boundary or icon while it is pointed at or has focus, and
the mark that tells that it is chosen, pressed, ticked or current.

What fails: a field, box or icon that has 3:1 to what is next to it, and less while it is pointed at or has focus; a
mark with less than 3:1 to its ground, such as a line below the chosen tab or a tick in a box, where nothing else tells
the state.

For whom: people with low vision or with reduced sensitivity to contrast, who lose the control just when they use it, or
do not see which one is chosen.

How to fix: give the state's rule a border, outline, fill or icon with at least 3:1 to the colour next to it. Tell what
is chosen by more than a pale colour: a line, a tick or a heavier weight.

Limits: hover and focus need no look of their own here; `focus-visible` tells of focus that does not show. They are held
in the top page, outside shadow roots, for what the style sheets tell of; of controls that look alike one is tried.
A chosen control is compared with one alike that is not: where there is none, or the pointer or the focus is on it, it
is not judged. Nor is what a weight, an underline, a size, a sign, a word, a heading or a field tells too. Where only a
colour of something that is there anyway changes, it is asked about: the criterion asks for no contrast between states
that are not next to each other.

Source: WCAG 2.2 success criterion 1.4.11, techniques G195, G207; Understanding Non-text Contrast, active user
interface components and adjacent colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.contrast.controls import Best, Control, boundary, controls, drawing, of_shape
from checks.contrast.controls import around as framed
from checks.contrast.forcing import forced, style_rules
from checks.contrast.marks import Mark, around, mark
from checks.contrast.observe import observe
from checks.contrast.pixels import Camera, Rect, Sheet, still
from checks.contrast.words import ratio
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Element, Finding, Text
from checks.registry import check
from checks.scripts import script
from checks.state import Hops, State
from standards.colour import hexadecimal

ID = "contrast-control-states"

LEAST = 3.0

TIMES = 4
"""How much larger a mark is painted before it is said to be too pale: a thin line is paler than its colour."""

MOST_ENLARGED = 8

FARTHEST = 8
"""CSS pixels that a control may move or grow while it is held, and still be measured."""

HELD = {
    "hover": Text("när den pekas på", "while it is pointed at"),
    "focus": Text("när den har fokus", "while it has focus"),
}
CHOSEN = {
    "selected": Text("vald", "selected"),
    "pressed": Text("intryckt", "pressed"),
    "checked": Text("markerad", "checked"),
    "current": Text("aktuell", "current"),
}


@check(
    id=ID,
    title=Text(
        "Kontrast för kontrollers lägen, mätt i bild", "Contrast of the states of controls, measured from pixels"
    ),
    criteria=("1.4.11",),
    looks_at=Text(
        "Fält, rutor och ikoner när de pekas på eller har fokus, och det som visar att något är valt.",
        "Fields, boxes and icons that are pointed at or have focus, and what shows that something is chosen.",
    ),
    certainty=Text(
        "Hög: läget hålls fast, eller jämförs med en likadan kontroll. Byter bara något färg ställs en fråga.",
        "High: the state is held, or compared with a control alike. Where only a colour changes it is asked about.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each control that loses its contrast in a state, and for each state that can hardly be seen."""
    yield from _held(state)
    if sights := gather(state, "checks.contrast", "marks.js"):
        yield from tell(state, _marked(state, sights))


def _held(state: State) -> Iterator[Finding]:
    own = [one for one in state.once(controls) if not one.document.path and one.sort != "drawn"]
    if not own:
        return
    given = f"{script('checks', 'path.js')}, {style_rules()}"
    asked = own[0].held.ask(f"({script('checks.contrast', 'held.js')})({given})", _numbers(own))
    if not any(asked.values()):
        return
    rest = state.once(observe)
    clear = {
        name: [
            (control, one["paths"])
            for one in asked[name]
            for control in (own[one["at"]],)
            if (best := _shown(rest.sheet, rest.bare, control, control.boxes)) and best.ratio >= LEAST
        ]
        for name in HELD
    }
    if not any(clear.values()):
        return
    with still(state) as camera:
        weak = [one for name, some in clear.items() if some for one in _weakened(state, camera, name, some)]
    for one in weak:
        yield _held_finding(*one)


def _weakened(
    state: State, camera: Camera, name: str, some: list[tuple[Control, list[Hops]]]
) -> Iterator[tuple[Control, str, Best, Element]]:
    """Those of some controls that have too little contrast while the elements beside them are held in a state."""
    looks = f"({script('checks.contrast', 'looks.js')})(({script('checks.contrast', 'colours.js')})())"
    held, numbers = some[0][0].held, _numbers([control for control, _ in some])
    usual = held.ask(looks, numbers)
    paths = {tuple(path): None for _, paths in some for path in paths}
    with forced(state, list(paths), name):
        now = held.ask(looks, numbers)
        doubtful = [
            (control, [(x, y, width, height) for x, y, width, height in shown["boxes"]])
            for (control, _), shown, had in zip(some, now, usual, strict=True)
            # What has moved away is not where the things around it were measured.
            if shown["look"] != had["look"] and not shown["fine"] and _stays(had["boxes"], shown["boxes"])
        ]
        if not doubtful:
            return
        camera.bare()
        sheet = camera.whole()
        for control, boxes in doubtful:
            best = _shown(sheet, sheet, control, (*boxes, *control.boxes[1:]))
            if best and best.ratio < LEAST and control.sort == "icon":
                best = of_shape(camera.shot(framed(boxes[0]), TIMES)) or best
            if best and best.ratio < LEAST and not control.beneath(state) and (element := control.describe(state)):
                yield control, name, best, element


def _stays(before: list[Rect], after: list[Rect]) -> bool:
    return bool(before and after) and all(
        abs(one - other) <= FARTHEST for one, other in zip(before[0], after[0], strict=True)
    )


def _numbers(some: list[Control]) -> list[dict[str, int | bool]]:
    return [{"number": one.number, "icon": one.sort == "icon"} for one in some]


def _shown(sheet: Sheet, bare: Sheet, control: Control, boxes: tuple[Rect, ...]) -> Best | None:
    if control.sort != "icon":
        return boundary(bare, boxes)
    return drawing(sheet, boxes[0]) or _flat(sheet, boxes[0])


def _flat(sheet: Sheet, box: Rect) -> Best | None:
    """No contrast at all, where a place is of one colour."""
    part = sheet.part(box)
    if part is None or int((part.max(axis=(0, 1)) - part.min(axis=(0, 1)).astype(int)).max()) > 12:
        return None
    red, green, blue = (int(channel) for channel in part[0, 0])
    return Best(1.0, (red, green, blue), (red, green, blue))


def _held_finding(control: Control, name: str, best: Best, element: Element) -> Finding:
    when, said = HELD[name], ratio(best.ratio)
    sort = Text("Ikonen", "The icon") if control.sort == "icon" else Text("Kontrollens gräns", "The control's boundary")
    question = None
    if control.shown or control.raster or (name == "focus" and best.ratio < 1.02):
        question = (
            f"Går det att se var kontrollen är och vad den är {when.sv}?",
            f"Can it be seen where the control is, and what it is, {when.en}?",
        )
    return found(
        ID,
        f"{name}-control-contrast",
        "nontext-contrast",
        element,
        criteria=("1.4.11",),
        expected=(
            f"{sort.sv} har minst 3:1 mot färgen intill även {when.sv}",
            f"{sort.en} has at least 3:1 to the colour beside it {when.en} too",
        ),
        observed=(
            f"{sort.sv} har {said.sv} {when.sv}: {hexadecimal(best.one)} mot {hexadecimal(best.other)}",
            f"{sort.en} has {said.en} {when.en}: {hexadecimal(best.one)} to {hexadecimal(best.other)}",
        ),
        question=question,
        evidence={"kontrast": said.sv, "krav": "3:1"},
    )


def _marked(state: State, sights: list[Sight]) -> Iterator[Told]:
    seen = state.once(observe)
    pale: list[tuple[Sight, Rect, Rect]] = []
    for sight in sights:
        if sight.document in seen.blank:
            continue
        here, there = around(_moved(sight, "box"), _moved(sight, "other"))
        one, other = seen.bare.part(here), seen.bare.part(there)
        if one is None or other is None:
            continue
        first = mark(one, other, sight.told["masks"], seen.bare.scale)
        if first and first.ratio < LEAST:
            pale.append((sight, here, there))
    if not pale:
        return
    with still(state) as camera:
        camera.bare()
        for sight, here, there in pale[:MOST_ENLARGED]:
            sure = _enlarged(camera, here, there, sight)
            if sure and sure.ratio < LEAST:
                yield sight, _mark_finding(sight, sure)


def _enlarged(camera: Camera, here: Rect, there: Rect, sight: Sight) -> Mark | None:
    one = camera.shot(here, TIMES)
    return mark(one, camera.shot(there, TIMES), sight.told["masks"], one.shape[1] / here[2])


def _moved(sight: Sight, name: str) -> Rect:
    (x, y), (left, top, width, height) = sight.document.offset, sight.told[name]
    return left + x, top + y, width, height


def _mark_finding(sight: Sight, sure: Mark) -> partial[Finding]:
    chosen, said = CHOSEN[sight.told["sort"]], ratio(sure.ratio)
    certain = sure.appears and not sight.told["colour"] and not sight.told["unsure"]
    return partial(
        found,
        ID,
        "state-mark-contrast",
        "nontext-contrast",
        criteria=("1.4.11",),
        expected=(
            f"Det som visar att kontrollen är {chosen.sv} har minst 3:1 mot färgen intill",
            f"What shows that the control is {chosen.en} has at least 3:1 to the colour beside it",
        ),
        observed=(
            f"Det har {said.sv}: {hexadecimal(sure.colour)} mot {hexadecimal(sure.ground)}, och inget annat visar det",
            f"It has {said.en}: {hexadecimal(sure.colour)} to {hexadecimal(sure.ground)}, and nothing else shows it",
        )
        if certain
        else (
            f"En likadan som inte är {chosen.sv} skiljer sig som mest {said.sv}: {hexadecimal(sure.colour)} mot "
            f"{hexadecimal(sure.ground)}",
            f"One alike that is not {chosen.en} differs by {said.en} at most: {hexadecimal(sure.colour)} to "
            f"{hexadecimal(sure.ground)}",
        ),
        question=None
        if certain
        else (
            f"Visar något mer än färgen, här eller på annat ställe på sidan, att kontrollen är {chosen.sv}?",
            f"Does anything more than the colour, here or elsewhere on the page, show that the control is {chosen.en}?",
        ),
        evidence={"kontrast": said.sv, "krav": "3:1"},
    )
