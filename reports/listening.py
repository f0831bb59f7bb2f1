"""What the report lets one read of how a journey sounds: each state, and what changed since the one before."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from reports.model import Run, Spoken
from reports.pictures import opened

WIDTH, HEIGHT = 320, 427
"""Pixels that the picture beside a transcript is at most."""


@dataclass(frozen=True)
class Heard:
    """A state as it sounds. `gone` and `new` are what changed since the state before; `lines` are phrase and stop."""

    state: str
    lines: tuple[tuple[str, bool], ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    picture: str


@dataclass(frozen=True)
class Journey:
    """A scenario from start to end."""

    scenario: str
    heard: tuple[Heard, ...]


def listening(run: Run) -> tuple[Journey, ...]:
    """The transcripts of a run, scenario by scenario."""
    named = {(visit.scenario, visit.state): visit.picture for visit in run.visits if visit.picture}
    heard = list(dict.fromkeys(name for one in run.transcripts if (name := named.get((one.scenario, one.state)))))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        pictures = dict(zip(heard, pool.map(partial(_small, run.folder), heard), strict=True))
    journeys: dict[str, list[Heard]] = {}
    before: dict[str, Spoken] = {}
    for one in run.transcripts:
        last, stops = before.get(one.scenario), set(one.stops)
        gone, new = _changes(last.phrases if last else (), one.phrases) if last else ((), ())
        picture = pictures.get(named.get((one.scenario, one.state), ""), "")
        journeys.setdefault(one.scenario, []).append(
            Heard(
                one.state,
                tuple((text, at in stops) for at, text in enumerate(one.phrases)),
                gone,
                new,
                picture,
            )
        )
        before[one.scenario] = one
    return tuple(Journey(scenario, tuple(heard)) for scenario, heard in journeys.items())


def _changes(before: Iterable[str], after: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old, new = list(before), list(after)
    gone: list[str] = []
    came: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[a:b]
            came += new[c:d]
    return tuple(gone), tuple(came)


def _small(folder: Path, name: str) -> str:
    """A picture as a small data URI; empty where the file is gone, broken or outside the run's folder."""
    image = opened(folder, name, (WIDTH, HEIGHT * 4))
    if image is None:
        return ""
    out = io.BytesIO()
    image.crop((0, 0, image.width, min(image.height, HEIGHT))).save(out, "JPEG", quality=50)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()
