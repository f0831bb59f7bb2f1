"""Contrast of text in the page's other dress: its dark one, and the one for those who ask for more contrast.

What fails: text that can be read in the page's usual colours, and has too low contrast in the colours that it gives
those whose system is dark or asks for more contrast.

For whom: people with low vision, light sensitivity or migraine, who have chosen that dress because they need it.

How to fix: give the rules under `@media (prefers-color-scheme: dark)` and `(prefers-contrast: more)` colours with at
least 4.5:1 (3:1 for large text) to each other, and check every text colour in them.

Limits: only where the page's style sheets tell of such a dress. It is put on for a moment, and a page that listens for
that hears it. A dress that the user chooses on the page itself is a state of its own.

Source: WCAG 2.2 success criterion 1.4.3; Media Queries Level 5, user preference media features.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.asking import ask
from checks.contrast.observe import observe
from checks.contrast.suggest import Suggestions
from checks.contrast.verdict import Judged, by_path, told, weakened
from checks.model import Finding, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State

DRESSES = {
    "dark": ({"color_scheme": "dark"}, Text("i mörkt läge ", "in dark mode ")),
    "more-contrast": ({"contrast": "more"}, Text("när mer kontrast begärs ", "where more contrast is asked for ")),
}
USUAL = {"color_scheme": "null", "contrast": "null"}


@check(
    id="contrast-variants",
    title=Text("Textens kontrast i mörkt läge och med ökad kontrast", "Contrast of text in dark mode"),
    criteria=("1.4.3",),
    looks_at=Text("All text, i sidans andra färger.", "All text, in the page's other colours."),
    certainty=Text("Hög: mätt i bild, som annars.", "High: measured from pixels, as elsewhere."),
    profiles=("full",),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each element whose text can be read in the usual colours, and not in the others."""
    dresses = ask(state.page.main_frame, script("checks.contrast", "dresses.js"))
    if not dresses:
        return
    before = by_path(state.once(observe))
    for name in dresses:
        media, when = DRESSES[name]
        state.page.emulate_media(**media)  # type: ignore[arg-type]
        try:
            yield from _weaker(state, before, name, when)
        finally:
            state.page.emulate_media(**USUAL)  # type: ignore[arg-type]


def _weaker(state: State, before: Judged, name: str, when: Text) -> Iterator[Finding]:
    seen = observe(state)
    weak = weakened(before, seen)
    keys = {(one.run.document, one.run.element): hops for hops, (_, _, one) in weak.items()}
    elements = seen.elements(state, keys)
    suggestions = Suggestions(seen, [one for _, _, one in weak.values()])
    for key, element in elements.items():
        yield told(
            *weak[keys[key]], element, suggestions, check="contrast-variants", rule=f"{name}-contrast", when=when
        )
