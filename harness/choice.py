"""Which scenarios are driven: all, or those chosen by id, area and audience."""

from __future__ import annotations

from collections.abc import Sequence

from harness.errors import UsageError
from scenarios.model import Area, Audience, Scenario
from scenarios.registry import all_scenarios


def choose(ids: Sequence[str] = (), areas: Sequence[str] = (), audiences: Sequence[str] = ()) -> tuple[Scenario, ...]:
    """The scenarios that fit every kind of choice made; no choice of a kind fits all.

    Areas go by their Swedish name or by their id's letters ("OF"). Raises UsageError for a name
    that nothing has, so that a misspelt choice is never an empty, green run.
    """
    known = all_scenarios()
    prefixes = {scenario.id.partition("-")[0]: scenario.area for scenario in known}
    names = {area.value.casefold(): area for area in Area} | {
        prefix.casefold(): area for prefix, area in prefixes.items()
    }
    _refuse("Scenariot", ids, [one.id for one in known])
    _refuse("Området", [area for area in areas if area.casefold() not in names], [*prefixes])
    _refuse("Målgruppen", audiences, [*Audience])
    wanted = {names[area.casefold()] for area in areas}
    chosen = tuple(
        one
        for one in known
        if (not ids or one.id in ids)
        and (not wanted or one.area in wanted)
        and (not audiences or one.audience in audiences)
    )
    if not chosen:
        raise UsageError(
            "Inget scenario passar allt som valdes", "", "Välj färre villkor; `esset-a11y list` visar vad som finns."
        )
    return chosen


def _refuse(what: str, given: Sequence[str], known: Sequence[str]) -> None:
    for name in given:
        if name not in known:
            raise UsageError(f"{what} {name!r} finns inte", "", f"Välj bland: {', '.join(known)}.")


def may_be_driven(
    chosen: Sequence[Scenario], production: bool, *, named: bool
) -> tuple[tuple[Scenario, ...], tuple[Scenario, ...]]:
    """Those of the chosen that may be driven, and those that are refused: in production all that change data.

    UsageError where one that is refused was chosen by its id (`named`), or none is left.
    """
    refused = tuple(one for one in chosen if production and one.sends is None)
    if refused and (named or len(refused) == len(chosen)):
        raise UsageError(
            f"Målet är i drift, och {', '.join(one.id for one in refused)} ändrar data",
            "production = true",
            "Kör mot en testmiljö, eller välj scenarier som bara läser (de har sends i sin deklaration).",
        )
    return tuple(one for one in chosen if one not in refused), refused
