"""Finds Swedish personal identity numbers and coordination numbers in a text, in every form that people write.

Ten or twelve digits of any script, with any dash, plus, space or markup between year, month, day and the last four.
Source: Skatteverket, SKV 704 (personnummer) and SKV 707 (samordningsnummer: the day plus 60); check digit by Luhn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = "\ue000"
"""Stands for markup between two pieces of text (see `masking.view`)."""

UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Signs that show as nothing, as the inside of a character class."""

DASHES = "\\-\u058a\u05be\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\u301c\u3030\ufe58\ufe63\uff0d"

_FIGURE = re.compile(r"\d")
_Z = f"[{UNSEEN}]*"
_GAP = f"[\\s{UNSEEN}{BREAK}{DASHES}+\uff0b_./·\u2044\u2215]{{0,6}}"
_D = rf"{_Z}(\d)"
_YMD = _GAP.join([_D + _D] * 3)
_LAST = _D * 4
_TWELVE = re.compile(rf"(?<!\d)(?=({_D}{_D}{_GAP}{_YMD}{_GAP}{_LAST})(?!\d))")
_TEN = re.compile(rf"(?<!\d)(?=({_YMD}{_GAP}{_LAST})(?!\d))")
_SPACE = f"[ \u00a0\u202f{UNSEEN}{BREAK}]{{0,3}}"
# With a dash of its own a number says what it is, whether its check digit is right or not; that of someone who has
# none yet has a letter in it.
_SHAPED = re.compile(
    rf"(?<![^\W_])(?:{_D}{_D}{_GAP})?{_YMD}{_SPACE}[{DASHES}+\uff0b]{_SPACE}{_Z}[\dA-Za-z]{_Z}\d{_Z}\d{_Z}\d(?![^\W_])"
)


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every personal identity number in a text; they may overlap."""
    if len(_FIGURE.findall(text)) < 9:
        return
    for pattern in (_TWELVE, _TEN):
        for found in pattern.finditer(text):
            digits = [int(one) for one in found.groups()[1:]]
            if _valid(digits):
                yield found.span(1)
    for found in _SHAPED.finditer(text):
        digits = [int(one) for one in found.groups() if one is not None]
        if _dated(digits[-6:]) and (len(digits) == 6 or _century(digits)):
            yield found.span()


def _valid(digits: list[int]) -> bool:
    if len(digits) == 12 and not _century(digits):
        return False
    ten = digits[-10:]
    doubled = (one * (2 - at % 2) for at, one in enumerate(ten))
    return _dated(ten) and sum(one // 10 + one % 10 for one in doubled) % 10 == 0


def _century(digits: list[int]) -> bool:
    return digits[0] * 10 + digits[1] in (18, 19, 20)


def _dated(digits: list[int]) -> bool:
    """Whether year, month and day may be a date, or a coordination number's."""
    month, day = digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)
