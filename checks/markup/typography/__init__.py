"""How running text is set: justified, with lines too tight, or in letters too small. All of it good practice.

What fails: a paragraph of several lines that is justified without hyphenation, or whose lines are less than 1.2 times
the letters' height apart; text smaller than 10 CSS pixels.

For whom: people with dyslexia or poor sight, who lose the line, stumble on the gaps, or can't read the letters.

How to fix: align to the left, set the line height to 1.5, and text to at least 16 pixels.

Limits: what WCAG asks of level A and AA is that a reader can set this otherwise (1.4.4, 1.4.12), which other checks
try. Text in shadow trees is not looked at.

Source: WCAG 2.2, 1.4.8 (AAA), techniques C19, C20, C21; failure F88.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State, script

LIMIT = 20_000
"""Pieces of text of a document that are looked at."""

SAID = {
    "justified": (
        Text("Texten är vänsterställd", "The text is aligned to the left"),
        Text("Texten är marginaljusterad utan avstavning", "The text is justified without hyphenation"),
    ),
    "line-height": (
        Text("Radavståndet är minst 1,5", "The line height is at least 1.5"),
        Text("Radavståndet är {0}", "The line height is {0}"),
    ),
    "small-text": (
        Text("Texten är minst 10 bildpunkter", "The text is at least 10 pixels"),
        Text("Texten är {0} bildpunkter", "The text is {0} pixels"),
    ),
}


@check(
    id="markup-typography",
    title=Text("Textens sättning", "How text is set"),
    criteria=(),
    looks_at=Text("Synlig löpande text.", "Running text that shows."),
    certainty=Text("Hög; allt är god praxis.", "High; all of it good practice."),
)
def look(state: State) -> Iterator[Finding]:
    """One finding a paragraph and rule."""
    for document in state.documents:
        try:
            found = ask(
                document.frame,
                f"({script('checks.markup.typography', 'text.js')})({script('checks', 'path.js')})",
                LIMIT,
            )
        except PlaywrightError:
            continue
        elements = state.describe(document, [one["path"] for one in found])
        for one, element in zip(found, elements, strict=True):
            expected, observed = SAID[one["rule"]]
            sv = observed.sv.format(str(one["measure"]).replace(".", ","))
            yield Finding(
                check="markup-typography",
                rule=one["rule"],
                engine="markup",
                outcome=Outcome.FAILED,
                kind="text-layout",
                criteria=(),
                element=element,
                expected=expected,
                observed=Text(sv, observed.en.format(one["measure"])),
            )
