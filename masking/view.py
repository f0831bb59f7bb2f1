"""Sees through how a text is written: percent-encoding, character references, escapes of JSON and scripts, markup.

A view is what the text says, with the place in the original of every sign, so that what is found in the view is
masked in the text as it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from masking.numbers import BREAK

DEEPEST = 4
"""How many layers of encoding are seen through: a URL in a URL in an attribute, and one more."""

_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = re.compile(r"\\+(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-9A-Fa-f]{6})|([ntr]))")
_MARKUP = re.compile(r"<[^<>]*>")
_WRITTEN = re.compile(r"[%&\\]")


@dataclass(frozen=True)
class View:
    """`text` is what is said; sign number n of it stands at `starts[n]` to `ends[n]` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where something of the view stands in the original."""
        return self.starts[start], self.ends[end - 1]


def views(text: str) -> Iterator[View]:
    """The text as it stands, then as it reads when it is decoded, layer by layer, each with and without its markup."""
    view = View(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    for _ in range(DEEPEST):
        yield view
        if "<" in view.text:
            yield _seen_through(view, _MARKUP, lambda found: [(0, len(found[0]), BREAK)])
        if not _WRITTEN.search(view.text):
            return
        decoded = view
        for pattern, decode in ((_PERCENT, _percent), (_REFERENCE, _reference), (_ESCAPE, _escape)):
            decoded = _seen_through(decoded, pattern, decode)
        if decoded.text == view.text:
            return
        view = decoded


Decoded = list[tuple[int, int, str]]
"""Pieces of a match, each with its start, its end and the sign that it stands for."""


def _seen_through(view: View, pattern: re.Pattern[str], decode: Callable[[re.Match[str]], Decoded]) -> View:
    said: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in pattern.finditer(view.text):
        said.append(view.text[at : found.start()])
        starts += view.starts[at : found.start()]
        ends += view.ends[at : found.start()]
        for start, end, sign in decode(found):
            said.append(sign)
            begin, stop = view.span(found.start() + start, found.start() + end)
            starts += [begin] * len(sign)
            ends += [stop] * len(sign)
        at = found.end()
    if not at:
        return view
    said.append(view.text[at:])
    return View("".join(said), (*starts, *view.starts[at:]), (*ends, *view.ends[at:]))


def _percent(found: re.Match[str]) -> Decoded:
    octets = bytes.fromhex(found[0].replace("%", ""))
    pieces: Decoded = []
    at = 0
    while at < len(octets):
        # What is no UTF-8 is taken for the older encoding, in which å, ä and ö are one octet each.
        length = next((n for n in (1, 2, 3, 4) if _is_text(octets[at : at + n])), 0)
        sign = octets[at : at + length].decode() if length else octets[at : at + 1].decode("latin-1")
        pieces.append((at * 3, (at + (length or 1)) * 3, sign))
        at += length or 1
    return pieces


def _is_text(octets: bytes) -> bool:
    try:
        return len(octets.decode()) == 1
    except UnicodeDecodeError:
        return False


def _reference(found: re.Match[str]) -> Decoded:
    return [(0, len(found[0]), html.unescape(found[0]))]


def _escape(found: re.Match[str]) -> Decoded:
    written = next((one for one in found.groups()[:4] if one), "")
    number = int(written, 16) if written else 0x20
    return [(0, len(found[0]), chr(number) if number < 0x110000 else BREAK)]
