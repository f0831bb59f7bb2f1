"""How the suite's own tests are run: quick ones first, and the night's own at night only.

Scenarios need nothing here: their plugin is installed with the suite (`harness.plugin`).
"""

from __future__ import annotations

import os

import pytest

# A team's decisions lie in the same folder as these tests.
os.environ.setdefault("ESSET_A11Y_REVIEW", "none")

NIGHT = os.environ.get("ESSET_A11Y_HYPOTHESIS") == "nightly"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a browser comes last, so that plain mistakes are told within seconds; the night's own are left out."""
    for item in items:
        if not NIGHT and item.get_closest_marker("nightly"):
            item.add_marker(pytest.mark.skip(reason="runs with make nightly"))
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, "slow" in item.keywords))
