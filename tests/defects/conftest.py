"""Findings, visits and scenarios made up for the tests of defects."""

from __future__ import annotations

from checks.model import Element, Finding, Outcome, Text, Visit

NOTHING = Text("", "")


def make_finding(
    name: str, *, check: str = "axe", outcome: Outcome = Outcome.FAILED, criteria: tuple[str, ...] = ("4.1.2",)
) -> Finding:
    """A button called `name` that has no name: another fault for every name."""
    element = Element(
        (f"html>:nth-child(2)>{name}",), name, "", "", "", None, (f"button\x1f#{name}", "main", "body", "html")
    )
    question = NOTHING if outcome is Outcome.CANT_TELL else None
    return Finding(check, check, check, outcome, "missing-name", criteria, element, NOTHING, NOTHING, question)


def make_untested(check: str) -> Finding:
    """What is told of a check that broke."""
    told = {"error": "RuntimeError"}
    return Finding(check, check, check, Outcome.UNTESTED, "untested", (), None, NOTHING, NOTHING, evidence=told)


def make_visit(scenario: str, state: str, *findings: Finding, number: int = 1) -> Visit:
    return Visit(scenario, state, number, f"http://127.0.0.1/{state}", state, findings, {})
