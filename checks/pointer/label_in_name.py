"""Label in name: what is written on a control is part of its name in the code.

What fails: a control with visible text whose name, set by `aria-label` or `aria-labelledby`, does not hold that text.

For whom: people who use their voice say what they see; people who listen and look at once meet two different names.

How to fix: remove `aria-label` where the text is enough, or begin the name with the text: “Nästa, sida 3”.

Limits: letters and figures are compared, not case, spaces or punctuation. Icons, single letters, what stands in
parentheses and text hidden from sight are not labels. Text in pictures is not read.

Source: WCAG 2.2, 2.5.3; technique G208; failure F96; ACT rule 2ee8b8. EN 301 549, 9.2.5.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State


@check(
    id="label-in-name",
    title=Text("Texten på kontrollen finns i dess namn", "The control's text is in its name"),
    criteria=("2.5.3",),
    looks_at=Text(
        "Kontroller vars namn sätts med aria-label eller aria-labelledby.",
        "Controls whose name is set by aria-label or aria-labelledby.",
    ),
    certainty=Text(
        "Hög: när bara en del av orden finns med ställs en fråga.", "High: where some of the words are there, it asks."
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails names that hold no word of the visible text; asks about those that hold some."""
    source = f"() => ({script('checks.pointer', 'label_in_name.js')})({script('checks', 'path.js')})"
    for document in state.documents:
        try:
            told = ask(document.frame, source)
        except PlaywrightError:
            continue  # A frame that went away.
        for one, element in zip(told, state.describe(document, [one["path"] for one in told]), strict=True):
            label, name = one["label"], one["name"]
            partly = one["shared"] > 0
            yield Finding(
                check="label-in-name",
                rule="label-in-name",
                engine="esset",
                outcome=Outcome.CANT_TELL if partly else Outcome.FAILED,
                kind="label-in-name",
                criteria=("2.5.3",),
                element=element,
                expected=Text("Namnet i koden innehåller texten som syns", "The name in the code holds the text seen"),
                observed=Text(
                    f"Det står ”{label}” men heter ”{name}” i koden",
                    f"It says “{label}” but is called “{name}” in the code",
                ),
                question=Text(
                    f"Räcker det att säga ”{label}” för att nå kontrollen som heter ”{name}”?",
                    f"Is it enough to say “{label}” to reach the control called “{name}”?",
                )
                if partly
                else None,
            )
