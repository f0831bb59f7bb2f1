"""The frame of a page, its navigation, help and title, as the checks across states remember it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from checks.gather import elements, gather
from checks.model import Element, Stop
from checks.state import State


class Menu(msgspec.Struct, frozen=True):
    """A navigation with its links, name and target, in their order."""

    name: str
    links: tuple[tuple[str, str], ...]
    element: Element | None


class Link(msgspec.Struct, frozen=True):
    """A link or button of the frame; `part` is the role of the region that it stands in."""

    name: str
    target: str
    part: str
    element: Element | None


class Frame(msgspec.Struct, frozen=True):
    """What a state's frame is. `ways` counts what leads to other pages, beside the links of the content."""

    lang: str
    heading: str
    modal: bool
    ways: tuple[str, ...]
    menus: tuple[Menu, ...]
    help: tuple[Link, ...]
    links: tuple[Link, ...]


Framed = tuple[Stop, Frame]


def frame(state: State) -> Frame:
    """The frame of the top page; made once for a state with `state.once(frame)`."""
    sights = [one for one in gather(state, "checks.journey", "frame.js") if not one.document.path]
    if not sights:
        return Frame("", "", False, (), (), (), ())
    seen = list(zip(sights, elements(state, sights), strict=True))
    page = sights[0].told
    ways = [name for name in ("search", "map") if page[name]] + (["menu"] if page["links"] > 1 else [])
    links = [
        (one.told["sort"], Link(one.told["name"], one.told["target"], one.told["part"], element))
        for one, element in seen
        if one.told["sort"] in ("help", "link")
    ]
    return Frame(
        lang=page["lang"],
        heading=page["heading"],
        modal=page["modal"],
        ways=tuple(ways),
        menus=tuple(
            Menu(one.told["name"], tuple((name, target) for name, target in one.told["links"]), element)
            for one, element in seen
            if one.told["sort"] == "menu"
        ),
        help=tuple(link for sort, link in links if sort == "help"),
        links=tuple(link for sort, link in links if sort == "link"),
    )


def noted(frame: Frame) -> object:
    """The frame as plain data."""
    return msgspec.to_builtins(frame)


def by_surface(stops: Iterable[Stop]) -> Sequence[list[Framed]]:
    """The stops with their frames, surface by surface and language by language; those under a dialog are left out."""
    together: dict[tuple[str, str], list[Framed]] = defaultdict(list)
    for stop in stops:
        told = msgspec.convert(stop.note, Frame)
        if not told.modal:
            together[stop.surface, told.lang].append((stop, told))
    return [*together.values()]
