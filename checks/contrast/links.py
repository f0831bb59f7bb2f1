"""Links in running text that colour alone sets apart.

What fails: a link among other words, with neither underline, border, ground nor another typeface, whose colour has less
than 3:1 to the colour of the words around it.

For whom: people who can't tell the colours apart, or see poorly, do not notice that there is a link.

How to fix: underline links in running text.

Limits: a colour that differs by 3:1 or more passes, although focus and pointing must then show more than colour
(technique G183), which is not tried here. Links in navigation, and links that stand alone, are not judged.

Source: WCAG 2.2 success criterion 1.4.1, techniques G182, G183, failure F73.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.contrast.words import ratio
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from standards.colour import contrast, hexadecimal

LEAST = 3.0


@check(
    id="colour-links",
    title=Text("Länkar i löpande text", "Links in running text"),
    criteria=("1.4.1",),
    looks_at=Text(
        "Länkar bland andra ord, med ramar och shadow DOM.", "Links among other words, with frames and shadow DOM."
    ),
    certainty=Text("Hög: räknat ur stilmallen.", "High: computed from the style."),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each link that only its colour, and that too little, sets apart."""
    code = f"() => ({script('checks.contrast', 'links.js')})({script('checks', 'path.js')})"
    for document in state.documents:
        try:
            found = [one for one in ask(document.frame, code) if not one["marked"]]
            weak = [one for one in found if contrast(one["own"], one["around"]) < LEAST]
            elements = state.describe(document, [one["path"] for one in weak])
        except PlaywrightError:
            continue
        for one, element in zip(weak, elements, strict=True):
            if element:
                told = ratio(float(contrast(one["own"], one["around"])))
                own, around = hexadecimal(one["own"]), hexadecimal(one["around"])
                yield Finding(
                    check="colour-links",
                    rule="link-in-text",
                    engine="contrast",
                    outcome=Outcome.FAILED,
                    kind="link-distinguishable",
                    criteria=("1.4.1",),
                    element=element,
                    expected=Text(
                        "Länken skiljer sig från orden omkring genom mer än färg, eller med minst 3:1",
                        "The link differs from the words around by more than colour, or by at least 3:1",
                    ),
                    observed=Text(
                        f"Bara färg skiljer länken från texten, och det med {told.sv}: {own} mot {around}",
                        f"Nothing but colour sets the link apart, and that by {told.en}: {own} to {around}",
                    ),
                    evidence={"kontrast": told.sv, "krav": "3:1", "färg": own, "omgivande text": around},
                )
