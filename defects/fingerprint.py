"""Tells by what two findings are the same fault.

A fingerprint holds what a fault keeps while the page lives: the kind of fault, and the
signature of the element without positions, numbers and generated names. What else belongs to it
depends on where the cause of that kind lies (`standards.Kind.cause`):

- `style`: in a class or a colour. The same class on another page is the same fault, so only the
  element itself and its parent count.
- `content`: in the element. The whole way up to its landmark counts, and the page it stands on,
  unless it stands in what all pages share (header, navigation, footer).
- `page`: in the document. The page counts.

Good duplicate grouping matters more than it looks: users of other tools report 575 errors that
were five faults.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

import standards
from checks.model import Element, Finding

SEPARATOR = "\x1f"
SHARED = frozenset({"header", "nav", "footer", "@role=banner", "@role=navigation", "@role=contentinfo"})
LANDMARKS = SHARED | {"main", "aside", "dialog", "@role=main", "@role=dialog", "@role=search", "form"}
REPEATED = frozenset({"tr", "li", "dd", "option", "@role=row", "@role=listitem", "@role=option", "@role=treeitem", "@role=gridcell"})

_GENERATED = re.compile(r"[0-9]+|(?<=[-_:])[0-9a-f]{6,}\b", re.IGNORECASE)


def fingerprint(finding: Finding, url: str) -> str:
    """Sixteen hexadecimal digits that stay the same while the fault does."""
    cause = standards.kind(finding.kind).cause
    marks = [finding.kind, *sorted(finding.criteria)]
    if finding.element is None or cause == "page":
        marks += [route(url), *(finding.element.signature[:0] if finding.element else ()), *_frames(finding.element)]
    elif cause == "style":
        marks += [_steady(step, own=True) for step in finding.element.signature[:2]]
    else:
        marks += _identity(finding.element, url)
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:16]


def route(url: str) -> str:
    """The page that a URL leads to, whoever is shown on it: the path with its numbers taken out."""
    return "/".join(":id" if re.search(r"\d", part) else part for part in urlsplit(url).path.split("/"))


def _identity(element: Element, url: str) -> list[str]:
    steps = [step.split(SEPARATOR) for step in element.signature]
    # Rows and items of a list are the same fault many times: what tells them apart does not count.
    repeated = any(REPEATED.intersection(bits) for bits in steps)
    up_to = next((at for at, bits in enumerate(steps) if at and LANDMARKS.intersection(bits)), len(steps) - 1)
    shared = any(SHARED.intersection(bits) for bits in steps)
    marks = [_steady(SEPARATOR.join(bits), own=not (repeated and at == 0)) for at, bits in enumerate(steps[: up_to + 1])]
    return marks if shared else [route(url), *marks]


def _steady(step: str, *, own: bool) -> str:
    """A step of a signature without numbers; without what only one row has, unless it is its `own`."""
    tag, *bits = step.split(SEPARATOR)
    kept = [bit for bit in bits if own or bit.startswith((".", "@role", "@type"))]
    return SEPARATOR.join([tag, *sorted({_GENERATED.sub("", bit) for bit in kept})])


def _frames(element: Element | None) -> list[str]:
    """Which frame's document is meant, by how deep it lies: 0 for the page itself."""
    return [str(len(element.path) - 1)] if element else []
