"""What is seen of every state beside what checks find: what it sounds like, and what a person must test there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from checks import guided, speech
from checks.model import Visit
from checks.state import State
from reports.model import Spoken


def _spoken(state: State) -> list[Any]:
    return [[phrase.text, phrase.stop] for phrase in speech.transcript(state)]


OBSERVERS = {speech.ID: _spoken, guided.ID: guided.contents}
"""By the id under which the journal keeps it."""


def spoken(visits: Iterable[Visit], notes: Mapping[tuple[str, str], Mapping[str, Any]]) -> tuple[Spoken, ...]:
    """The transcripts of the visits, in their order."""
    told = []
    for visit in visits:
        note = notes.get((visit.scenario, visit.state), {}).get(speech.ID, [])
        phrases = msgspec.convert(note, list[tuple[str, bool]])
        if phrases:
            stops = tuple(at for at, (_, stop) in enumerate(phrases) if stop)
            told.append(Spoken(visit.scenario, visit.state, tuple(text for text, _ in phrases), stops))
    return tuple(told)
