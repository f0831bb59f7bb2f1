"""Navigation and help that stand in the same order on every page.

What fails: a navigation whose common links stand in another order on one page than on the others of
the same surface (3.2.3); a way to help that stands in another region of the page, or in another order
among the ways to help, than on the others (3.2.6).

For whom: people with magnification or a screen reader, who learn where on the page things are and go
there; people who find it hard to get their bearings.

How to fix: make navigation and help from one template, in one order.

Limits: only links that two pages share are compared, within one surface and one language; bread
crumbs, page numbers and pages under a dialog are left out. Help is told by common Swedish and English
names, and by telephone numbers and mail addresses in header, footer and the like. A page that has no help is no breach.

Source: WCAG 2.2 success criteria 3.2.3 and 3.2.6, techniques G61, G220; failure F66.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checks.found import found
from checks.journey.frame import Framed, by_surface, frame, noted
from checks.model import Element, Finding, Stop, Text
from checks.registry import check
from checks.state import State

ID = "consistent-navigation"

Order = tuple[str, ...]


def across(stops: Sequence[Stop]) -> Iterable[tuple[Stop, Finding]]:
    """Menus and ways to help that move, at the first stop where they do."""
    for surface in by_surface(stops):
        yield from _menus(surface)
        yield from _help(surface)


@check(
    id=ID,
    title=Text("Samma navigation och hjälp på varje sida", "The same navigation and help on every page"),
    criteria=("3.2.3", "3.2.6"),
    looks_at=Text("Menyer och hjälp vid alla tillstånd på en yta.", "Menus and help at all states of a surface."),
    certainty=Text("Hög: bara länkar som sidorna har gemensamt jämförs.", "High: only shared links are compared."),
    across=across,
)
def look(state: State) -> Iterable[Finding]:
    """Notes the frame of the page."""
    state.notes[ID] = noted(state.once(frame))
    return ()


def _menus(surface: Sequence[Framed]) -> Iterator[tuple[Stop, Finding]]:
    """Each menu, told by its name, held against the order in which most pages have its links."""
    seen: dict[str, list[tuple[Stop, Order, Element | None]]] = {}
    for stop, told in surface:
        for menu in told.menus:
            links = tuple(dict.fromkeys(target or name for name, target in menu.links))
            seen.setdefault(menu.name.casefold(), []).append((stop, links, menu.element))
    for name, several in seen.items():
        orders = Counter(links for _, links, _ in several)
        usual = orders.most_common(1)[0][0]
        told_already: set[Order] = set()
        for stop, links, element in several:
            shared = set(links) & set(usual)
            mine, theirs = (tuple(one for one in some if one in shared) for some in (links, usual))
            if len(shared) < 2 or mine == theirs or links in told_already:
                continue
            told_already.add(links)
            yield (
                stop,
                found(
                    ID,
                    "menu-order",
                    "consistent-navigation",
                    element,
                    criteria=("3.2.3",),
                    expected=(
                        "Navigationens länkar står i samma ordning på alla sidor",
                        "The navigation's links stand in the same order on all pages",
                    ),
                    observed=(
                        f"Här står de i ordningen {', '.join(mine)}; på de flesta sidor {', '.join(theirs)}",
                        f"Here they stand in the order {', '.join(mine)}; on most pages {', '.join(theirs)}",
                    ),
                    evidence={"meny": name} if name else {},
                ),
            )


def _help(surface: Sequence[Framed]) -> Iterator[tuple[Stop, Finding]]:
    """Ways to help, by name, in another region or order than where most pages have them."""
    places = Counter((link.name.casefold(), link.part) for _, told in surface for link in told.help)
    usual = {name: max((one for one in places if one[0] == name), key=places.__getitem__)[1] for name, _ in places}
    often = Counter(name for name, _ in places.elements())
    told_already: set[tuple[str, str]] = set()
    for stop, told in surface:
        present: dict[str, set[str]] = {}
        for link in told.help:
            present.setdefault(link.name.casefold(), set()).add(link.part)
        for link in told.help:
            name = link.name.casefold()
            moved = usual[name] not in present[name] and often[name] >= 3
            if not moved or (name, link.part) in told_already:
                continue
            told_already.add((name, link.part))
            here, there = (part or "main" for part in (link.part, usual[name]))
            yield (
                stop,
                found(
                    ID,
                    "help-place",
                    "consistent-help",
                    link.element,
                    criteria=("3.2.6",),
                    expected=(
                        "Hjälpen står på samma plats på alla sidor",
                        "Help stands in the same place on all pages",
                    ),
                    observed=(
                        f"”{link.name}” står här i {here}, på de flesta sidor i {there}",
                        f"“{link.name}” stands in {here} here, in {there} on most pages",
                    ),
                ),
            )
