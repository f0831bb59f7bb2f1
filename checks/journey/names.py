"""The same function under the same name on every page.

What fails: a link of the navigation, header or footer that is called something else on one page than
on most others of the same surface, with no word in common, although it leads to the same page.

For whom: people who use a screen reader or speech control, and all who find it hard to get their
bearings: they know a control by its name.

How to fix: one name for one function, from one place in the code.

Limits: sameness of function is told by the same address in the same region; two names of it on one
page, such as a logotype and a link to the start, are both taken as known. Numbers in names are left
out. Where fewer than three pages bear the usual name, it is asked about.

Source: WCAG 2.2 success criterion 3.2.4, technique G197; failure F31.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checks.found import found
from checks.journey.frame import Framed, by_surface, frame, noted
from checks.model import Finding, Stop, Text
from checks.registry import check
from checks.state import State

ID = "consistent-names"

USUAL = 3
"""Pages that must bear a name for it to be the certain one."""


def across(stops: Sequence[Stop]) -> Iterable[tuple[Stop, Finding]]:
    """Links of the frame under another name than most pages give them."""
    for surface in by_surface(stops):
        yield from _renamed(surface)


@check(
    id=ID,
    title=Text("Samma funktion, samma namn", "The same function, the same name"),
    criteria=("3.2.4",),
    looks_at=Text("Länkar i sidornas ram på en yta.", "Links in the frame of a surface's pages."),
    certainty=Text("Hög för det som minst tre sidor är ense om.", "High for what at least three pages agree on."),
    across=across,
)
def look(state: State) -> Iterable[Finding]:
    """Notes the frame of the page."""
    state.notes[ID] = noted(state.once(frame))
    return ()


def _renamed(surface: Sequence[Framed]) -> Iterator[tuple[Stop, Finding]]:
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, told in surface:
        for key, name in {((link.target, link.part), link.name) for link in told.links}:
            names[key][name] += 1
    told_already: set[tuple[tuple[str, str], str]] = set()
    for stop, told in surface:
        here: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in told.links:
            here[link.target, link.part].append(link.name)
        for link in told.links:
            key = (link.target, link.part)
            usual, pages = names[key].most_common(1)[0]
            known = any(_akin(usual, name) for name in here[key])
            if known or names[key][link.name] >= pages or (key, link.name) in told_already:
                continue
            told_already.add((key, link.name))
            yield (
                stop,
                found(
                    ID,
                    "renamed-link",
                    "consistent-identification",
                    link.element,
                    criteria=("3.2.4",),
                    expected=(
                        f"Länken heter ”{usual}”, som på andra sidor",
                        f"The link is called “{usual}”, as elsewhere",
                    ),
                    observed=(f"Här heter den ”{link.name}”", f"Here it is called “{link.name}”"),
                    question=None
                    if pages >= USUAL
                    else (
                        f"Är ”{link.name}” samma funktion som ”{usual}” på andra sidor?",
                        f"Is “{link.name}” the same function as “{usual}” on other pages?",
                    ),
                    evidence={"adress": link.target},
                ),
            )


def _akin(one: str, other: str) -> bool:
    words = [set(re.findall(r"[^\W\d_]{3,}", name.casefold())) for name in (one, other)]
    return bool(words[0] & words[1]) or words[0] == words[1]
