"""Gives an engine's word the weight that its rule has earned (`standards.trust`)."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import standards
from checks.model import Finding, Outcome, Text
from standards.rules import Engine


def weighed(finding: Finding) -> Finding:
    """The finding as its rule's measured precision allows it to be told: failed, asked, or in support of others.

    What an engine only asks, or could not test, stays as it is.
    """
    if finding.outcome is not Outcome.FAILED:
        return finding
    trust = standards.trust(cast(Engine, finding.engine), finding.rule)
    if trust.weight == "fails":
        return finding
    title = standards.kind(finding.kind).title
    return replace(
        finding,
        outcome=Outcome.CANT_TELL,
        question=Text(f"{title.sv}: stämmer det här?", f"{title.en}: is that so here?"),
        evidence=finding.evidence | {"träffsäkerhet": trust.told},
        supports=trust.weight == "supports",
    )
