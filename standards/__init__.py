"""What WCAG, EN 301 549 and Swedish law say: look-ups over data files, and nothing else."""

from standards.functional import Functional, Situation, functional, situation, situations
from standards.guides import Clause, Guide, clauses, guide, guides
from standards.kinds import Kind, kind, kinds
from standards.law import Ground, Scope, legal_ground
from standards.measured import Trust, trust
from standards.rules import Rule, rule, rules
from standards.switched_off import switched_off
from standards.text import Text
from standards.unknown import Unknown
from standards.wcag import Criterion, criteria, criterion

__all__ = [
    "Clause",
    "Criterion",
    "Functional",
    "Ground",
    "Guide",
    "Kind",
    "Rule",
    "Scope",
    "Situation",
    "Text",
    "Trust",
    "Unknown",
    "clauses",
    "criteria",
    "criterion",
    "functional",
    "guide",
    "guides",
    "kind",
    "kinds",
    "legal_ground",
    "rule",
    "rules",
    "situation",
    "situations",
    "switched_off",
    "trust",
]
