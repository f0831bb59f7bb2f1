"""Running text that is set so that it is hard to read: tiny, tight or justified.

What fails: nothing of the law. Told as good practice are text below 10 CSS px, blocks of several lines whose line
height is set below 1.2, and blocks of three lines or more that are justified.

For whom: people with dyslexia, low vision or difficulty in keeping to a line.

How to fix: see the kind of fault; line height 1.5 and text aligned to one side are a good start.

Limits: text of its own in one element and of twenty characters or more; code is left out. A line height that the page
does not set is not judged.

Source: WCAG 2.2 success criterion 1.4.8 (level AAA), techniques C19, C20, C21.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.contrast.words import number
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State

FAULTS = {
    "small": (
        Text("Texten är minst 10 px", "The text is at least 10 px"),
        Text("Texten är {} px", "The text is {} px"),
    ),
    "tight": (
        Text("Radavståndet är minst 1,2", "The line height is at least 1.2"),
        Text("Radavståndet är {}", "The line height is {}"),
    ),
    "justified": (
        Text("Löpande text är inte marginaljusterad", "Running text is not justified"),
        Text("{} rader är marginaljusterade", "{} lines are justified"),
    ),
}


@check(
    id="text-layout",
    title=Text("Textens storlek och sättning (god praxis)", "Size and setting of text (good practice)"),
    criteria=(),
    looks_at=Text("Löpande text, med ramar och shadow DOM.", "Running text, with frames and shadow DOM."),
    certainty=Text(
        "Hög, men det är god praxis och inget lagkrav.", "High, but it is good practice and no requirement of the law."
    ),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each block that is tiny, tight or justified."""
    code = f"({script('checks.contrast', 'layout.js')})({script('checks', 'path.js')})"
    for document in state.documents:
        try:
            found = document.frame.evaluate(code)
            elements = state.describe(document, [one["path"] for one in found])
        except PlaywrightError:
            continue
        for one, element in zip(found, elements, strict=True):
            if element:
                expected, observed = FAULTS[one["fault"]]
                yield Finding(
                    check="text-layout",
                    rule=f"text-{one['fault']}",
                    engine="text-layout",
                    outcome=Outcome.FAILED,
                    kind="text-layout",
                    criteria=(),
                    element=element,
                    expected=expected,
                    observed=Text(
                        observed.sv.format(number(one["figure"])), observed.en.format(f"{one['figure']:.1f}")
                    ),
                )
