"""What an area offers in the menus. Its module lists it; the layouts show it, area by area."""

from __future__ import annotations

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
