"""Whether the labels of fields tell what to fill in, and whether hints belong to their fields.

What fails: a field whose visible label says nothing of what it is for ("Info", "Meny", "Fält"); two
fields that are labelled alike with nothing to be seen that tells them apart. What is asked about: a
hint or a message that stands by a field and that no attribute ties to it. What is good practice to
mend: a label so far from its field that the eye does not join them.

For whom: everyone who finds reading hard or uses magnification; people who use a screen reader, who
hear label and description alone.

How to fix: words that name what is asked for; a common heading or legend where fields recur; and
`aria-describedby` from the field to its hint.

Limits: whether a label is understood is for a person. What tells fields apart is taken to be the
heading above, the group, the table row and the list item that are seen.

Source: WCAG 2.2 success criteria 2.4.6 and 1.3.1, techniques G131, H44, H71, ARIA1. ACT rule cc0f0a.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from checks.content.words import plain, words
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "field-labels"

FAR = 12
"""Widths of a letter m between a label and its field in the same row from which the eye loses the row."""

CHOICES = {"radio", "checkbox", "switch"}

ERROR = re.compile(
    r"\b(fel|felaktig\w*|ogiltig\w*|saknas|måste|krävs|ange|fyll i|välj|error|invalid|required|must|missing|please)\b",
    re.IGNORECASE,
)
"""Words of a message rather than a hint."""


@check(
    id=ID,
    title=Text("Etiketter som säger vad som ska fyllas i", "Labels that tell what to fill in"),
    criteria=("2.4.6", "1.3.1"),
    looks_at=Text("Formulärfält, etiketter och texter intill.", "Form fields, labels and texts beside them."),
    certainty=Text("Hög för tomma ord och lika etiketter.", "High for empty words and equal labels."),
)
def look(state: State) -> Iterator[Finding]:
    """Labels that say nothing or are shared, and texts beside fields that no code ties to them."""
    fields = gather(state, "checks.content", "fields.js")
    yield from tell(state, [*(one for field in fields for one in _own(field)), *_alike(fields)])


def _own(field: Sight) -> Iterator[Told]:
    told = field.told
    label = plain(told["label"])
    one_line = told["tag"] == "INPUT" and told["type"] not in CHOICES
    if one_line and label and (label in words().fields or (told["byButton"] and label in words().buttons)):
        yield (
            field,
            partial(
                found,
                ID,
                "empty-word",
                "unclear-label",
                criteria=("2.4.6",),
                expected=("Etiketten säger vad som ska fyllas i", "The label tells what to fill in"),
                observed=(f"Etiketten säger bara ”{told['label']}”", f"The label only says “{told['label']}”"),
            ),
        )
    for text in told["loose"][:1]:
        error = bool(ERROR.search(text["text"]))
        yield (
            field,
            partial(
                found,
                ID,
                "loose-message" if error else "loose-hint",
                "error-not-linked",
                criteria=("1.3.1",),
                expected=("Texten intill fältet är kopplad till det", "The text beside the field is tied to it"),
                observed=(
                    f"Intill fältet ”{told['name']}” står ”{text['text']}”, som ingen kod kopplar till det",
                    f"Beside the field “{told['name']}” stands “{text['text']}”, which no code ties to it",
                ),
                question=(
                    f"Hör ”{text['text'][:80]}” till fältet, så att den som inte ser behöver höra det där?",
                    f"Does “{text['text'][:80]}” belong to the field, so that who cannot see must hear it there?",
                ),
            ),
        )
    if told["visible"] and told["gap"] > FAR * told["em"]:
        yield (
            field,
            partial(
                found,
                ID,
                "far-label",
                "text-layout",
                expected=("Etiketten står nära sitt fält", "The label stands close to its field"),
                observed=(
                    f"{told['gap']:.0f} pixlar tomrum mellan etiketten ”{told['label']}” och fältet",
                    f"{told['gap']:.0f} pixels of space between the label “{told['label']}” and the field",
                ),
            ),
        )


def _alike(fields: Iterable[Sight]) -> Iterator[Told]:
    """Fields of one document that are labelled alike, where nothing that is seen tells them apart."""
    together: dict[tuple[object, ...], list[Sight]] = defaultdict(list)
    for field in fields:
        told = field.told
        label = plain(told["label"])
        if label and told["visible"] and not told["disabled"] and plain(told["name"]) == label:
            sort = told["fieldName"] if told["type"] == "radio" else ""
            together[field.document.path, label, told["group"], told["type"] in CHOICES, sort].append(field)
    for some in together.values():
        if len(some) < 2:
            continue
        label = some[0].told["label"]
        for field in some:
            yield (
                field,
                partial(
                    found,
                    ID,
                    "same-label",
                    "unclear-label",
                    criteria=("2.4.6",),
                    expected=(
                        "Fält som frågar efter olika saker har olika etiketter",
                        "Fields that ask for different things have different labels",
                    ),
                    observed=(
                        f"{len(some)} fält heter ”{label}”, och inget som syns skiljer dem åt",
                        f"{len(some)} fields are called “{label}”, and nothing that is seen tells them apart",
                    ),
                ),
            )
