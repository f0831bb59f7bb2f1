"""What WCAG, EN 301 549 and Swedish law say: look-ups over data files, and nothing else."""

from standards.functional import Functional, Situation, functional, situation, situations
from standards.kinds import Kind, kind, kinds
from standards.law import Ground, Scope, legal_ground
from standards.measured import Trust, trust
from standards.rules import Rule, rule, rules
from standards.text import Text
from standards.unknown import Unknown
from standards.wcag import Criterion, criteria, criterion

__all__ = [
    "Criterion",
    "Functional",
    "Ground",
    "Kind",
    "Rule",
    "Scope",
    "Situation",
    "Text",
    "Trust",
    "Unknown",
    "criteria",
    "criterion",
    "functional",
    "kind",
    "kinds",
    "legal_ground",
    "rule",
    "rules",
    "situation",
    "situations",
    "trust",
]
