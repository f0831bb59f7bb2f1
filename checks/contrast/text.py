"""Contrast of text, measured from what is painted.

What fails: text whose contrast to what lies behind it is below 4.5:1, or 3:1 where it is large (from 24 CSS px, or
18.67 px bold), over plain colours, gradients, images, semi-transparent layers, blending and shadows alike.

For whom: people with low vision, with reduced sensitivity to contrast, with a colour vision deficiency; everyone in
bright light.

How to fix: take the suggested colour, which is the nearest one of the same hue that is enough. Where several places
share a colour, one suggestion is enough on all of their backgrounds.

Limits: a letter counts by its best contrast, as W3C's ACT rule has it; text over a busy image, where every letter is
partly unreadable, is asked about. Text in images is not known to be text; a canvas is asked about. What is scrolled
out of view within the page, or lies more than 36 000 px down, is judged by its style sheets where these are enough.
Text of disabled controls, and behind an open modal dialog, is exempt; what calls itself a logotype is asked about.
Text that has exactly its background's colour is asked about: it may be hidden on purpose.

Source: WCAG 2.2 success criterion 1.4.3, techniques G18, G145, G148, failure F24, F83; W3C ACT rule afw4f7.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.contrast.observe import Observation, observe
from checks.contrast.suggest import Suggestions
from checks.contrast.verdict import by_element, told
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State


@check(
    id="contrast",
    title=Text("Textens kontrast, mätt i bild", "Contrast of text, measured from pixels"),
    criteria=("1.4.3",),
    looks_at=Text(
        "All text som syns, med ramar, shadow DOM, platshållare och det som står i fält.",
        "All text that shows, with frames, shadow DOM, placeholders and what stands in fields.",
    ),
    certainty=Text(
        "Hög: färgen räknas ur stilmallen, prövas mot bilden, och det som inte stämmer mäts förstorat.",
        "High: the colour is computed from the style, tried against the picture, and measured enlarged on doubt.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each element with text: that it fails, what to ask, or that it passes, which others may ask."""
    seen = state.once(observe)
    judged = by_element(seen)
    faulty = [key for key, (outcome, _, _) in judged.items() if outcome is not Outcome.PASSED]
    elements = seen.elements(state, faulty)
    suggestions = Suggestions(seen, [worst for outcome, _, worst in judged.values() if outcome is Outcome.FAILED])
    for key in faulty:
        outcome, why, worst = judged[key]
        if key in elements:
            yield told(outcome, why, worst, elements[key], suggestions)
    passed = [key for key, (outcome, _, _) in judged.items() if outcome is Outcome.PASSED]
    for path in seen.paths(passed).values():
        yield _passed(path)
    yield from _canvases(state, seen)
    if seen.cut or any(seen.documents[one.run.document] in seen.blank and not one.measure for one in seen.seen):
        yield _untested()


def _passed(path: Sequence[str]) -> Finding:
    """Said where others may ask; only the path is told, since nobody has to find the element."""
    return Finding(
        check="contrast",
        rule="text-contrast",
        engine="contrast",
        outcome=Outcome.PASSED,
        kind="contrast",
        criteria=("1.4.3",),
        element=Element(tuple(path), "", "", "", "", None, ()),
        expected=Text("Kontrasten är tillräcklig", "The contrast is enough"),
        observed=Text("Kontrasten är tillräcklig, mätt i bild", "The contrast is enough, measured from pixels"),
    )


def _canvases(state: State, seen: Observation) -> Iterator[Finding]:
    """A canvas may hold text, and nothing but a person can tell."""
    code = f"() => ({script('checks.contrast', 'canvas.js')})({script('checks', 'path.js')})"
    for document in seen.documents:
        try:
            elements = state.describe(document, ask(document.frame, code))
        except PlaywrightError:
            continue
        for element in elements:
            if element:
                yield Finding(
                    check="contrast",
                    rule="canvas-text",
                    engine="contrast",
                    outcome=Outcome.CANT_TELL,
                    kind="contrast",
                    criteria=("1.4.3",),
                    element=element,
                    expected=Text("Text i en målad yta har kontrast nog", "Text in a canvas has enough contrast"),
                    observed=Text("En canvas målar sitt innehåll själv", "A canvas paints its content itself"),
                    question=Text(
                        "Innehåller den målade ytan (canvas) text, och har den i så fall minst 4,5:1 mot sin bakgrund?",
                        "Does the canvas hold text, and if so, does it have at least 4.5:1 to its background?",
                    ),
                )


def _untested() -> Finding:
    return Finding(
        check="contrast",
        rule="text-contrast",
        engine="contrast",
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=("1.4.3",),
        element=None,
        expected=Text("All text på sidan mäts", "All text of the page is measured"),
        observed=Text(
            "Sidan har text som inte mäts: mer än vad som ryms, eller i en ram som inte målas; den är inte prövad",
            "The page has text that is not measured: too much of it, or in a frame that is not painted; it is untested",
        ),
    )
