"""Headings and lists as they look, held against headings and lists as they are marked up.

What fails: a short line of its own, larger or bolder than the text that follows it, that stands over
that text as a heading does and is not marked up as one; lines that each begin with the same bullet,
or with numbers that count on, and are no list; a heading that only says that it is one ("Rubrik 1",
"Section", "Del 2").

For whom: people who use a screen reader jump from heading to heading and are told how many items a
list has; those who find reading hard lean on headings that tell what follows.

How to fix: h1–h6 for what heads a text, ul or ol for what is listed; words that tell what the part is about.

Limits: what is bold but not larger than its text is asked about, as emphasis may be meant. Headings
made of pictures are not seen. Whether a heading fits its text is for a person.

Source: WCAG 2.2 success criteria 1.3.1 and 2.4.6, techniques H42, H48, G130, G141; failure F2. ACT rule b49b2e.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from checks.content.words import words
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "structure-as-seen"

LARGER = 1.2
"""How much larger than its text a line must be set to be certainly a heading, when it is bold too or larger still."""

MUCH_LARGER = 1.45

SLIGHTLY_LARGER = 1.1
SEVERAL = 3
"""From so many bold lines of one look on, each over a text of its own, being slightly larger is enough."""


@check(
    id=ID,
    title=Text("Rubriker och listor som de ser ut", "Headings and lists as they look"),
    criteria=("1.3.1", "2.4.6"),
    looks_at=Text("Synlig text, dess storlek och det som följer.", "Visible text, its size and what follows."),
    certainty=Text("Hög för större och fetare rader; frågar annars.", "High for larger and bolder lines; else asks."),
)
def look(state: State) -> Iterator[Finding]:
    """What looks like structure and is none, and headings that say nothing."""
    yield from tell(state, _told(gather(state, "checks.content", "structure.js")))


def _told(sights: Iterable[Sight]) -> Iterator[Told]:
    for sight in sights:
        match sight.told["sort"]:
            case "heading" if words().empty_heading(sight.told["text"]):
                yield sight, _empty(sight)
            case "like-heading":
                yield sight, _like_heading(sight)
            case "like-list":
                yield sight, _like_list(sight)


def _empty(sight: Sight) -> partial[Finding]:
    text = sight.told["text"]
    return partial(
        found,
        ID,
        "empty-heading-words",
        "unclear-heading",
        criteria=("2.4.6",),
        expected=("Rubriken säger vad delen handlar om", "The heading tells what the part is about"),
        observed=(f"Rubriken säger bara ”{text}”", f"The heading only says “{text}”"),
    )


def _like_heading(sight: Sight) -> partial[Finding]:
    told = sight.told
    larger = SLIGHTLY_LARGER if told["alike"] >= SEVERAL else LARGER
    sure = told["ratio"] >= MUCH_LARGER or (told["bold"] and told["ratio"] >= larger)
    size = f"{told['ratio']:.1f}".replace(".", ",")
    return partial(
        found,
        ID,
        "looks-like-heading",
        "heading-structure",
        criteria=("1.3.1",),
        expected=(
            "Det som ser ut som en rubrik är uppmärkt som rubrik",
            "What looks like a heading is marked up as one",
        ),
        observed=(
            f"”{told['text']}” står ensam på en rad över text som den är {size} gånger så stor som"
            f"{' och fetare än' if told['bold'] else ''}, men är ingen rubrik i koden",
            f"“{told['text']}” stands on a line of its own above text that it is {told['ratio']:.1f} times as large as"
            f"{' and bolder than' if told['bold'] else ''}, but is no heading in the code",
        ),
        question=None
        if sure
        else (f"Är ”{told['text']}” rubrik för det som följer?", f"Is “{told['text']}” a heading of what follows?"),
    )


def _like_list(sight: Sight) -> partial[Finding]:
    told = sight.told
    lines = " / ".join(told["lines"])
    sure = told["count"] >= 3 or told["bullets"]
    return partial(
        found,
        ID,
        "looks-like-list",
        "list-structure",
        criteria=("1.3.1",),
        expected=("Det som ser ut som en lista är uppmärkt som lista", "What looks like a list is marked up as one"),
        observed=(
            f"{told['count']} rader börjar med listtecken men är ingen lista i koden: {lines}",
            f"{told['count']} lines begin with the marks of a list but are none in the code: {lines}",
        ),
        question=None if sure else ("Är raderna en lista?", "Are the lines a list?"),
    )
