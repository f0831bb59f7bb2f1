"""The pytest plugin: `pytest scenarios` drives scenarios and writes the reports.

Scenarios are ordinary pytest items, so `-k`, `-m`, `-n 2` and pytest-html work as everywhere. The
command line is the same engine: it calls pytest with this plugin's options. Nothing wakes up here
when pytest is run for something else, such as the suite's own tests.
"""

from __future__ import annotations

import os

import pytest

from harness.errors import EssetError
from harness.options import OPTIONS
from harness.shards import processes
from scenarios.model import Area, Audience, scenario_of


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("esset", "tillgänglighetstester för Esset")
    for name, option in OPTIONS.items():
        several = {"action": "append", "default": []} if option.several else {}
        group.addoption(option.flag, dest=f"esset_{name}", help=option.help, **several)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    for name in (*(audience.replace("å", "a") for audience in Audience), *(area.name.lower() for area in Area)):
        config.addinivalue_line("markers", f"{name}: scenarios of this audience or area")
    if _drives_scenarios(config):
        # Only now: every other use of pytest in this environment loads this module too.
        from harness import fixtures
        from harness.driving import Driving

        try:
            config.pluginmanager.register(Driving(config), "esset-driving")
        except EssetError as error:
            raise pytest.UsageError(str(error)) from None
        config.pluginmanager.register(fixtures, "esset-fixtures")


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """xdist asks what `-n auto` means; its own variable, where set, says otherwise."""
    told = os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS")
    return None if told or not _drives_scenarios(config) else processes()


def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> list[pytest.Item] | None:
    return list(collector._genfunctions(name, obj)) if scenario_of(obj) else None


def _drives_scenarios(config: pytest.Config) -> bool:
    return any(_lies_in_scenarios(config, argument) for argument in config.args)


def _lies_in_scenarios(config: pytest.Config, argument: str) -> bool:
    folder = config.rootpath / "scenarios"
    path = (config.invocation_params.dir / argument.split("::")[0]).resolve()
    return path == folder or folder in path.parents
