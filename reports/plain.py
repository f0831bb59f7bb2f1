"""What a tested page says, made harmless before a report holds it: no controls, broken characters or endless text.

A page can put anything into its texts: escape sequences that a terminal obeys, half characters that no encoding takes,
marks that turn text around, ten megabytes in an attribute. Every report is made from a run that went through `tamed`,
so that no format has to think of it. What only one format can take for something else (markup, a formula) is its own
matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

import msgspec

from reports.model import Run

LONGEST = 30_000
"""Most characters of one text in a report. A cell of a spreadsheet holds 32 767."""

# All controls but tab and line feed; halves of a pair; what is no character at all.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What also hides or turns around what stands beside it, for those who read with their eyes.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

_HALF = re.compile("[\ud800-\udfff]")

FOR_MACHINES = frozenset({"signature"})
"""Fields that no report shows, whose parts a control character joins (`defects.fingerprint.SEPARATOR`)."""

T = TypeVar("T")

Mend = Callable[[str], str]


def tamed(run: Run) -> Run:
    """The run with every text in it harmless: `plain` and at most `LONGEST` characters."""
    return _each(run, lambda text: plain(cut(text)), {})


def whole(value: T) -> T:
    """Any data with every text in it as it was, but for halves of characters, which no encoding takes."""
    return _each(value, _whole, {})


def plain(text: str) -> str:
    """The text with each harmful character told by its number, `[U+001B]`; line ends as line feeds."""
    if _HARMFUL.search(text):
        return _HARMFUL.sub(_told, text.replace("\r\n", "\n"))
    return text


def visible(text: str) -> str:
    """`plain`, and marks that can't be seen told by their number too: how a person should be shown it."""
    return _UNSEEN.sub(_told, text.replace("\r\n", "\n")) if _UNSEEN.search(text) else text


def cut(text: str, most: int = LONGEST) -> str:
    """The text, cut to at most `most` characters, the last of them a note of how long it was."""
    if len(text) <= most:
        return text
    note = f" … [avkortat, {f'{len(text):,}'.replace(',', ' ')} tecken]"
    return text[: most - len(note)] + note


def one_line(text: str, most: int) -> str:
    """The text as a line of a terminal or a list: visible, without line breaks, cut."""
    return cut(" ".join(visible(text[: most * 8]).split()), most)


def _told(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def _whole(text: str) -> str:
    return _HALF.sub(_told, text)


def _each(value: T, mend: Mend, known: dict[int, Any]) -> T:
    """A copy where something had to be changed, else the value itself; what is shared is looked at once."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else cast(T, mend(value))
    if isinstance(value, tuple | list):
        told = [_each(one, mend, known) for one in value]
        return value if all(map(_same, told, value)) else cast(T, type(value)(told))
    if isinstance(value, dict):
        pairs = {_each(key, mend, known): _each(one, mend, known) for key, one in value.items()}
        same = all(map(_same, pairs.values(), value.values())) and all(map(_same, pairs, value))
        return value if same else cast(T, pairs)
    if isinstance(value, msgspec.Struct):
        told_of = {name: _each(getattr(value, name), mend, known) for name in value.__struct_fields__}
        return cast(T, msgspec.structs.replace(value, **told_of))
    if is_dataclass(value) and not isinstance(value, type):
        if id(value) not in known:
            held = {field.name: getattr(value, field.name) for field in fields(value)}
            changed = {
                name: new
                for name, one in held.items()
                if not _same(new := _each(one, _whole if name in FOR_MACHINES else mend, known), one)
            }
            # The original stays alive with the run, so that its id is not given to another.
            known[id(value)] = replace(value, **changed) if changed else value
        return cast(T, known[id(value)])
    return value


def _same(one: object, other: object) -> bool:
    return one is other
