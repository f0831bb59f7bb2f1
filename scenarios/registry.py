"""How scenarios are found: every declared function in a module of `scenarios/`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import scenarios
from scenarios.model import Area, Scenario, scenario_of


@cache
def all_scenarios() -> tuple[Scenario, ...]:
    """Every scenario there is: the shared ones first, then area by area in the order of rollout."""
    found: dict[str, Scenario] = {}
    for module in pkgutil.iter_modules(scenarios.__path__, "scenarios."):
        if module.name.endswith(".conftest"):
            continue
        for candidate in vars(importlib.import_module(module.name)).values():
            declared = scenario_of(candidate)
            if declared is None or declared.module != module.name:
                continue
            if declared.id in found:
                raise ValueError(
                    f"two scenarios are called {declared.id}: {found[declared.id].module} and {declared.module}"
                )
            found[declared.id] = declared
    return tuple(sorted(found.values(), key=in_order))


def in_order(scenario: Scenario) -> tuple[int, str]:
    """Sort key: what all areas share goes first, since everything else stands on it."""
    order = [Area.GEMENSAMT, *(area for area in Area if area is not Area.GEMENSAMT)]
    return order.index(scenario.area), scenario.id
