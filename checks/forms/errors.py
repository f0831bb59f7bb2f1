"""Errors in forms: which field is wrong and what is wrong is said in text, and tied to the field in code.

What fails: an error text beside a field that the field does not point out (`aria-describedby`, `aria-errormessage` or
its label); a field marked as wrong with no text that says so; a summary that says that there are errors where nothing
on the page says which. Looked at as the page stands, and in a copy where the form is sent empty.

For whom: people who use a screen reader hear the field and not its error; people who find reading hard have to guess.

How to fix: write the error beside the field, point it out with `aria-describedby`, set `aria-invalid="true"`, and let a
summary link to each field.

Limits: an error text is known by its words and a class or id such as `error`. What only the server answers is looked
at when the scenario comes there. The browser's own bubbles count as told.

Source: WCAG 2.2, 3.3.1, 1.3.1; techniques ARIA1, ARIA21, G83, G84, G85, G139. EN 301 549, 9.3.3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import NoTwin, Twin, twin
from checks.twin.pointing import click
from checks.twin.settling import settle

SOON = 80
"""Milliseconds that a form gets to say what is wrong."""

KINDS = {
    "unnamed": ("error-not-identified", "3.3.1"),
    "unlinked": ("error-not-linked", "1.3.1"),
    "bare": ("error-not-identified", "3.3.1"),
}

EXPECTED = {
    "unnamed": Text("Felen pekas ut ett och ett i text", "The errors are pointed out one by one in text"),
    "unlinked": Text("Fältet pekar i koden ut sin feltext", "The field points out its error text in code"),
    "bare": Text("Det står i text vad som är fel", "What is wrong is said in text"),
}


@check(
    id="form-errors",
    title=Text("Fel i formulär", "Errors in forms"),
    criteria=("3.3.1", "1.3.1"),
    looks_at=Text(
        "Formulärens felmeddelanden, och i en kopia när formuläret skickas tomt.",
        "The forms' error messages, and in a copy when the form is sent empty.",
    ),
    certainty=Text("Hög: bara texter som tydligt är fel.", "High: only texts that clearly are errors."),
)
def look(state: State) -> Iterator[Finding]:
    """Fails errors that are not named, not tied to their field, or not said at all."""
    source = f"() => ({script('checks.forms', 'errors.js')})({script('checks', 'path.js')})"
    shown = ask(state.page.main_frame, source)
    for one, element in zip(shown, state.describe(state.documents[0], [one["path"] for one in shown]), strict=True):
        yield _finding(one, element, Text("", ""))
    empty = ask(
        state.page.main_frame, f"() => ({script('checks.forms', 'sendable.js')})({script('checks', 'path.js')})"
    )
    if not empty:
        return
    try:
        with twin(state, used=True) as copy:
            sent = _sent_empty(copy, empty, source)
    except NoTwin:
        if shown:
            return  # What the page itself shows is told; the rest is for another state.
        raise
    known = {tuple(one["path"]) for one in shown}
    fresh = [one for one in sent if tuple(one["path"]) not in known]
    elements = state.describe(state.documents[0], [one["path"] for one in fresh])
    for one, element in zip(fresh, elements, strict=True):
        if element:
            yield _finding(one, element, Text("När formuläret skickas tomt: ", "When the form is sent empty: "))


def _sent_empty(copy: Twin, button: list[str], source: str) -> list[dict[str, Any]]:
    element = copy.find(button)
    try:
        if element is None:
            return []
        click(copy.page, element)
        settle(copy.page, SOON, until=lambda: copy.attempts)
        # Sent for the server to judge: what it would say is not known here.
        told: list[dict[str, Any]] = [] if copy.attempts else copy.page.evaluate(source)
    except PlaywrightError:
        return []  # It is covered, or went away.
    return told


def _finding(one: dict[str, Any], element: Element | None, when: Text) -> Finding:
    kind, criterion = KINDS[one["rule"]]
    observed = {
        "unnamed": Text(f"Det står ”{one['text']}”, men inte vilket fält som är fel", f"It says “{one['text']}”, but not which field is wrong"),  # noqa: E501
        "unlinked": Text(f"”{one['text']}” står vid fältet ”{one['label']}” men hör inte ihop med det i koden", f"“{one['text']}” stands by the field “{one['label']}” but is not tied to it in code"),  # noqa: E501
        "bare": Text(f"Fältet ”{one['label']}” är märkt som fel, men ingen text säger det", f"The field “{one['label']}” is marked as wrong, but no text says so"),  # noqa: E501
    }[one["rule"]]  # fmt: skip
    return Finding(
        check="form-errors",
        rule=one["rule"],
        engine="esset",
        outcome=Outcome.FAILED,
        kind=kind,
        criteria=(criterion,),
        element=element,
        expected=EXPECTED[one["rule"]],
        observed=Text(when.sv + observed.sv, when.en + observed.en),
    )
