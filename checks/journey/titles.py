"""Titles that tell a page's purpose and tell pages apart, and ways to find a page.

What fails: a page whose title says nothing of it ("Untitled", "Dokument", a file's name, an address).
What is asked about: one title over pages with different addresses and main headings; a surface whose
pages can only be reached in one way.

For whom: people who use a screen reader hear the title first, and tell tabs apart by it; people who
lose their way find back by search, a map of the site or the menu, whichever suits them.

How to fix: title from the page's main heading, the service last; a search or a map beside the menu.

Limits: states of one address may share a title. A page that is a step of a process need not be
reached in several ways: those are for a person to tell.

Source: WCAG 2.2 success criteria 2.4.2 and 2.4.5, techniques G88, H25, G63, G64, G161; failure F25.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from checks.content.words import words
from checks.found import found
from checks.journey.frame import Framed, by_surface, frame, noted
from checks.model import Finding, Stop, Text
from checks.registry import check
from checks.state import State

ID = "titles-and-ways"

SEVERAL = 4
"""Different addresses that a surface must have shown before its ways are asked about."""


def across(stops: Sequence[Stop]) -> Iterable[tuple[Stop, Finding]]:
    """Titles that are shared, and surfaces with a single way."""
    for surface in by_surface(stops):
        yield from _shared(surface)
        yield from _ways(surface)


@check(
    id=ID,
    title=Text("Sidtitlar som skiljer sidor åt, och flera vägar", "Titles that tell pages apart, and several ways"),
    criteria=("2.4.2", "2.4.5"),
    looks_at=Text("Sidtitlar, rubriker, sök och menyer på en yta.", "Titles, headings, search and menus of a surface."),
    certainty=Text("Hög för tomma ord; frågar annars.", "High for empty words; else asks."),
    across=across,
)
def look(state: State) -> Iterator[Finding]:
    """Fails a title of empty words, and notes the frame of the page."""
    state.notes[ID] = noted(state.once(frame))
    title = state.page.title()
    if words().empty_title(title):
        (page,) = state.describe(state.documents[0], [["html"]])
        yield found(
            ID,
            "empty-title-words",
            "page-title",
            page,
            criteria=("2.4.2",),
            expected=("Sidtiteln säger vad sidan är till för", "The title tells what the page is for"),
            observed=(f"Sidtiteln är ”{title}”", f"The title is “{title}”"),
        )


def _shared(surface: Sequence[Framed]) -> Iterator[tuple[Stop, Finding]]:
    """Pages of different addresses and headings under one title: asked about once, at the second of them."""
    by_title: dict[str, list[Framed]] = defaultdict(list)
    for stop, told in surface:
        if stop.title and told.heading:
            by_title[stop.title].append((stop, told))
    for title, several in by_title.items():
        different = {(urlsplit(stop.url).path, told.heading): stop for stop, told in reversed(several)}
        if len({path for path, _ in different}) < 2 or len({heading for _, heading in different}) < 2:
            continue
        headings = ", ".join(f"”{one}”" for one in dict.fromkeys(told.heading for _, told in several))
        for stop in sorted(different.values(), key=lambda one: one.number):
            yield (
                stop,
                found(
                    ID,
                    "shared-title",
                    "page-title",
                    None,
                    criteria=("2.4.2",),
                    expected=("Sidtiteln skiljer sidan från de andra", "The title tells the page from the others"),
                    observed=(
                        f"Sidor med rubrikerna {headings} har alla sidtiteln ”{title}”",
                        f"Pages headed {headings} all have the title “{title}”",
                    ),
                    question=(
                        "Räcker sidtiteln för att veta vilken av sidorna det är?",
                        "Is the title enough to know which of the pages this is?",
                    ),
                ),
            )


def _ways(surface: Sequence[Framed]) -> Iterator[tuple[Stop, Finding]]:
    """A surface with many addresses and one way to them at most."""
    ways = {way for _, told in surface for way in told.ways}
    if len({urlsplit(stop.url).path for stop, _ in surface}) < SEVERAL or len(ways) > 1:
        return
    yield (
        surface[0][0],
        found(
            ID,
            "single-way",
            "multiple-ways",
            None,
            criteria=("2.4.5",),
            expected=("Sidor går att hitta på mer än ett sätt", "Pages can be found in more ways than one"),
            observed=(
                "Varken sök eller webbkarta syns på ytan, bara menyn"
                if ways
                else "Varken sök, webbkarta eller meny syns",
                "Neither search nor a map of the site shows" if ways else "No search, map or menu shows",
            ),
            question=(
                "Finns fler vägar till sidorna än menyn, eller är varje sida ett steg i en process?",
                "Are there more ways to the pages than the menu, or is each page a step of a process?",
            ),
        ),
    )
