"""Whether a link's words tell where it leads.

What fails: two links of the same name in the same sentence, list item or paragraph that lead to the
same page with different queries: nothing that assistive technology can reach tells them apart. What
is good practice to mend: a link called "Läs mer" or "Klicka här", whose purpose must be gathered from
around it; a title that repeats the link; links to the same place side by side; links that nothing
but a space parts; a file whose format is not told; a link whose telling words are hidden from all.

For whom: people who use a screen reader list the links of a page and hear their names alone; speech
control speaks them; people who find reading hard look at the links first.

How to fix: let the link's own words say where it leads; add hidden words where there is no room.

Limits: the context that WCAG lets a link lean on is taken to be its sentence, paragraph, list item or
table row. Links to different paths may still serve the same purpose: those are asked about.

Source: WCAG 2.2 success criterion 2.4.4, techniques G91, G53, H30, H33; failure F63. ACT rule fd3a94.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from checks.content.words import plain, words
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "links"
FILES = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|odt|ods|zip|csv|rtf)$", re.IGNORECASE)
SOUND = re.compile(r"\.(mp3|wav|ogg|oga|m4a|aac|flac)$", re.IGNORECASE)
PICTURE = re.compile(r"\.(jpe?g|png|gif|svg|webp)$", re.IGNORECASE)
PICTURED = re.compile(r"\b(bild\w*|foto\w*|karta\w*|image|picture|photo|map|jpe?g|png)\b", re.IGNORECASE)


@check(
    id=ID,
    title=Text(
        "Länkar som säger vart de leder",
        "Links that tell where they lead",
    ),
    criteria=("2.4.4",),
    looks_at=Text(
        "Synliga länkar och det som står runt dem.",
        "Visible links and what stands around them.",
    ),
    certainty=Text(
        "Hög för lika namn i samma stycke; frågar annars.",
        "High for equal names in one block; else asks.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Same names in one block, names that say nothing, and what is good practice for links."""
    links = gather(state, "checks.content", "links.js")
    yield from tell(state, [*_alike(links), *(one for link in links for one in _own(link))])


def _alike(links: Iterable[Sight]) -> Iterator[Told]:
    """Links of one name in one block that lead to different places."""
    together: dict[tuple[object, ...], list[Sight]] = defaultdict(list)
    for link in links:
        if plain(link.told["name"]) and link.told["target"].startswith(
            (
                "http:",
                "https:",
            )
        ):
            together[link.document.path, link.told["block"], plain(link.told["name"])].append(link)
    for some in together.values():
        targets = {link.told["target"].partition("#")[0] for link in some}
        if len(targets) < 2:
            continue
        bare = {target.partition("?")[0] for target in targets}
        name = some[0].told["name"]
        observed = (
            f"{len(some)} länkar heter ”{name}” i samma stycke och leder till olika sidor",
            f"{len(some)} links are called “{name}” in the same block and lead to different pages",
        )
        sure = len(bare) == 1
        for link in some:
            yield (
                link,
                partial(
                    found,
                    ID,
                    "same-name",
                    "link-purpose",
                    criteria=("2.4.4",),
                    expected=(
                        "Länkar med samma namn leder till samma sak",
                        "Links of the same name lead to the same thing",
                    ),
                    observed=observed,
                    question=None
                    if sure
                    else (
                        f"Leder länkarna ”{name}” till samma sak, fast adresserna skiljer sig?",
                        f"Do the links “{name}” lead to the same thing although their addresses differ?",
                    ),
                    evidence={"adresser": " ".join(sorted(targets))[:500]},
                ),
            )


