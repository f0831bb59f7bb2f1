"""Which fingerprints are one fault under several names.

Engines look at the same element and call what they see by different kinds or criteria: a field with no name is
`missing-label` to one and `name-role-value` to another, or 4.1.2 to one and 1.3.1 besides to the other. Where two
checks meet on an element at a state (by its path, so through frames and shadow roots) and mean the same by kind, or
by kinds that are akin and a criterion that both name, their fingerprints are one fault everywhere. So it is where a
fault is told of an element and of one just within it, and where the very same markup comes back in a scenario.

Two kinds that are not akin stay two faults even on one element under one criterion: a button that has no name and
does not tell its state has both to be mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import standards
from checks.model import Element, Finding, Outcome, Visit

Mark = str
Hops = tuple[str, ...]

MISPLACED = frozenset({"list-structure", "wrong-structure", "table-structure"})
"""Parts that lie where they must not: told of the part by one rule, and of what it lies in by another."""

AKIN = (
    # No name, whatever the element is.
    frozenset({"missing-name", "missing-label", "missing-alt", "name-role-value", "visible-label", "frame-title"}),
    # A name that says too little.
    frozenset({"poor-alt", "link-purpose", "unclear-label", "redundant-alt"}),
    MISPLACED,
    frozenset({"heading-structure", "emphasis-by-style", "empty-heading"}),
    # Out of the keyboard's reach.
    frozenset({"keyboard", "keyboard-unreachable", "name-role-value"}),
    # Wrong ARIA: the attribute, or what follows from it.
    frozenset({"aria-invalid", "name-role-value", "wrong-structure"}),
    frozenset({"reflow", "text-resize", "text-spacing", "zoom-blocked"}),
    frozenset({"dialog-focus", "focus-not-moved", "focus-order", "focus-lost"}),
    frozenset({"error-not-identified", "error-not-linked", "error-suggestion"}),
)
"""Kinds that engines use for one and the same fault."""

ORDER = {"markup": 1, "axe": 2, "ibm": 3, "htmlcs": 4}
"""Whose name a fault goes by where several are certain: a check of our own first, then engines by their precision."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")

NESTED = 2
"""Steps between an element and one within it, at most, for a fault told at both to be the same."""


def one_fault(marked: Iterable[tuple[Visit, Sequence[tuple[Mark, Finding]]]]) -> Mapping[Mark, Mark]:
    """For each fingerprint the one that its fault goes by; `marked` gives each visit's findings with theirs."""
    leads: dict[Mark, Mark] = {}
    rank: dict[Mark, tuple[bool, int, Mark]] = {}
    alike: dict[tuple[str, ...], Mark] = {}
    for visit, findings in marked:
        meeting: dict[Hops, list[tuple[Mark, Finding]]] = {}
        for mark, finding in findings:
            leads.setdefault(mark, mark)
            own = (finding.outcome is not Outcome.FAILED, ORDER.get(finding.engine, 0), mark)
            rank[mark] = min(rank.get(mark, own), own)
            if finding.element:
                meeting.setdefault(finding.element.path, []).append((mark, finding))
                # The very same markup in the very same place is the same fault, though a form that was sent in
                # comes back under another address.
                again = alike.setdefault(_very(visit, finding, finding.element), mark)
                _lead(mark, again, leads)
        for path, here in meeting.items():
            for outer in (path, *_around(path)):
                if outer in meeting:
                    _join(here, meeting[outer], outer == path, leads)
    best: dict[Mark, Mark] = {}
    for mark in leads:
        root = _root(mark, leads)
        best[root] = min(best.get(root, mark), mark, key=lambda one: rank[one])
    return {mark: best[_root(mark, leads)] for mark in leads}


def _join(
    here: Sequence[tuple[Mark, Finding]],
    there: Sequence[tuple[Mark, Finding]],
    same: bool,
    leads: dict[Mark, Mark],
) -> None:
    """Join what means the same of two elements, or of one where they are the `same`."""
    if same and len(here) == 1:
        return
    kinds: dict[str, set[str]] = {}
    for _, finding in here:
        kinds.setdefault(finding.check, set()).add(finding.kind)
    means = _mean_the_same if same else _lie_within
    for mark, finding in here:
        for other_mark, other in there:
            if _root(mark, leads) != _root(other_mark, leads) and means(finding, other, kinds):
                _lead(mark, other_mark, leads)


def _mean_the_same(one: Finding, other: Finding, kinds: Mapping[str, set[str]]) -> bool:
    if one.kind == other.kind:
        return bool(set(one.criteria) & set(other.criteria)) or one.criteria == other.criteria == ()
    if one.check == other.check or not set(one.criteria) & set(other.criteria):
        return False
    # A check that tells both kinds apart on this element means two faults by them.
    both = {one.kind, other.kind}
    return not any(both <= own for own in kinds.values()) and any(both <= akin for akin in AKIN)


def _lie_within(inner: Finding, outer: Finding, kinds: Mapping[str, set[str]]) -> bool:
    """Whether a fault is told of an element and of one within it: what is inherited, and parts that are misplaced."""
    if not set(inner.criteria) & set(outer.criteria):
        return False
    if inner.kind != outer.kind:
        return {inner.kind, outer.kind} <= MISPLACED
    return standards.kind(inner.kind).cause != "style" or _colours(inner) == _colours(outer)


def _colours(finding: Finding) -> set[str]:
    return set(_COLOUR.findall(finding.observed.en.lower()))


def _very(visit: Visit, finding: Finding, element: Element) -> tuple[str, ...]:
    return (visit.scenario, finding.kind, *finding.criteria, element.html, *element.path)


def _around(path: Hops) -> Iterator[Hops]:
    """The paths of the elements just around, within the same root."""
    *outer, hop = path
    for _ in range(NESTED):
        hop, child, _ = hop.rpartition(">")
        if not child:
            return
        yield (*outer, hop)


def _lead(one: Mark, other: Mark, leads: dict[Mark, Mark]) -> None:
    leads[_root(one, leads)] = _root(other, leads)


def _root(mark: Mark, leads: dict[Mark, Mark]) -> Mark:
    while (lead := leads[mark]) != mark:
        leads[mark] = leads[lead]
        mark = lead
    return mark
