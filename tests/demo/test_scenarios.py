"""The scenarios' declarations are complete, and they stop often enough."""

from __future__ import annotations

import pytest

from scenarios.model import Audience, Scenario
from scenarios.registry import all_scenarios
from tests.demo.test_answer_key import states

SURFACES = {Audience.INVANARE: "kundportal", Audience.MEDARBETARE: "arendesystem"}


def test_there_are_enough_states() -> None:
    assert len(states()) >= 110


@pytest.mark.parametrize("scenario", all_scenarios(), ids=lambda scenario: scenario.id)
def test_a_declaration_is_complete(scenario: Scenario) -> None:
    assert scenario.title and scenario.surface == SURFACES[scenario.audience]
    assert scenario.story.startswith("Jag är") and "Jag vill" in scenario.story
    assert "så att" in scenario.story or "för att" in scenario.story
    assert sum(state.startswith(f"{scenario.id}/") for state in states()) >= 3
