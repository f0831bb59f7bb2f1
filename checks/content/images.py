"""Text alternatives that do not tell what the picture means.

What fails: a text alternative that is a file name, or only says that there is a picture ("bild",
"image 3"); an image button whose name does not say what it does. What is asked about: a picture of
some size and content whose alternative is empty; a name that the picture's own file name speaks
against; a large picture full of detail behind a short name; several pictures of different files
under one name.

For whom: people who use a screen reader hear the alternative in place of the picture; so does
everyone when the picture does not load.

How to fix: say what the picture is there for, in the words that its place in the text calls for;
give a picture that only decorates an empty alternative.

Limits: "Logotyp" or "Ikon" beside the name of what it stands for, in one link, is told as good practice. What a picture
shows is not recognised. A picture counts as content from 100 × 60 CSS pixels
and some variety of colour; a smaller one is not asked about.

Source: WCAG 2.2 success criterion 1.1.1, techniques G94, G95, H36, H37; failures F30, F38, F39. ACT rule qt1vmo.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from checks.content.words import FILE, plain, words
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "text-alternatives"

WIDE, HIGH = 100, 60
"""CSS pixels from which a picture may well say something."""

SMALL = 24
"""CSS pixels from which a picture that stands alone, with no text beside it, may well say something."""

DETAILED = 60_000
"""CSS pixels of area from which a picture full of detail seldom fits a few words."""


TELLS_NOTHING = re.compile(
    r"\d+|\d+x\d+|[0-9a-f]{8,}|img\d*|image\d*|bild\d*|photo|foto|picture|logo|logotyp|icon|ikon|hero|banner|header|top|start"
    r"|main|small|large|thumb|default|placeholder|background|bg|dsc\d*|the|of|en|ett|på"
)
"""Parts of file names and of alternatives that name no thing."""


KIND = re.compile(r"logo|logotyp|logotype|logga|icon|ikon")
"""What a picture is when the text beside it, in the same link or button, says of what."""


@check(
    id=ID,
    title=Text(
        "Textalternativ som säger något",
        "Text alternatives that tell something",
    ),
    criteria=("1.1.1",),
    looks_at=Text(
        "Bilder som syns, med namn, fil och storlek.",
        "Pictures that show, with name, file and size.",
    ),
    certainty=Text(
        "Hög för filnamn och tomma ord; frågar annars.",
        "High for file names and empty words; else asks.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Names that are certainly none, and questions about those that may not fit."""
    images = gather(state, "checks.content", "images.js")
    yield from tell(state, [*(one for image in images for one in _own(image)), *_shared(images)])


def _own(image: Sight) -> Iterator[Told]:
    told = image.told
    name = told["name"]
    large = told["width"] >= WIDE and told["height"] >= HIGH
    alone = told["width"] >= SMALL and told["height"] >= SMALL and not told["beside"]
    if name and (FILE.fullmatch(name) or (told["file"] and plain(name) in _spellings(told["file"]) and _coded(name))):
        yield (
            image,
            _bad(
                "file-name",
                f"Textalternativet är ett filnamn: ”{name}”",
                f"The text alternative is a file name: “{name}”",
            ),
        )
    elif (
        name
        and words().empty_alternative(name)
        and told["tag"]
        not in (
            "canvas",
            "area",
        )
    ):
        yield (
            image,
            _bad(
                "empty-word",
                f"Textalternativet säger bara att det är en bild: ”{name}”",
                f"The text alternative only says that there is a picture: “{name}”",
                # Beside the name of whom it belongs to, nothing is lost: it is one word too many.
                breach=not (told["named"] and KIND.fullmatch(plain(name))),
            ),
        )
    elif name and told["control"] and told["tag"] == "input" and plain(name) in words().buttons:
        yield (
            image,
            _bad("empty-button", f"Bildknappen heter bara ”{name}”", f"The image button is only called “{name}”"),
        )
    elif (
        not name
        and told["tag"] == "img"
        and told["alt"] is not None
        and not told["alt"].strip()
        and (large or alone)
        and not told["broken"]
    ):
        if told["colours"] is None or (told["colours"] >= 4 and told["edges"] >= 0.02):
            yield (
                image,
                _ask(
                    "maybe-content",
                    "missing-alt",
                    (
                        "Bilden har tomt textalternativ, alltså ska den bara vara dekoration",
                        "The picture has an empty alternative, so it should only decorate",
                    ),
                    (
                        "Säger bilden något som inte står i texten runt om?",
                        "Does the picture say anything that the text around it does not?",
                    ),
                    told["file"],
                ),
            )
    elif name and told["file"] and _speaks_against(name, told["file"]):
        yield (
            image,
            _ask(
                "file-tells-else",
                "poor-alt",
                (
                    f"Textalternativet är ”{name}”, men filen heter {told['file']}",
                    f"The text alternative is “{name}”, but the file is called {told['file']}",
                ),
                (
                    f"Visar bilden verkligen ”{name}”?",
                    f"Does the picture really show “{name}”?",
                ),
                told["file"],
            ),
        )
    elif (
        name
        and told["tag"] == "img"
        and told["width"] * told["height"] >= DETAILED
        and len(name.split()) <= 4
        and (told["edges"] or 0) >= 0.12
    ):
        yield (
            image,
            _ask(
                "short-for-much",
                "complex-image",
                (
                    f"En stor bild med många detaljer har textalternativet ”{name}”",
                    f"A large picture full of detail has the text alternative “{name}”",
                ),
                (
                    "Står allt som bilden säger i textalternativet eller i texten intill?",
                    "Does the alternative, or the text beside it, say all that the picture says?",
                ),
                told["file"],
            ),
        )


