"""How checks are declared and found: `@check(...)` over a function, in a module below `checks/`."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import checks
from checks.model import Finding, Stop, Text
from checks.state import State

Look = Callable[[State], Iterable[Finding]]

Across = Callable[[Sequence[Stop]], Iterable[tuple[Stop, Finding]]]

BUDGET = 20.0
"""Seconds that a check may take at a state, unless it says otherwise: many times what it should take."""


@dataclass(frozen=True)
class Check:
    """A check with what is said about it. `look` turns a state into findings.

    A check that looks across states has `across` too: `look` notes what it must remember (`State.notes`), and `across`
    is called once when the run is over, with every stop that it noted something of, scenario by scenario in the order
    of their visit. It gives findings with the stop that each belongs to.

    `criteria` are the success criteria that it can fail; `profiles` those it belongs to; `budget` the seconds
    that it may take at a state.
    """

    id: str
    title: Text
    criteria: tuple[str, ...]
    looks_at: Text
    certainty: Text
    profiles: tuple[str, ...]
    look: Look
    budget: float = BUDGET
    across: Across | None = None

    @property
    def documentation(self) -> str:
        """The docstring of the check's module: what fails, for whom, how to fix, limits, source."""
        return inspect.cleandoc(inspect.getmodule(self.look).__doc__ or "")

    @property
    def examples(self) -> tuple[Traversable, ...]:
        """HTML pages named `<outcome>-<what>.html`: in `examples/<id>/` beside the module, else in `examples/`.

        Those of a check that looks across states are folders of pages, visited in the order of their names.
        """
        package = self.look.__module__
        folder = files(package if hasattr(importlib.import_module(package), "__path__") else package.rpartition(".")[0])
        beside = next((one for one in (folder / "examples" / self.id, folder / "examples") if one.is_dir()), None)
        pages = (
            (page for page in beside.iterdir() if page.name.endswith(".html") or (self.across and page.is_dir()))
            if beside
            else ()
        )
        return tuple(sorted(pages, key=lambda page: page.name))


def check(
    *,
    id: str,
    title: Text,
    criteria: tuple[str, ...],
    looks_at: Text,
    certainty: Text,
    profiles: tuple[str, ...] = ("snabb", "natt", "full"),
    budget: float = BUDGET,
    across: Across | None = None,
) -> Callable[[Look], Look]:
    """Register the decorated function as a check; see `Check` for what is declared."""

    def register(look: Look) -> Look:
        if id in _REGISTERED and _REGISTERED[id].look.__module__ != look.__module__:
            raise ValueError(f"two checks are called {id}: {_REGISTERED[id].look.__module__} and {look.__module__}")
        _REGISTERED[id] = Check(id, title, criteria, looks_at, certainty, profiles, look, budget, across)
        return look

    return register


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check there is, in order of id. Importing the modules below `checks/` registers them."""
    for module in _modules():
        importlib.import_module(module)
    return tuple(sorted(_REGISTERED.values(), key=lambda one: one.id))


_REGISTERED: dict[str, Check] = {}


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(checks.__path__, "checks."):
        yield module.name
