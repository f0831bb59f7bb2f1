"""Who does what in Esset, and why: one module an area, stories as code."""

from scenarios.model import Area, Audience, Scenario, Walk, scenario, scenario_of

__all__ = ["Area", "Audience", "Scenario", "Walk", "scenario", "scenario_of"]
