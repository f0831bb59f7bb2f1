"""Sound and film: what stands in for what some cannot hear or see, and sound that starts by itself.

What fails: captions whose file cannot be fetched; sound of more than three seconds that plays by itself
with nothing to stop it. What is asked about: film with no captions, no transcript or no description of
what only shows; sound with no transcript.

For whom: people who are deaf or hard of hearing, people who cannot see; and people who use a screen
reader, which sound drowns.

How to fix: a `track` with captions in the language of the speech, a transcript beside it, description
in the speech or in a track of its own; controls, and no sound before it is asked for.

Limits: what is said and shown in the media is not known, nor whether it repeats the text of the page.
Players in frames of other services are not looked into.

Source: WCAG 2.2 success criteria 1.2.1, 1.2.2, 1.2.3, 1.2.5 and 1.4.2, techniques H95, G87, G158, G159; failure F23.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "media"

LONGEST = 3.0
"""Seconds that sound may play by itself."""

LOOKS = 10
"""Looks, 100 ms apart, that captions get to come: the page counts as loaded before they have."""


@check(
    id=ID,
    title=Text("Ljud och film med motsvarighet", "Sound and film with an equivalent"),
    criteria=("1.2.1", "1.2.2", "1.2.3", "1.2.5", "1.4.2"),
    looks_at=Text("Ljud- och filmelement med spår och text intill.", "Audio and video with tracks and text beside."),
    certainty=Text(
        "Frågar; säker bara om trasiga spår och ljud av sig självt.", "Asks; sure of broken tracks, autoplay."
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Questions for each medium, and what is certain of it."""
    sights = gather(state, "checks.content", "media.js")
    for _ in range(LOOKS):
        if not any(track["coming"] for sight in sights for track in sight.told["tracks"]):
            break
        state.page.wait_for_timeout(100)
        sights = gather(state, "checks.content", "media.js")
    yield from tell(state, (one for sight in sights for one in _told(sight)))


def _told(sight: Sight) -> Iterator[Told]:
    told = sight.told
    captions = [track for track in told["tracks"] if track["kind"] in ("captions", "subtitles")]
    descriptions = [track for track in told["tracks"] if track["kind"] == "descriptions"]
    if told["loud"] and not told["controls"] and (told["loops"] or (told["seconds"] or 0) > LONGEST):
        yield (
            sight,
            partial(
                found,
                ID,
                "plays-by-itself",
                "audio-control",
                criteria=("1.4.2",),
                expected=("Ljud som börjar av sig självt går att stoppa", "Sound that starts by itself can be stopped"),
                observed=(
                    f"{told['file']} låter av sig själv och har inga kontroller",
                    f"{told['file']} sounds by itself and has no controls",
                ),
            ),
        )
    if captions and all(track["failed"] for track in captions):
        yield (
            sight,
            partial(
                found,
                ID,
                "broken-captions",
                "captions",
                criteria=("1.2.2",),
                expected=("Undertexterna går att hämta", "The captions can be fetched"),
                observed=(
                    f"Filen {captions[0]['src']} går inte att hämta",
                    f"The file {captions[0]['src']} cannot be fetched",
                ),
            ),
        )
    if not told["visible"] or told["decorative"]:
        return
    if not told["film"]:
        if not told["transcript"]:
            yield (
                sight,
                _ask("no-transcript", "media-alternative", ("1.2.1",), told["file"], "en utskrift", "a transcript"),
            )
        return
    if not captions and not told["label"]:
        yield sight, _ask("no-captions", "captions", ("1.2.2",), told["file"], "undertexter", "captions")
    if not descriptions and not told["transcript"] and not told["label"]:
        yield (
            sight,
            _ask(
                "no-description",
                "audio-description",
                ("1.2.3", "1.2.5"),
                told["file"],
                "syntolkning av det som bara syns",
                "description of what only shows",
            ),
        )


def _ask(rule: str, kind: str, criteria: tuple[str, ...], file: str, sv: str, en: str) -> partial[Finding]:
    return partial(
        found,
        ID,
        rule,
        kind,
        criteria=criteria,
        expected=(f"Det finns {sv}", f"There is {en}"),
        observed=(f"{file or 'Mediet'} har varken spår eller länk för {sv}", f"{file or 'The medium'} has no {en}"),
        question=(
            f"Finns {sv}, eller behövs det inte för att inget går förlorat?",
            f"Is there {en}, or is it not needed since nothing is lost?",
        ),
    )
