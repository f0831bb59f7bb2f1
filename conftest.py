"""How the suite's own tests are run: quick ones first, and how hard they try where cases are generated.

Scenarios need nothing here: their plugin is installed with the suite (`harness.plugin`).
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# A team's decisions lie in the same folder as these tests.
os.environ.setdefault("ESSET_A11Y_REVIEW", "none")

# Deterministic where a change is judged, so that a red run says something of the change; the night tries new cases.
settings.register_profile(
    "ci", max_examples=50, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("ESSET_A11Y_HYPOTHESIS", "ci"))
NIGHT = os.environ.get("ESSET_A11Y_HYPOTHESIS") == "nightly"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a browser comes last, so that plain mistakes are told within seconds; the night's own are left out."""
    for item in items:
        if not NIGHT and item.get_closest_marker("nightly"):
            item.add_marker(pytest.mark.skip(reason="runs with make nightly"))
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, "slow" in item.keywords))
