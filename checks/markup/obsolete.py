"""Markup that has had its day: elements and attributes for looks, spacer images, plug-ins. All of it good practice.

What fails: `font`, `center`, `big`, `strike`, `tt`, `frameset`, `marquee`, `blink`, `applet`; `bgcolor`, `align`,
`background`, `link`, `text` and their like; images of one pixel; `object` and `embed` for plug-ins that no browser
runs any longer.

For whom: people with colours and typefaces of their own may not get them; what moves by itself disturbs.

How to fix: move looks to CSS, and replace plug-ins with HTML.

Limits: one finding for each element or attribute name and document, at its first place, with the count: the cause is
nearly always one template.

Source: HTML Standard, obsolete features; WCAG techniques C22, G140; failures F16, F47 for what moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from checks.markup.document import Fault, Markup, findings, rendered, shown, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ELEMENTS = frozenset(
    {
        "acronym",
        "applet",
        "basefont",
        "bgsound",
        "big",
        "blink",
        "center",
        "dir",
        "font",
        "frame",
        "frameset",
        "keygen",
        "listing",
        "marquee",
        "nobr",
        "noembed",
        "noframes",
        "plaintext",
        "rb",
        "rtc",
        "spacer",
        "strike",
        "tt",
        "xmp",
    }
)
ATTRIBUTES = frozenset(
    {
        "align",
        "alink",
        "background",
        "bgcolor",
        "cellpadding",
        "cellspacing",
        "clear",
        "compact",
        "hspace",
        "link",
        "noshade",
        "nowrap",
        "text",
        "valign",
        "vlink",
        "vspace",
    }
)
DRAWINGS = frozenset({"svg", "math", "canvas"})

_PLUGIN = re.compile(
    r"flash|shockwave|silverlight|java-applet|x-director|futuresplash|real(audio|video)", re.IGNORECASE
)


@check(
    id="markup-obsolete",
    title=Text("Föråldrad kod", "Obsolete markup"),
    criteria=(),
    looks_at=Text("Element, attribut, enpixelsbilder och insticksprogram.", "Elements, attributes, spacers, plug-ins."),
    certainty=Text("Hög; allt är god praxis.", "High; all of it good practice."),
)
def look(state: State) -> Iterator[Finding]:
    """One finding a name and document."""
    for markup in state.once(rendered):
        yield from findings(state, "markup-obsolete", markup, _faults(markup))


def _faults(markup: Markup) -> Iterator[Fault]:
    first: dict[str, tuple[Tag, Text]] = {}
    count: dict[str, int] = {}
    for tag in markup.soup.find_all(True):
        if tag.find_parent(DRAWINGS) or tag.name in DRAWINGS or "-" in tag.name:
            continue
        for rule, what in _obsolete_in(tag):
            first.setdefault(rule, (tag, what))
            count[rule] = count.get(rule, 0) + 1
    for rule, (tag, what) in first.items():
        yield Fault(
            tag,
            rule,
            "obsolete-markup",
            (),
            Text(
                "Utseendet ligger i CSS, och innehållet i HTML som webbläsare visar",
                "Looks lie in CSS, and content in HTML that browsers show",
            ),
            Text(f"{what.sv}, {count[rule]} på sidan", f"{what.en}, {count[rule]} on the page"),
        )


def _obsolete_in(tag: Tag) -> Iterator[tuple[str, Text]]:
    if tag.name in ELEMENTS:
        yield f"element-{tag.name}", Text(f"elementet {tag.name}", f"the element {tag.name}")
    for name in ATTRIBUTES:
        if tag.has_attr(name) and tag.name not in ("a", "link"):
            yield f"attribute-{name}", Text(f"attributet {name}", f"the attribute {name}")
    if tag.name == "img" and _is_spacer(tag):
        yield "spacer", Text("bild som bara ger mellanrum", "an image that only makes space")
    kind = f"{value(tag, 'type')} {value(tag, 'classid')} {value(tag, 'data')} {value(tag, 'src')}"
    if tag.name in ("object", "embed") and (_PLUGIN.search(kind) or ".swf" in kind):
        yield "plug-in", Text(f"insticksprogram ({tag.name})", f"a plug-in ({tag.name})")


def _is_spacer(image: Tag) -> bool:
    """An image that is one pixel in some direction by its own attributes, with no alternative text, and shown."""
    small = [value(image, name) in ("1", "1px", "0") for name in ("width", "height")]
    name = value(image, "src").rpartition("/")[2].lower()
    named = re.match(r"^(spacer|blank|pixel|clear|transparent|shim|dot)[-_\d]*\.(gif|png)$", name)
    return shown(image) and not value(image, "alt") and bool(all(small) or named)
