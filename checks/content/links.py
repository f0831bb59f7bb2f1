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

Source: WCAG 2.2 success criterion 2.4.4, techniques G91, G53, H30; failure F63. ACT rule fd3a94.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from checks.content.words import plain, words
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "links"


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
    if plain(told["name"]) in words().links and not told["described"]:
        yield link, _vague(told)
    if told["pressed"]:
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
