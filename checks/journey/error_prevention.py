"""What binds can be reviewed, is checked, or can be taken back.

What fails: nothing for certain. What is asked about: a button that binds (“Skicka in ansökan”, “Signera”, “Fatta
beslut”) or takes something away (“Avboka”, “Ta bort”), that was pressed and led to a message that it is done, where the
scenario saw none of what prevents errors: a page before it that shows what was entered and lets it be changed; a
question that can be answered with no; a box that says that what was entered is right; the same form with its errors, or
fields that the browser checks; and afterwards a control, or a time within which, it can be undone or changed.

For whom: people who easily write or press wrong, who find it hard to read, or who can't see all of a form at once.

How to fix: a page of review before what binds, with ways to change; a question before what is taken away; or let it be
undone for a stated time.

Limits: the scenario may pass a step or a dialog without stopping there, so a person answers; nothing fails. One way of
the three is enough for the criterion, so a form that is checked is not asked about even if there is no page of review.
A button is known by its words. Forms in frames, and what is sent by links, are left out.

Source: WCAG 2.2, 3.3.4; techniques G98, G99, G155, G164, G168. EN 301 549, 9.3.3.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from checks.found import Words, found
from checks.journey.commitments import commitments
from checks.journey.submission import Button, Said, Submission, submission
from checks.model import Finding, Stop, Text
from checks.registry import check
from checks.state import State

ID = "error-prevention"


def across(stops: Sequence[Stop]) -> Iterable[tuple[Stop, Finding]]:
    """What was sent with nothing seen that prevents errors, once for each button of a scenario."""
    for _, of_scenario in groupby(stops, key=lambda stop: stop.scenario):
        yield from _sent(of_scenario)


@check(
    id=ID,
    title=Text("Granska, kontrollera eller ångra det som binder", "Review, check or undo what binds"),
    criteria=("3.3.4",),
    looks_at=Text(
        "Knappar som binder eller tar bort, sidan före och det som sägs efteråt.",
        "Buttons that bind or delete, the page before and what is said afterwards.",
    ),
    certainty=Text("Frågar alltid.", "Always asks."),
    across=across,
)
def look(state: State) -> Iterable[Finding]:
    """Notes what can be sent, what was sent, and what the page says of it."""
    told = submission(state, ID)
    if told and (told.buttons or told.sent):
        state.notes[ID] = msgspec.to_builtins(told)
    return ()


def _sent(stops: Iterable[Stop]) -> Iterator[tuple[Stop, Finding]]:
    before: Submission | None = None
    at = 0
    checked: set[str] = set()
    asked: set[tuple[str, str]] = set()
    for stop in stops:
        here = msgspec.convert(stop.note, Submission)
        checked |= {_form(one, here) for one in here.buttons if one.wrong}
        # What was noted of an earlier stop than the one before says nothing of the way here.
        button = _pressed(before, here) if before and at == stop.number - 1 else None
        if before and button:
            said = [one for one in here.done if one.text not in {other.text for other in before.done}]
            key = (_form(button, before), button.name)
            if said and key not in asked and not _prevented(button, before, here, said[0], key[0] in checked):
                asked.add(key)
                yield stop, _finding(button, before, said[0])
        before, at = here, stop.number


def _form(button: Button, page: Submission) -> str:
    """What tells the form that a button sends: where it is sent, or the page that it stands on."""
    return button.address or page.address


def _pressed(before: Submission, here: Submission) -> Button | None:
    """The button of the page before that sent something on the way here."""
    for address, names, pairs in here.sent:
        same = [one for one in before.buttons if one.address == address and one.address]
        named = [one for one in same if one.pair and one.pair in pairs]
        plain = [one for one in same if not one.pair or (one.pair[0] not in names)]
        if named or plain:
            return (named or plain)[0]
    if here.sent and here.clicked:
        return next((one for one in before.buttons if not one.address and one.path == here.clicked), None)
    return None


def _prevented(button: Button, before: Submission, here: Submission, said: Said, errors: bool) -> bool:
    """Whether something of what the criterion asks for was seen."""
    answered = button.asks or (button.sort == "deletes" and button.refusable)
    confirmed = answered or button.vouches or (before.reviews and not button.free and button.changes)
    checked = bool(button.labels) and (button.watched or errors)
    return confirmed or checked or said.may or bool(_back(button, before, here))


def _back(button: Button, before: Submission, here: Submission) -> list[str]:
    """Controls that take back what was done: those that came with it, and do not take away yet more."""
    fresh = [one for one in here.back if one not in before.back and one != button.name]
    return [one for one in fresh if button.sort != "deletes" or commitments().sort(one, "") != "deletes"]


def _finding(button: Button, before: Submission, said: Said) -> Finding:
    reviews = before.reviews and not button.free
    fields = ", ".join(button.labels)
    sought = (
        "sida som visar det angivna, fråga före, intygande, felmeddelanden, sätt att ångra",
        "a page that shows what was entered, a question before, a box of confirmation, error messages, a way to undo",
    )
    final = (f" Det sägs: ”{said.final}”", f" It says: “{said.final}”") if said.final else ("", "")
    return found(
        ID,
        "no-way-back" if button.sort == "deletes" else "no-review",
        "error-prevention",
        said.element,
        criteria=("3.3.4",),
        expected=(
            "Det som binder eller tar bort går att granska och rätta före, kontrolleras, eller går att ångra",
            "What binds or deletes can be reviewed and corrected before, is checked, or can be undone",
        ),
        observed=(
            f"”{button.name}” ledde till ”{said.text}”, och inget av det som sökts sågs: {sought[0]}.{final[0]}",
            f"“{button.name}” led to “{said.text}”, and nothing of what is sought was seen: {sought[1]}.{final[1]}",
        ),
        question=_question(button, reviews, fields),
        evidence={"knapp": button.name, "sida": before.address, "kvitto": said.text}
        | ({"fält": fields} if fields else {})
        | ({"sägs": said.final} if said.final else {}),
    )


def _question(button: Button, reviews: bool, fields: str) -> Words:
    if button.sort == "deletes":
        return (
            f"Går det som ”{button.name}” tar bort att få tillbaka, eller frågas det först?",
            f"Can what “{button.name}” takes away be had back, or is it asked first?",
        )
    if reviews:
        return (
            f"Det angivna visas före ”{button.name}”, men ingen väg att ändra det sågs. Går det att rätta?",
            f"What was entered is shown before “{button.name}”, but no way to change it was seen. Can it be corrected?",
        )
    what = (f" ({fields})", f" ({fields})") if fields else ("", "")
    return (
        f"Går det angivna{what[0]} att granska och rätta innan ”{button.name}” gäller, kontrolleras det mot fel, eller"
        " går det att ångra efteråt?",
        f"Can what was entered{what[1]} be reviewed and corrected before “{button.name}” takes effect, is it checked"
        " for errors, or can it be undone afterwards?",
    )
