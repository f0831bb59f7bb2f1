"""Meaning that may be told by colour only: marked items, coloured dots, lines of a chart.

What fails: nothing for certain. Asked about are items, rows, cells or labels of which some have another colour than
their like, and no sign, word, weight or line that the others lack; small coloured dots with no text; lines of a drawing
that differ in colour only.

For whom: people who do not tell the colours apart, who see no colours, or who listen to the page.

How to fix: say it in text as well ("Försenad", "Fullbokad"), with a sign that has a name, or by a pattern; name lines
of a chart at the lines themselves, or give each its own dash.

Limits: whether the colour means anything is for a person to say, so nothing fails here. Differences in lightness of 3:1
and more are left out, and so are headers, navigation and footers. Groups of fewer than three are not looked at.

Source: WCAG 2.2 success criterion 1.4.1, techniques G14, G111, G182, failures F13, F81.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State

SORTS = {
    "item": (
        Text("Bara färgen skiljer denna från de andra", "Only colour tells this one from the others"),
        Text(
            "Betyder färgen något, till exempel att det är bråttom, fel eller måste fyllas i? Sägs det i så fall också "
            "med text eller ett tecken?",
            "Does the colour mean something, such as urgent, wrong or required? If so, is it also told by text or a "
            "sign?",
        ),
    ),
    "dot": (
        Text("En färgad prick, och ingen text", "A coloured dot, and no text"),
        Text(
            "Vad betyder pricken? Får den som inte ser färgen veta det på annat sätt?",
            "What does the dot mean? Do those who do not see its colour learn it in another way?",
        ),
    ),
    "series": (
        Text("Diagrammets linjer skiljer sig bara i färg", "The lines of the chart differ in colour only"),
        Text(
            "Går det att veta vilken linje som är vilken utan att skilja färgerna?",
            "Can it be known which line is which without telling the colours apart?",
        ),
    ),
}


@check(
    id="colour-only",
    title=Text("Betydelse som kanske bara färgen bär", "Meaning that perhaps colour alone tells"),
    criteria=("1.4.1",),
    looks_at=Text(
        "Listor, tabeller, ledtexter, färgade prickar och diagram.", "Lists, tables, labels, coloured dots and charts."
    ),
    certainty=Text("Frågar alltid: vad färgen betyder vet bara en människa.", "Always asks: only a person knows."),
)
def look(state: State) -> Iterator[Finding]:
    """A question for each group whose colours may mean something."""
    given = f"{script('checks', 'path.js')}, ({script('checks.contrast', 'colours.js')})()"
    code = f"() => ({script('checks.contrast', 'marked.js')})({given})"
    for document in state.documents:
        try:
            told = ask(document.frame, code)
            elements = state.describe(document, [one["hops"] for one in told])
        except PlaywrightError:
            continue
        for one, element in zip(told, elements, strict=True):
            if element:
                observed, question = SORTS[one["sort"]]
                yield Finding(
                    check="colour-only",
                    rule=f"colour-only-{one['sort']}",
                    engine="contrast",
                    outcome=Outcome.CANT_TELL,
                    kind="colour-only",
                    criteria=("1.4.1",),
                    element=element,
                    expected=Text("Det som färgen säger framgår också utan färg", "What colour tells shows without it"),
                    observed=observed,
                    question=question,
                    evidence={"färg": one["colours"][0]} | ({"övriga": one["colours"][1]} if one["colours"][1] else {}),
                )