def _own(link: Sight) -> Iterator[Told]:
    """What can be said of a link by itself."""
    told = link.told
    name, seen = told["name"], told["seen"]
    path = urlsplit(told["target"]).path
    if plain(name) in words().links and not told["described"]:
        yield link, _vague(told)
    if told["title"] and plain(told["title"]) == plain(seen or name):
        yield (
            link,
            partial(
                found,
                ID,
                "title-repeats",
                "redundant-alt",
                expected=(
                    "Titeln säger något mer än länken",
                    "The title adds to the link",
                ),
                observed=(
                    f"Titeln upprepar länkens text: ”{name}”",
                    f"The title repeats the link's text: “{name}”",
                ),
            ),
        )
    if told["nextTarget"] and told["nextTarget"] == told["target"] and not told["href"].startswith("#"):
        yield (
            link,
            partial(
                found,
                ID,
                "adjacent-same-target",
                "redundant-alt",
                expected=(
                    "En länk till varje mål",
                    "One link to each target",
                ),
                observed=(
                    "Nästa länk leder till samma sida",
                    "The next link leads to the same page",
                ),
            ),
        )
    elif told["pressed"]:
        yield (
            link,
            partial(
                found,
                ID,
                "adjacent",
                "link-distinguishable",
                expected=(
                    "Länkar i rad skiljs åt av mer än ett mellanslag",
                    "Links in a row are parted by more than a space",
                ),
                observed=(
                    "Bara ett mellanslag skiljer länken från nästa",
                    "Only a space parts the link from the next",
                ),
            ),
        )
    if re.fullmatch(r"#|javascript:(void\(0\))?;?", told["href"].strip()):
        yield (
            link,
            partial(
                found,
                ID,
                "leads-nowhere",
                "invalid-markup",
                expected=(
                    "En länk har en adress; det som gör något är en knapp",
                    "A link has an address; what acts is a button",
                ),
                observed=(
                    f"Länken ”{name}” har adressen {told['href']}",
                    f"The link “{name}” has the address {told['href']}",
                ),
            ),
        )
    if match := FILES.search(path):
        yield from _file(link, match[1].lower())
    if SOUND.search(path):
        yield (
            link,
            partial(
                found,
                ID,
                "sound-file",
                "media-alternative",
                criteria=("1.2.1",),
                expected=(
                    "Ljudet finns också som text",
                    "The sound is there as text too",
                ),
                observed=(
                    f"Länken leder till en ljudfil: {path}",
                    f"The link leads to a sound file: {path}",
                ),
                question=(
                    "Finns en utskrift av ljudet intill länken eller på sidan den leder till?",
                    "Is there a transcript of the sound beside the link or on the page it leads to?",
                ),
            ),
        )
    if PICTURE.search(path) and not told["pictured"] and not PICTURED.search(name):
        yield (
            link,
            partial(
                found,
                ID,
                "picture-file",
                "link-purpose",
                expected=(
                    "Länken säger att den leder till en bild",
                    "The link says that it leads to a picture",
                ),
                observed=(
                    f"Länken ”{name}” leder till en bildfil utan textalternativ: {path}",
                    f"The link “{name}” leads to a picture file, which has no text alternative: {path}",
                ),
            ),
        )


def _vague(told: dict[str, Any]) -> partial[Finding]:
    name = told["name"]
    hidden = f" (dolt även för skärmläsare: ”{told['hidden'][:80]}”)" if told["hidden"] else ""
    return partial(
        found,
        ID,
        "vague-name",
        "link-purpose",
        expected=(
            "Länkens egna ord säger vart den leder",
            "The link's own words tell where it leads",
        ),
        observed=(
            f"Länken heter bara ”{name}”{hidden}; runt om står: ”{told['around'][:160]}”",
            f"The link is only called “{name}”; around it stands: “{told['around'][:160]}”",
        ),
    )


def _file(link: Sight, ending: str) -> Iterator[Told]:
    words = f"{link.told['name']} {link.told['title']} {link.told['around'] if link.told['alone'] else ''}".casefold()
    known = {"doc": "word", "docx": "word", "xls": "excel", "xlsx": "excel", "ppt": "powerpoint", "pptx": "powerpoint"}
    if ending in words or known.get(ending, ending) in words:
        return
    yield (
        link,
        partial(
            found,
            ID,
            "file-format",
            "link-purpose",
            expected=(
                "Länken säger filens format och storlek",
                "The link tells the file's format and size",
            ),
            observed=(
                f"Länken ”{link.told['name']}” leder till en fil i formatet {ending} utan att säga det",
                f"The link “{link.told['name']}” leads to a file of the format {ending} without saying so",
            ),
        ),
    )
