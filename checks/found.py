"""Puts a finding together: without a question it is certain, with one a person must look."""

from __future__ import annotations

from checks.model import Element, Finding, Outcome, Text

Words = tuple[str, str]


def found(
    check: str,
    rule: str,
    kind: str,
    element: Element | None,
    *,
    criteria: tuple[str, ...] = (),
    expected: Words,
    observed: Words,
    question: Words | None = None,
    evidence: dict[str, str] | None = None,
    help_url: str = "",
) -> Finding:
    """A finding of one of the suite's own checks; `Words` are Swedish and English."""
    return Finding(
        check=check,
        rule=rule,
        engine=check,
        outcome=Outcome.CANT_TELL if question else Outcome.FAILED,
        kind=kind,
        criteria=criteria,
        element=element,
        expected=Text(*expected),
        observed=Text(*observed),
        question=Text(*question) if question else None,
        help_url=help_url,
        evidence=evidence or {},
    )
