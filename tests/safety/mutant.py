"""Takes one guard away before pytest reads a test: `ESSET_A11Y_MUTANT="module:name = expression"`."""

from __future__ import annotations

import importlib
import os

import pytest


def pytest_configure() -> None:
    place, _, instead = os.environ["ESSET_A11Y_MUTANT"].partition(" = ")
    module, _, path = place.partition(":")
    *holders, name = path.split(".")
    holder = importlib.import_module(module)
    for one in holders:
        holder = getattr(holder, one)
    getattr(holder, name)  # What is not there guards nothing.
    setattr(holder, name, eval(instead, vars(importlib.import_module(module))))


def pytest_sessionstart(session: pytest.Session) -> None:
    """That a test fails is enough: the smallest case that it fails of is not looked for, which takes minutes."""
    from hypothesis import Phase, settings

    settings.register_profile("mutant", settings.get_profile("ci"), phases=[Phase.generate])
    settings.load_profile("mutant")
