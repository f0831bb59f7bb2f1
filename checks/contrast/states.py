"""Contrast of text while it is pointed at, has focus, is visited or selected.

What fails: text that can be read as it stands, and has too low contrast when the pointer is over it, when it has focus,
or when its link has been visited.

For whom: people with low vision or with reduced sensitivity to contrast, who lose the text just when they use it.

How to fix: give the state's rule colours with at least 4.5:1 (3:1 for large text) to each other.

Limits: the states that the page's style sheets tell of, in the top page and outside shadow roots; of elements that look
alike one is tried. Looks that scripts bring about are not seen. A visited link's colour is the one its rule says; where
several rules meet, all must be too weak. The colours of selected text are asked about, since everybody chooses what to
select.

Source: WCAG 2.2 success criterion 1.4.3, techniques G18, G145; Understanding Contrast (Minimum), where text in every
state counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checks.asking import ask
from checks.contrast.forcing import forced, style_rules
from checks.contrast.observe import Observation, Seen, observe
from checks.contrast.pixels import still
from checks.contrast.suggest import Suggestions
from checks.contrast.verdict import Judged, by_path, told, weakened
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import Hops, State
from standards.colour import Rgb, contrast

HELD = {
    "hover": Text("när den pekas på ", "while it is pointed at "),
    "focus": Text("när den har fokus ", "while it has focus "),
}
VISITED = Text("som besökt länk ", "as a visited link ")
SELECTED = Text("när den är markerad ", "while it is selected ")


@check(
    id="contrast-states",
    title=Text("Textens kontrast när den pekas på eller har fokus", "Contrast of text that is pointed at or has focus"),
    criteria=("1.4.3",),
    looks_at=Text(
        "Text vars färg eller bakgrund stilmallarna ändrar vid pekare, fokus, besökt länk eller markering.",
        "Text whose colour or background the style sheets change on hover, focus, visited link or selection.",
    ),
    certainty=Text(
        "Hög: läget hålls fast och mäts i bild. Om markerad text ställs en fråga.",
        "High: the state is held and measured from pixels. Selected text is asked about.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each element whose text can be read as it stands, and not in one of its states."""
    given = f"{script('checks', 'path.js')}, {style_rules()}"
    asked = ask(state.page.main_frame, f"() => ({script('checks.contrast', 'states.js')})({given})")
    if not any(asked.values()):
        return
    seen = state.once(observe)
    before = by_path(seen)
    for name, when in HELD.items():
        paths = [tuple(hops) for hops in asked[name]]
        if paths:
            yield from _held(state, name, paths, when, before)
    yield from _told(state, seen, before, asked)


def _held(state: State, name: str, paths: list[Hops], when: Text, before: Judged) -> Iterator[Finding]:
    with still(state), forced(state, paths, name):
        given = f"{script('checks', 'find.js')}, ({script('checks.contrast', 'colours.js')})()"
        readable = f"({script('checks.contrast', 'readable.js')})({given})"
        doubtful = ask(state.page.main_frame, readable, [list(one) for one in paths])
        if not doubtful:
            return
        seen = observe(state)
        weak = {
            hops: verdict
            for hops, verdict in weakened(before, seen).items()
            if any(_within(hops, path) for path in paths)
        }
        keys = {(one.run.document, one.run.element): hops for hops, (_, _, one) in weak.items()}
        elements = seen.elements(state, keys)
        suggestions = Suggestions(seen, [one for _, _, one in weak.values()])
    for key, hops in keys.items():
        if key in elements:
            yield told(
                *weak[hops], elements[key], suggestions, check="contrast-states", rule=f"{name}-contrast", when=when
            )


def _told(state: State, seen: Observation, before: Judged, asked: Mapping[str, Any]) -> Iterator[Finding]:
    """What is not held but told: the colours of visited links and of selected text."""
    suggestions = Suggestions(seen, ())
    for sort, when, outcome in (("visited", VISITED, Outcome.FAILED), ("selection", SELECTED, Outcome.CANT_TELL)):
        weak: dict[tuple[int, int], Seen] = {}
        for one in asked[sort]:
            had = before.get(tuple(one["hops"]))
            colours = [_rgb(told) for told in one["colours"]]
            if not had or had[0] is not Outcome.PASSED or not had[2].measure or not all(colours):
                continue
            measure = had[2].measure
            backs = [measure.background] if sort == "visited" else colours[1:]
            pairs = [(text, back) for back in backs for text in (colours if sort == "visited" else colours[:1])]
            ratios = [(float(contrast(text, back)), text, back) for text, back in pairs if text and back]
            best, text, back = max(ratios, key=lambda one: one[0])
            if best < had[2].required and measure.even:
                weakened = replace(measure, best=best, worst=best, text=text, background=back)
                weak[had[2].run.document, had[2].run.element] = replace(had[2], measure=weakened)
        elements = seen.elements(state, weak)
        for key, element in elements.items():
            yield told(
                outcome,
                "selected" if outcome is Outcome.CANT_TELL else "",
                weak[key],
                element,
                suggestions,
                check="contrast-states",
                rule=f"{sort}-contrast",
                when=when,
            )


def _within(hops: Hops, path: Hops) -> bool:
    return hops[: len(path) - 1] == path[:-1] and f"{hops[len(path) - 1]}>".startswith(f"{path[-1]}>")


def _rgb(colour: str) -> Rgb | None:
    """An opaque `rgb()` colour, None for another."""
    plain = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour)
    return plain and (int(plain[1]), int(plain[2]), int(plain[3]))
