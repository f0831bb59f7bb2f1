"""Forms: labels and groups that are there but say nothing, and fields that can't be told apart.

What fails: a label with no text whose field has no other name (1.3.1, 4.1.2); a legend with no text over a group of
radio buttons or check boxes (1.3.1); an image button whose alternative text says only that it is a button or a file
(1.1.1, F30). As good practice: a placeholder as the only label that is seen, a label that points at nothing. Fields of
one form with the very same label, and hints that no field refers to, are asked about.

For whom: screen reader users, who hear “edit” and no more; speech recognition users, who can't say which field they
mean; people who forget what a placeholder said once they have begun to type.

How to fix: write the label's text, the legend's text and the button's purpose; tie hints to fields with
`aria-describedby`.

Limits: what stands beside a field as plain text is not known to be its label. A group without any legend is left to
those who see how it looks.

Source: WCAG techniques H44, H71, ARIA1, G131; failures F30, F68, F82.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from checks.markup.document import OUT, Fault, Markup, findings, rendered, shown, text_of, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

UNNAMED = frozenset({"hidden", "submit", "button", "reset", "image"})
CHOICES = frozenset({"radio", "checkbox"})
NOTHING_SAID = frozenset(
    {"button", "knapp", "submit", "image", "bild", "img", "input", "skicka.gif", "graphic", "ikon", "icon"}
)

_FILE = re.compile(r"^[\w%+.-]+\.(gif|png|jpe?g|webp|svg|bmp)$", re.IGNORECASE)
_HINT_CLASS = re.compile(
    r"(^|[-_])(hint|help|helptext|hjalp|hjälp|hjalptext|beskrivning|ledtext|format)($|[-_])", re.IGNORECASE
)
_HINT_TEXT = re.compile(
    r"^\(?(t\.? ?ex\.?|till exempel|exempel|e\.?g\.?|for example|example|format|ange|måste|must|minst|at least)\b", re.I
)


@check(
    id="markup-forms",
    title=Text("Formulär i koden", "Forms in the markup"),
    criteria=("1.1.1", "1.3.1", "2.4.6", "4.1.2"),
    looks_at=Text("Fält, etiketter, grupper och bildknappar.", "Fields, labels, groups and image buttons."),
    certainty=Text(
        "Hög för tomma etiketter och grupper; lika etiketter och lösa ledtexter blir frågor.",
        "High for empty labels and groups; equal labels and loose hints are asked about.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Faults of each document's fields, in the order in which they are described above."""
    for markup in state.once(rendered):
        yield from findings(state, "markup-forms", markup, _faults(markup))


def _faults(markup: Markup) -> Iterator[Fault]:
    labels: dict[str, list[Tag]] = {}
    for label in markup.soup.find_all("label"):
        for field in _fields_of(markup, label):
            labels.setdefault(value(field, "esset-n"), []).append(label)
    fields = [one for one in markup.soup.find_all(("input", "select", "textarea")) if _is_field(one)]
    for field in fields:
        own = labels.get(value(field, "esset-n"), [])
        yield from _empty_label(field, own)
        yield from _placeholder(field, own)
    yield from _points_at_nothing(markup)
    yield from _empty_legends(markup)
    yield from _image_buttons(markup)
    yield from _same_labels(fields, labels)
    yield from _loose_hints(markup, fields)


def _empty_label(field: Tag, labels: list[Tag]) -> Iterator[Fault]:
    if labels and not any(text_of(label) for label in labels) and not _named_otherwise(field):
        if field.get("placeholder"):
            return
        yield Fault(
            field,
            "empty-label",
            "missing-label",
            ("1.3.1", "4.1.2"),
            Text("Etiketten säger vad fältet är till för", "The label says what the field is for"),
            Text("Fältets etikett är tom", "The field's label is empty"),
        )


def _placeholder(field: Tag, labels: list[Tag]) -> Iterator[Fault]:
    search = (
        value(field, "type") == "search" or field.find_parent(attrs={"role": "search"}) or field.find_parent("search")
    )
    if not value(field, "placeholder") or any(text_of(label) and not label.has_attr(OUT) for label in labels) or search:
        return
    if field.get("aria-labelledby"):
        return
    yield Fault(
        field,
        "placeholder-only",
        "visible-label",
        (),
        Text("Fältet har en etikett som syns hela tiden", "The field has a label that shows all the time"),
        Text(
            f"Bara platshållaren ”{value(field, 'placeholder')}” säger vad fältet är till för",
            f"Only the placeholder “{value(field, 'placeholder')}” says what the field is for",
        ),
    )


def _points_at_nothing(markup: Markup) -> Iterator[Fault]:
    ids = {value(tag, "id") for tag in markup.soup.find_all(id=True)}
    for label in markup.soup.find_all("label", attrs={"for": True}):
        if shown(label) and value(label, "for") and value(label, "for") not in ids:
            yield Fault(
                label,
                "label-for-nothing",
                "invalid-markup",
                (),
                Text("Etikettens for är ett fälts id", "The label's for is a field's id"),
                Text(f"Inget element har id ”{value(label, 'for')}”", f"No element has the id “{value(label, 'for')}”"),
            )


