"""What an application is: what to install, how it is started, and how it is driven."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from harness.bench import apps
from scenarios.model import Walk


@dataclass(frozen=True)
class App:
    """An application from a registry, with made data.

    `requirements` are installed in an environment of its own. `site` is a folder in
    `harness/bench/sites`; its `start.py` is run there with a port and an empty folder to work in, and
    answers at `ready` when it is up.
    """

    id: str
    title: str
    requirements: tuple[str, ...]
    site: str
    ready: str
    drive: Callable[[Page, Walk], None]


def all_apps() -> dict[str, App]:
    """Every application there is, by its id: a module of `harness/bench/apps` with an `APP`."""
    modules = (importlib.import_module(f"harness.bench.apps.{one.name}") for one in pkgutil.iter_modules(apps.__path__))
    return {module.APP.id: module.APP for module in modules if hasattr(module, "APP")}