def _shared(images: Iterable[Sight]) -> Iterator[Told]:
    """Different pictures in one document that bear one name; icons, which recur, are left out."""
    by_name: dict[tuple[object, str], list[Sight]] = defaultdict(list)
    for image in images:
        told = image.told
        if told["name"] and told["tag"] == "img" and told["file"] and told["width"] >= WIDE and told["height"] >= HIGH:
            by_name[image.document.path, plain(told["name"])].append(image)
    for some in by_name.values():
        files = {image.told["file"] for image in some}
        name = some[0].told["name"]
        if len(files) < 3 or FILE.fullmatch(name) or words().empty_alternative(name):
            continue
        yield (
            some[0],
            _ask(
                "same-for-many",
                "poor-alt",
                (
                    f"{len(files)} olika bilder har samma textalternativ: ”{name}”",
                    f"{len(files)} different pictures have the same text alternative: “{name}”",
                ),
                (
                    f"Visar alla bilderna ”{name}”?",
                    f"Do all the pictures show “{name}”?",
                ),
                ", ".join(sorted(files))[:300],
            ),
        )


def _spellings(file: str) -> set[str]:
    stem = file.rpartition(".")[0] or file
    return {plain(stem), plain(re.sub(r"[-_]+", " ", stem)), plain(file)}


def _coded(name: str) -> bool:
    """Whether a name is spelt as files are: with digits, underscores or hyphens in place of spaces."""
    return " " not in name.strip() and bool(re.search(r"[_\d]|\w-\w+-\w", name))


def _speaks_against(name: str, file: str) -> bool:
    """Whether a file is called after a thing ("w3c-logo.png") and the name is of the same make but another thing."""
    stem = _parts(file.rpartition(".")[0])
    said = _parts(name)
    telling = [one for one in stem if len(one) >= 3 and not TELLS_NOTHING.fullmatch(one)]
    things = [one for one in said if not TELLS_NOTHING.fullmatch(one)]
    alike = any(one[:4] in other or other[:4] in one for one in telling for other in things)
    # Only a name such as "Twitter" can be spoken against; a description in common words is its author's own.
    proper = all(one[:1].isupper() for one in name.split() if not TELLS_NOTHING.fullmatch(plain(one)))
    return 1 <= len(said) <= 2 and bool(telling and things) and proper and not alike


def _parts(text: str) -> list[str]:
    return [part for one in re.split(r"[-_.\s]+", text) if (part := plain(one))]


def _bad(rule: str, sv: str, en: str, *, breach: bool = True) -> partial[Finding]:
    return partial(
        found,
        ID,
        rule,
        "poor-alt",
        criteria=("1.1.1",) if breach else (),
        expected=(
            "Textalternativet säger vad bilden betyder",
            "The text alternative says what the picture means",
        ),
        observed=(sv, en),
    )


def _ask(rule: str, kind: str, observed: tuple[str, str], question: tuple[str, str], file: str) -> partial[Finding]:
    return partial(
        found,
        ID,
        rule,
        kind,
        criteria=("1.1.1",),
        expected=(
            "Textalternativet säger vad bilden betyder",
            "The text alternative says what the picture means",
        ),
        observed=observed,
        question=question,
        evidence={"fil": file} if file else {},
    )