def _empty_legends(markup: Markup) -> Iterator[Fault]:
    for group in markup.soup.find_all("fieldset"):
        legend = group.find("legend", recursive=False)
        if not legend or not shown(group) or text_of(legend) or legend.find(("img", "svg")) or _named_otherwise(group):
            continue
        choices = [one for one in group.find_all("input") if value(one, "type") in CHOICES and shown(one)]
        yield Fault(
            group,
            "empty-legend",
            "missing-group",
            ("1.3.1",) if len(choices) > 1 else (),
            Text(
                "Gruppens rubrik (legend) säger vad valen gäller", "The group's legend says what the choices are about"
            ),
            Text("legend är tom", "legend is empty"),
        )


def _image_buttons(markup: Markup) -> Iterator[Fault]:
    for button in markup.soup.find_all("input", type="image"):
        alt = value(button, "alt")
        if shown(button) and not _named_otherwise(button) and (alt.casefold() in NOTHING_SAID or _FILE.match(alt)):
            yield Fault(
                button,
                "image-button-alt",
                "poor-alt",
                ("1.1.1",),
                Text("alt säger vad knappen gör", "alt says what the button does"),
                Text(f"alt är ”{alt}”", f"alt is “{alt}”"),
            )


def _same_labels(fields: list[Tag], labels: dict[str, list[Tag]]) -> Iterator[Fault]:
    """Fields of one group (form, fieldset, row, item) whose labels are word for word the same."""
    said: dict[tuple[int, str], Tag] = {}
    for field in fields:
        if value(field, "type") in CHOICES or field.get("aria-labelledby") or field.get("aria-describedby"):
            continue
        text = value(field, "aria-label") or " ".join(text_of(one) for one in labels.get(value(field, "esset-n"), []))
        if not text:
            continue
        group = (
            field.find_parent(("form", "fieldset", "tr", "li", "section", "dialog", "article"))
            or field.find_parents()[-1]
        )
        earlier = said.setdefault((id(group), text.casefold()), field)
        if earlier is not field and not _heading_between(earlier, field):
            yield Fault(
                field,
                "same-label",
                "unclear-label",
                ("2.4.6",),
                Text("Varje fält i gruppen har en egen etikett", "Each field of the group has a label of its own"),
                Text(f"Två fält heter ”{text}”", f"Two fields are called “{text}”"),
                Text(
                    f"Två fält i samma grupp heter ”{text}”. Går de att skilja åt utan att se var de står?",
                    f"Two fields of one group are called “{text}”. Can they be told apart without seeing them?",
                ),
            )


def _loose_hints(markup: Markup, fields: list[Tag]) -> Iterator[Fault]:
    for field in fields:
        if field.get("aria-describedby") or field.get("aria-labelledby") or value(field, "type") in CHOICES:
            continue
        label = field.find_parent("label")
        beside = (label or field).find_next_sibling(), (label or field).find_previous_sibling()
        for hint in beside:
            if hint is None or hint.name not in ("span", "small", "p", "div", "em", "i") or not shown(hint):
                continue
            text = text_of(hint)
            marked = any(_HINT_CLASS.search(one) for one in hint.get("class") or ()) or _HINT_TEXT.match(text)
            if text and marked and not hint.find(("input", "select", "textarea", "label", "button")):
                yield Fault(
                    field,
                    "loose-hint",
                    "missing-instruction",
                    ("1.3.1",),
                    Text("Ledtexten är knuten till fältet", "The hint is tied to the field"),
                    Text(
                        f"”{text[:120]}” står intill, men fältet hänvisar inte till den",
                        f"“{text[:120]}” stands beside it, but the field does not refer to it",
                    ),
                    Text(
                        f"Hör ledtexten ”{text[:120]}” till fältet? Då ska fältet peka på den med aria-describedby.",
                        f"Does the hint “{text[:120]}” belong to the field? Then the field should point at it.",
                    ),
                )
                break


def _fields_of(markup: Markup, label: Tag) -> list[Tag]:
    named = value(label, "for")
    if named:
        target = markup.soup.find(id=named)
        return [target] if isinstance(target, Tag) else []
    inside = label.find(("input", "select", "textarea"))
    return [inside] if isinstance(inside, Tag) else []


def _is_field(tag: Tag) -> bool:
    return (
        shown(tag) and value(tag, "type").lower() not in UNNAMED and value(tag, "role") not in ("presentation", "none")
    )


def _named_otherwise(tag: Tag) -> bool:
    return any(value(tag, name) for name in ("aria-label", "aria-labelledby", "title"))


def _heading_between(earlier: Tag, later: Tag) -> bool:
    between = earlier.find_all_next(re.compile(r"^(h[1-6]|legend|caption)$"))
    return any(int(value(one, "esset-n")) < int(value(later, "esset-n")) for one in between)
