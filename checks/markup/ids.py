"""Identifiers that occur more than once.

What fails: two fields with one id and a label for each, so that both labels name the first field and the second has
none (1.3.1, 4.1.2, F77). Where something else refers to the id, a person is asked whether it refers to the right
element. An id that nothing refers to is good practice only.

For whom: screen reader users hear another field's label, description or header cell.

How to fix: make each id unique on the page.

Limits: identifiers in a shadow tree belong to it alone and are compared there only. What scripts look up is not known.

Source: WCAG techniques H93, H94; failure F77.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from checks.markup.document import Fault, Markup, findings, rendered, shown, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

REFERENCES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-activedescendant",
    "aria-details",
    "aria-errormessage",
    "headers",
    "list",
    "form",
)
FIELDS = frozenset({"input", "select", "textarea", "meter", "output", "progress"})


@check(
    id="markup-ids",
    title=Text("Dubbla id", "Duplicate ids"),
    criteria=("1.3.1", "4.1.2"),
    looks_at=Text(
        "Alla id på sidan, var för sig i varje skuggträd.", "All ids of the page, each shadow tree by itself."
    ),
    certainty=Text(
        "Hög för fält med var sin etikett; annars en fråga eller god praxis.",
        "High for fields with a label each; else a question or good practice.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Each element whose id another one bears before it."""
    for markup in state.once(rendered):
        yield from findings(state, "markup-ids", markup, _faults(markup))


def _faults(markup: Markup) -> Iterator[Fault]:
    bearing: dict[tuple[int, str], list[Tag]] = {}
    referring: dict[tuple[int, str], list[tuple[str, Tag]]] = {}
    for tag in markup.soup.find_all(True):
        tree = id(tag.find_parent("template"))
        if one := value(tag, "id"):
            bearing.setdefault((tree, one), []).append(tag)
        for name in REFERENCES:
            for one in value(tag, name).split():
                referring.setdefault((tree, one), []).append((name, tag))
    for key, tags in bearing.items():
        if len(tags) > 1:
            yield _fault(key[1], tags, referring.get(key, []))


def _fault(id: str, tags: list[Tag], referring: list[tuple[str, Tag]]) -> Fault:
    expected = Text("Varje id finns en gång på sidan", "Each id occurs once on the page")
    observed = Text(f"id ”{id}” finns {len(tags)} gånger", f"The id “{id}” occurs {len(tags)} times")
    labels = [tag for name, tag in referring if name == "for"]
    fields = [tag for tag in tags if tag.name in FIELDS and shown(tag)]
    unnamed = [tag for tag in fields[1:] if not _named_otherwise(tag)]
    if len(labels) > 1 and len(fields) > 1 and unnamed:
        return Fault(
            unnamed[0],
            "labelled-twice",
            "duplicate-id",
            ("1.3.1", "4.1.2"),
            expected,
            Text(
                f"{observed.sv}; alla {len(labels)} etiketter hör till det första fältet",
                f"{observed.en}; all {len(labels)} labels belong to the first field",
            ),
        )
    if referring and len({id_of.name for id_of in tags} | {tag.get_text() for tag in tags}) > 1:
        name, tag = referring[0]
        return Fault(
            tags[1],
            "referred-to",
            "duplicate-id",
            ("4.1.2",),
            expected,
            observed,
            Text(
                f"{name} på <{tag.name}> pekar på ”{id}”, som finns {len(tags)} gånger. Pekar det rätt?",
                f"{name} on <{tag.name}> points at “{id}”, which occurs {len(tags)} times. Does it point right?",
            ),
        )
    return Fault(tags[1], "repeated", "duplicate-id", (), expected, observed)


def _named_otherwise(tag: Tag) -> bool:
    return bool(tag.find_parent("label")) or any(value(tag, one) for one in ("aria-label", "aria-labelledby", "title"))
