"""The pytest plugin: `pytest scenarios` drives scenarios and writes the reports.

Scenarios are ordinary pytest items, so `-k`, `-m`, `-n 2` and pytest-html work as everywhere. The
command line is the same engine: it calls pytest with this plugin's options. Nothing wakes up here
when pytest is run for something else, such as the suite's own tests.
"""

from __future__ import annotations

import pytest

from harness.errors import EssetError
from harness.options import OPTIONS
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
    if any(_lies_in_scenarios(config, argument) for argument in config.args):
        # Only now: every other use of pytest in this environment loads this module too.
        from harness import fixtures
        from harness.driving import Driving

        try:
            config.pluginmanager.register(Driving(config), "esset-driving")
        except EssetError as error:
            raise pytest.UsageError(str(error)) from None
        config.pluginmanager.register(fixtures, "esset-fixtures")


def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> list[pytest.Item] | None:
    return list(collector._genfunctions(name, obj)) if scenario_of(obj) else None


def _lies_in_scenarios(config: pytest.Config, argument: str) -> bool:
    folder = config.rootpath / "scenarios"
    path = (config.invocation_params.dir / argument.split("::")[0]).resolve()
    return path == folder or folder in path.parents
