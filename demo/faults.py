"""The answer key: every fault that can be switched on, and which of them a build has on.

A fault is one switch, `fault("id")`, in a template or a view. Its entry is in `faults/<area>.toml`,
one file an area: where it shows, at which element, what it fails, and whom it hurts.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from flask import current_app

CLEAN = "clean"
DELIVERED = "delivered"


@dataclass(frozen=True)
class Fault:
    """One fault of the delivered build.

    `places` are globs over "SCENARIO/state name"; `element` is a selector that leads to the faulty
    element at those states; `criteria` are WCAG numbers; `kind` is a slug of what sort of fault it is;
    `hurts` says in Swedish whom it hits and how; `judged` whether a machine can be sure of it.
    """

    id: str
    title: str
    places: tuple[str, ...]
    element: str
    criteria: tuple[str, ...]
    kind: str
    hurts: str
    judged: Literal["automatic", "manual"]


@cache
def answer_key() -> tuple[Fault, ...]:
    """Every fault there is, in the order of the files and of their entries."""
    found: dict[str, Fault] = {}
    for name in sorted(one.name for one in (files("demo") / "faults").iterdir() if one.name.endswith(".toml")):
        for id, entry in tomllib.loads((files("demo") / "faults" / name).read_text(encoding="utf-8")).items():
            if id in found:
                raise ValueError(f"Felet {id!r} står två gånger i facit, andra gången i {name}.")
            found[id] = _fault(id, entry, name)
    return tuple(found.values())


def build(name: str) -> frozenset[str]:
    """The ids that a build has on: none in "clean", all in "delivered", else those named, with commas between.

    Raises ValueError with one Swedish line for an id that the answer key does not have.
    """
    known = _ids()
    if name == CLEAN:
        return frozenset()
    if name == DELIVERED:
        return known
    asked = [part.strip() for part in name.split(",")]
    unknown = [one for one in asked if one not in known]
    if unknown:
        raise ValueError(
            f"Okänt bygge eller fel: {', '.join(map(repr, unknown))}. Välj {CLEAN}, {DELIVERED} eller id:n ur facit."
        )
    return frozenset(asked)


def fault(id: str) -> bool:
    """Whether a fault is on in the application that serves the present request.

    Raises LookupError for an id without an entry: a switch that no one can turn is a mistake in the page.
    """
    if id not in _ids():
        raise LookupError(f"{id!r} is not in the answer key")
    return id in cast("frozenset[str]", current_app.config["FAULTS"])


@cache
def _ids() -> frozenset[str]:
    return frozenset(one.id for one in answer_key())


def _fault(id: str, entry: dict[str, object], file: str) -> Fault:
    told = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    try:
        return Fault(id=id, **told)  # type: ignore[arg-type]
    except TypeError as error:
        raise ValueError(f"Felet {id!r} i {file}: {error}") from None
