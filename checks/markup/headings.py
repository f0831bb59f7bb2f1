"""Headings, landmarks and definition lists: the outline that a page offers to those who jump through it.

What fails: `dt` or `dd` outside a `dl`, `li` outside a list (1.3.1). As good practice: no heading of the first level,
a level that is skipped, a heading with no text; no `main`, more than one that shows, several `nav` with no name.

For whom: screen reader users find their way by headings and landmarks.

How to fix: let heading levels follow the content; put the content in `main` and name landmarks that there are several
of.

Limits: whether a text that looks like a heading is one is judged elsewhere. In a frame the outline begins anew, and
nothing is said of a missing first level or main there.

Source: WCAG techniques H42, G141, H48, H40, ARIA11, ARIA13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from checks.markup.document import Fault, Markup, findings, rendered, shown, text_of, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

_HEADING = re.compile(r"^h[1-6]$")
LISTS = ("ul", "ol", "menu")


@check(
    id="markup-outline",
    title=Text("Rubriker, landmärken och listor i koden", "Headings, landmarks and lists in the markup"),
    criteria=("1.3.1",),
    looks_at=Text("Rubriker, landmärken och listdelar.", "Headings, landmarks and parts of lists."),
    certainty=Text("Hög; rubriker och landmärken är god praxis.", "High; headings and landmarks are good practice."),
)
def look(state: State) -> Iterator[Finding]:
    """Faults of each document's outline."""
    for markup in state.once(rendered):
        yield from findings(state, "markup-outline", markup, _faults(markup))


def _faults(markup: Markup) -> Iterator[Fault]:
    headings = [(level, one) for one in markup.soup.find_all(True) if (level := _level(one)) and shown(one)]
    yield from _levels(headings)
    yield from _stray(markup)
    if not markup.document.path:
        yield from _first(markup, headings)
        yield from _landmarks(markup)


def _level(tag: Tag) -> int:
    role = value(tag, "role")
    if role == "heading":
        told = value(tag, "aria-level")
        return int(told) if told.isdigit() else 2
    return int(tag.name[1]) if _HEADING.match(tag.name) and role == "" else 0


def _levels(headings: list[tuple[int, Tag]]) -> Iterator[Fault]:
    before = 0
    for level, tag in headings:
        if not text_of(tag) and not tag.find(("svg", "img", "canvas", "object")) and not value(tag, "aria-labelledby"):
            yield Fault(
                tag,
                "empty-heading",
                "empty-heading",
                (),
                Text("En rubrik har text", "A heading has text"),
                Text("Rubriken är tom", "The heading is empty"),
            )
            continue
        if before and level > before + 1:
            yield Fault(
                tag,
                "skipped-level",
                "heading-order",
                (),
                Text(
                    f"Nivå {before + 1} eller högre efter nivå {before}", f"Level {before + 1} or higher after {before}"
                ),
                Text(f"Nivå {level} följer på nivå {before}", f"Level {level} follows level {before}"),
            )
        before = level


def _first(markup: Markup, headings: list[tuple[int, Tag]]) -> Iterator[Fault]:
    body = markup.soup.find("body")
    # A modal dialog hides the rest of the page for the while, its first heading too.
    modal = markup.soup.select_one('[aria-modal="true"], dialog[open]')
    if isinstance(body, Tag) and text_of(body) and not modal and not any(level == 1 for level, _ in headings):
        yield Fault(
            markup.soup.find("html") or body,
            "no-first-level",
            "heading-missing",
            (),
            Text("Sidan har en rubrik på första nivån", "The page has a heading of the first level"),
            Text(
                f"{len(headings)} rubriker, ingen på första nivån", f"{len(headings)} headings, none of the first level"
            ),
        )


def _landmarks(markup: Markup) -> Iterator[Fault]:
    mains = [one for one in markup.soup.find_all(True) if _is(one, "main", "main") and shown(one)]
    if len(mains) > 1:
        yield Fault(
            mains[1],
            "several-main",
            "landmark",
            (),
            Text("Ett enda main", "A single main"),
            Text(f"{len(mains)} main visas", f"{len(mains)} main are shown"),
        )
    unnamed = [
        one
        for one in markup.soup.find_all(True)
        if _is(one, "nav", "navigation")
        and shown(one)
        and not any(value(one, name) for name in ("aria-label", "aria-labelledby", "title"))
    ]
    if len(unnamed) > 1:
        yield Fault(
            unnamed[1],
            "unnamed-navigation",
            "landmark",
            (),
            Text("Navigationer har var sitt namn när de är flera", "Several navigations have a name each"),
            Text(f"{len(unnamed)} navigationer utan namn", f"{len(unnamed)} navigations without a name"),
        )


def _stray(markup: Markup) -> Iterator[Fault]:
    for tag in markup.soup.find_all(("dt", "dd", "li")):
        if not shown(tag) or value(tag, "role") or not text_of(tag) or tag.find_parent("template"):
            continue
        parent = tag.parent
        while parent is not None and tag.name != "li" and parent.name == "div":
            parent = parent.parent
        wanted = LISTS if tag.name == "li" else ("dl",)
        if parent is not None and parent.name not in wanted and value(parent, "role") not in ("list", "directory"):
            yield Fault(
                tag,
                "stray-item",
                "list-structure",
                ("1.3.1",),
                Text(f"{tag.name} ligger i {' eller '.join(wanted)}", f"{tag.name} lies in {' or '.join(wanted)}"),
                Text(f"{tag.name} ligger i {parent.name}", f"{tag.name} lies in {parent.name}"),
            )


def _is(tag: Tag, name: str, role: str) -> bool:
    return value(tag, "role") == role or (tag.name == name and not value(tag, "role"))
