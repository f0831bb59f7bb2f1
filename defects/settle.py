"""Lets checks answer each other: what one is certain of settles what another only asks, or doubts what it fails.

A `passed` finding is as certain as a `failed` one: its check has seen, on this element and at this state, that
what the kind of fault would break holds. So, for the same element, kind of fault and criterion:

- another check's question is answered, and is not asked again;
- another check's `failed` stands against it: nobody knows which is right, so it becomes a question that names both.

Elements are the same when their paths are (through frames and shadow roots; see `checks.model.Element`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checks.model import Finding, Outcome, Text


def settled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of one state that tell of a fault or ask a question, when all have had their say."""
    passed: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        if one.outcome is Outcome.PASSED and one.element:
            passed.setdefault(one.element.path, []).append(one)
    for one in findings:
        if one.outcome not in (Outcome.FAILED, Outcome.CANT_TELL):
            continue
        against = one.element and passed and _against(one, passed.get(one.element.path, ()))
        if not against:
            yield one
        elif one.outcome is Outcome.FAILED:
            yield _disputed(one, against)


def answering(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one state without each `passed` that answers nobody; most of a page passes."""
    asked = {
        (one.element.path, one.kind)
        for one in findings
        if one.element and one.outcome in (Outcome.FAILED, Outcome.CANT_TELL)
    }
    return [
        one
        for one in findings
        if one.outcome is not Outcome.PASSED or not one.element or (one.element.path, one.kind) in asked
    ]


def _against(finding: Finding, passed: Iterable[Finding]) -> Finding | None:
    """Another check's finding that says the opposite of all that this one says."""
    return next(
        (
            other
            for other in passed
            if other.check != finding.check
            and other.kind == finding.kind
            # Good practice asks for more than a criterion does: what passes the one says nothing of the other.
            and (set(finding.criteria) <= set(other.criteria) if finding.criteria else not other.criteria)
        ),
        None,
    )


def _disputed(finding: Finding, against: Finding) -> Finding:
    sv = f"{finding.engine} underkänner och {against.engine} godkänner: vilken har rätt?"
    en = f"{finding.engine} fails it and {against.engine} passes it: which is right?"
    return replace(
        finding,
        outcome=Outcome.CANT_TELL,
        question=Text(
            f"{sv} {finding.observed.sv} – {against.observed.sv}", f"{en} {finding.observed.en} – {against.observed.en}"
        ),
        evidence=finding.evidence | {"oenighet": f"{finding.engine}: failed; {against.engine}: passed"},
    )
