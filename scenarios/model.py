"""What a scenario is: a user's errand in Esset, told as a declaration over plain Playwright code.

A scenario says who does what and why, on which surface, and drives the browser there. It calls
`walk.state("name")` wherever a user would stop and look; nothing else of the suite shows in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar


class Audience(StrEnum):
    """Who meets the workflow: staff of the city, or a resident."""

    MEDARBETARE = "medarbetare"
    INVANARE = "invånare"


class Area(StrEnum):
    """Areas of Esset in the order of their rollout; `GEMENSAMT` is shared by all of them."""

    OVERFORMYNDARE = "Överförmyndarverksamhet"
    BARN_OCH_UNGA = "Barn och unga"
    VUXEN = "Vuxen"
    EKONOMISKT_BISTAND = "Ekonomiskt bistånd"
    FUNKTIONSNEDSATTNING = "Funktionsnedsättning"
    ALDREOMSORG = "Äldreomsorg"
    HALSO_OCH_SJUKVARD = "Kommunal hälso- och sjukvård"
    GEMENSAMT = "Gemensamt"


class Walk(Protocol):
    """A scenario's way through Esset: where it stops, the checks look."""

    def state(self, name: str) -> None:
        """Stop here: run the chosen checks on the page as it now is, under the given name.

        A name is unique within its scenario, Swedish, and says what the user sees:
        "formuläret tomt", "dialogen öppen".
        """
        ...


@dataclass(frozen=True)
class Scenario:
    """One workflow of Esset as the suite drives it.

    `sends` is for one that changes no data: the requests with changing methods that it makes nevertheless, such as a
    log-in, as "POST /path" with `*` for any part. None where data are changed: it is never driven in production.
    """

    id: str
    title: str
    area: Area
    audience: Audience
    surface: str
    story: str
    drive: Callable[..., None]
    sends: tuple[str, ...] | None = None

    @property
    def module(self) -> str:
        """Name of the module that holds the scenario."""
        return self.drive.__module__


Drive = TypeVar("Drive", bound=Callable[..., Any])

ATTRIBUTE = "__scenario__"


def scenario(
    *,
    id: str,
    title: str,
    area: Area,
    audience: Audience,
    surface: str,
    story: str,
    sends: tuple[str, ...] | None = None,
) -> Callable[[Drive], Drive]:
    """Declare the decorated function to be a scenario.

    The function stays an ordinary function whose parameters are pytest fixtures: `page` (a
    Playwright page with `base_url` set), `walk`, and what `scenarios/conftest.py` offers.
    `surface` names a surface of the configuration, which declares its legal scope. `story`
    answers, in Swedish: who am I, what do I want to do, why. `sends` is given where it changes no data.
    """

    def declare(drive: Drive) -> Drive:
        declaration = Scenario(id, title, area, audience, surface, " ".join(story.split()), drive, sends)
        setattr(drive, ATTRIBUTE, declaration)
        return drive

    return declare


def scenario_of(candidate: object) -> Scenario | None:
    """The declaration over a function, or None where there is none."""
    declaration = getattr(candidate, ATTRIBUTE, None)
    return declaration if isinstance(declaration, Scenario) else None
