"""The Swedish words of a screen reader: roles, states, and how a phrase is put together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from babel import Locale, UnknownLocaleError


class States(msgspec.Struct, frozen=True):
    """What stands in words.toml: words by role and by value of what is current and sorted, and sorts of roles.

    `whole` are said by their name, `cells` are a table's, `silent` ones say nothing of themselves, `live` ones say
    nothing while they are empty, `named` ones nothing without a name.
    """

    roles: dict[str, str]
    whole: frozenset[str]
    cells: frozenset[str]
    silent: frozenset[str]
    live: frozenset[str]
    named: frozenset[str]
    current: dict[str, str]
    sort: dict[str, str]


@cache
def _states() -> States:
    return msgspec.toml.decode((files("checks.speech") / "words.toml").read_text(encoding="utf-8"), type=States)


STATES = _states()


def said(
    role: str,
    name: str,
    properties: Mapping[str, Any],
    value: str,
    description: str,
    size: tuple[int, int] = (0, 0),
) -> str:
    """The phrase for a node: name, role, states, value, description. Empty where nothing is said."""
    known = STATES.roles.get(role)
    if role in STATES.silent or (not name and (known is None or role in STATES.named)):
        return ""
    if known is None:
        return name if role not in ("generic", "none") else ""
    if known.startswith("landmärke") and not name:
        parts = [known]
    else:
        parts = [name, _role(role, known, properties, size)]
    parts += [*_marks(role, properties), _held(role, value, name), description]
    return ", ".join(part for part in parts if part)


def _role(role: str, known: str, properties: Mapping[str, Any], size: tuple[int, int]) -> str:
    if role == "heading":
        return f"{known} nivå {properties.get('level', 2)}"
    if role == "list":
        return f"{known} med {size[0]} objekt"
    if role in ("table", "grid", "treegrid"):
        return f"{known} med {size[0]} rader och {size[1]} kolumner"
    return known


def _marks(role: str, properties: Mapping[str, Any]) -> list[str]:
    """What is said of a node's state."""
    marks = []
    checked = properties.get("checked")
    if role in ("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"):
        on, off = ("på", "av") if role == "switch" else ("markerad", "ej markerad")
        marks.append({"true": on, "mixed": "delvis markerad"}.get(str(checked).lower(), off))
    if "pressed" in properties:
        marks.append("nedtryckt" if str(properties["pressed"]).lower() == "true" else "ej nedtryckt")
    if "expanded" in properties:
        marks.append("expanderad" if properties["expanded"] else "komprimerad")
    if properties.get("selected"):
        marks.append("vald")
    if properties.get("required"):
        marks.append("obligatorisk")
    if str(properties.get("invalid", "false")) not in ("false", ""):
        marks.append("ogiltigt värde")
    if properties.get("readonly") and role in ("textbox", "searchbox", "spinbutton"):
        marks.append("skrivskyddad")
    if properties.get("disabled"):
        marks.append("ej tillgänglig")
    if properties.get("modal"):
        marks.append("modal")
    marks += [
        STATES.current.get(str(properties.get("current", "")), ""),
        STATES.sort.get(properties.get("sort", ""), ""),
    ]
    return marks


def primary(tag: str) -> str:
    """The language of a tag without its region and script, in small letters: "sv" of "sv-SE"."""
    return tag.strip().lower().partition("-")[0]


@cache
def language(code: str) -> str:
    """What is said where another language begins, "språk finska"; the code itself where it has no name."""
    try:
        name = Locale.parse(code).get_language_name("sv")
    except (ValueError, UnknownLocaleError):
        name = None
    return f"språk {name or code}"


def _held(role: str, value: str, name: str) -> str:
    if role in ("textbox", "searchbox") and not value:
        return "tom"
    return value if value and value != name else ""
