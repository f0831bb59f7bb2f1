"""What an area offers in the menus. Its module lists it; the layouts show it, area by area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """A place of work in the case system's side menu. `endpoint` is Flask's name of its view."""

    label: str
    endpoint: str


@dataclass(frozen=True)
class Service:
    """An e-service that residents find in the portal, with one line on what it is for."""

    label: str
    endpoint: str
    text: str


@dataclass(frozen=True)
class Section:
    """One area's part of the menus."""

    title: str
    tasks: tuple[Task, ...] = ()
    services: tuple[Service, ...] = ()


def joined(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections in their order, those with the same title as one: an area may be several modules."""
    found: dict[str, Section] = {}
    for one in sections:
        before = found.get(one.title, Section(one.title))
        found[one.title] = Section(one.title, before.tasks + one.tasks, before.services + one.services)
    return tuple(found.values())
