"""Tells by what two findings are the same fault.

A fingerprint holds what a fault keeps while the page lives: the kind of fault, its criteria, and the
signature of the element without positions, numbers, generated names, and classes that tell a
passing state (`is-open`, `wrong`). What else belongs to it depends on where the cause of that kind
lies (`standards.Kind.cause`):

- `style`: in a class or a colour. The same class on another page is the same fault, so only the
  classes of the element, and of the nearest ancestor that has any, count.
- `content`: in the element. The way up to its landmark counts, and the page it stands on, unless
  it stands in what all pages share (header, navigation, footer).
- `template`: in what pages are made from, such as their viewport or language. Pages don't count.
- `page`: in the document. The page counts.

Good grouping matters more than it looks: users of other tools report 575 errors that were five faults.
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
REPEATED = frozenset(
    {"tr", "li", "dd", "option", "@role=row", "@role=listitem", "@role=option", "@role=treeitem", "@role=gridcell"}
)

WRAPPERS = frozenset({"div", "span"})
"""Elements that mean nothing by themselves: they come and go with the layout, so without a name they don't count."""

_NUMBER = re.compile(r"[0-9]+|(?<=[-_:])[0-9a-f]{6,}\b", re.IGNORECASE)
_STATE = re.compile(
    r"(^|[-_])((is|has)-.+|active|selected|open|closed|expanded|collapsed|wrong|error|invalid|valid|focus|hover|checked|current"
    r"|disabled|enabled|loading|visited|on|off|ng-.+)$"
)
_LOOK = (".", "@role", "@type")
_IDENTITY = ("#", "@name", "@data-testid", "@for", "@to", "@autocomplete")


def fingerprint(finding: Finding, url: str) -> str:
    """Sixteen hexadecimal digits that stay the same while the fault does."""
    cause = standards.kind(finding.kind).cause
    marks = [finding.kind, *sorted(finding.criteria)]
    if finding.element is None or cause == "page":
        marks += [route(url), *_depth(finding.element)]
    elif cause == "template":
        marks += [_bits(finding.element.signature[0])[0], *_depth(finding.element)]
    elif cause == "style":
        marks += _looks(finding.element)
    else:
        marks += _identity(finding.element, url)
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:16]


def route(url: str) -> str:
    """The page that a URL leads to, whoever is shown on it: the path with its numbers taken out."""
    return "/".join(":id" if re.search(r"\d", part) else part for part in urlsplit(url).path.split("/"))


def _looks(element: Element) -> list[str]:
    """The element's tag and classes, and those of the nearest ancestor with a class."""
    own, *above = element.signature
    dressed = next((step for step in above if any(bit.startswith(".") for bit in _bits(step))), "")
    return [_kept(own, _LOOK), _kept(dressed, _LOOK)]


def _identity(element: Element, url: str) -> list[str]:
    steps = [_bits(step) for step in element.signature]
    up_to = next((at for at, bits in enumerate(steps) if at and LANDMARKS.intersection(bits)), len(steps) - 1)
    shared = any(SHARED.intersection(bits) for bits in steps)
    own = _kept(element.signature[0], _own(steps))
    above = [told for step in element.signature[1 : up_to + 1] if (told := _kept(step, ("@role", "#"))) not in WRAPPERS]
    return [own, *above] if shared else [route(url), own, *above]


def _own(steps: list[list[str]]) -> tuple[str, ...]:
    """What tells the element from others: its own identity, or, in a row and where it has none, its look.

    Rows and items of a list are the same fault many times: what tells one row from another does not count.
    """
    if any(REPEATED.intersection(bits) for bits in steps):
        return _LOOK
    named = any(bit.startswith(("#", "@name", "@data-testid")) for bit in steps[0])
    return (*_IDENTITY, "@role", "@type") if named else (*_IDENTITY, *_LOOK)


def _bits(step: str) -> list[str]:
    return step.split(SEPARATOR)


def _kept(step: str, marks: tuple[str, ...]) -> str:
    """A step's tag with those of its bits that bear a mark, without numbers and passing states."""
    tag, *bits = _bits(step)
    kept = {
        _NUMBER.sub("", bit)
        for bit in bits
        if bit.startswith(marks) and not (bit.startswith(".") and _STATE.search(bit[1:]))
    }
    return SEPARATOR.join([tag, *sorted(kept)])


def _depth(element: Element | None) -> list[str]:
    """Which frame's document is meant, by how deep it lies: nothing for the page itself."""
    return [str(len(element.path))] if element and len(element.path) > 1 else []
