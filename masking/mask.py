"""Hides personal data and secrets in text."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from typing import Any

from masking.numbers import BREAK, numbers
from masking.view import views
from masking.words import Words

DOT = "•"

LONGEST = 20_000
"""Signs that are kept of one text at most: nobody reads more, and a hostile page may have a title of any length."""

LEAST = 4
"""Signs of a secret at least: a shorter one would hide parts of ordinary words and guard nothing."""

_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_DATA = re.compile(r"(data:[^,\s\"'<>]{0,200}?;base64,)[A-Za-z0-9+/=_%-]+", re.IGNORECASE)
_MIXED = re.compile(r"[0-9]|.[A-Z]")
"""What base64 has and words have not."""

_WRITTEN = re.compile(r"[<%&\\]")
"""What tells that a text may be written otherwise than it reads."""

_SIGN = re.compile(r"[^\W_]+")


class MaskError(ValueError):
    """A pattern that is no regular expression; `str()` of it says which and why."""


class Mask:
    """Finds what must not be kept, and puts something else of the same kind in its place.

    `patterns` are regular expressions besides the identity numbers; `learn` adds texts that are masked wherever they
    stand. `keep` adds secrets, such as passwords, which are masked also where `on` is False. What is masked stays so:
    masking twice changes nothing.
    """

    def __init__(self, patterns: Iterable[str] = (), *, on: bool = True) -> None:
        self.on = on
        self._words = Words()
        self._secrets: list[str] = []
        self._masked: dict[tuple[str, bool], str] = {}
        try:
            self._patterns = [re.compile(one) for one in patterns]
        except re.error as error:
            raise MaskError(f"{error.pattern!r}: {error}") from None

    def learn(self, text: str) -> None:
        """Remember a text as personal."""
        if self._words.learn(text):
            self._masked.clear()

    def keep(self, secret: str) -> None:
        """Remember a secret: no output holds it, in whatever way it is written."""
        if len(secret) >= LEAST and secret not in self._secrets:
            self._secrets.append(secret)
            self._masked.clear()

    @property
    def keeps_secrets(self) -> bool:
        """Whether there are secrets that no output may hold, so that only what is masked may be written."""
        return bool(self._secrets)

    def text(self, said: str) -> str:
        """The text with dots for what is masked."""
        return self._hidden(said, address=False)

    def address(self, said: str) -> str:
        """As `text`, for addresses, selectors and names in markup: with noughts and x, which keep them valid."""
        return self._hidden(said, address=True)

    def whole(self, told: Any) -> Any:
        """Plain data (what JSON can hold, and tuples) with every text in it masked, keys too."""
        if isinstance(told, str):
            return self.text(told)
        if isinstance(told, dict):
            return {self.whole(key): self.whole(one) for key, one in told.items()}
        if isinstance(told, list | tuple):
            return type(told)(self.whole(one) for one in told)
        return told

    def spans(self, said: str) -> list[tuple[int, int]]:
        """Start and end of what is masked in a text, in order and apart from each other."""
        together: list[tuple[int, int]] = []
        for start, end in sorted(self._found(said)):
            if together and start <= together[-1][1]:
                together[-1] = (together[-1][0], max(end, together[-1][1]))
            else:
                together.append((start, end))
        return together

    def _hidden(self, said: str, *, address: bool) -> str:
        if len(said) < 2:
            return said
        known = self._masked.get((said, address))
        if known is None:
            if len(self._masked) > 50_000:
                self._masked.clear()
            known = self._masked[said, address] = self._mask(said, address)
        return known

    def _mask(self, said: str, address: bool) -> str:
        said = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
        # What a data URI holds is a picture or a document, which can't be masked as a text.
        said = _DATA.sub(r"\1…", said) if self.on else said
        parts = []
        at = 0
        for start, end in self.spans(said):
            parts += [said[at:start], _instead(said[start:end], address)]
            at = end
        return "".join([*parts, said[at:]])

    def _found(self, said: str) -> Iterator[tuple[int, int]]:
        if not _WRITTEN.search(said):
            yield from self._seen(said)
        else:
            for view in views(said):
                for start, end in self._seen(view.text):
                    yield view.span(start, end)
        for token in _ENCODED.finditer(said):
            if _MIXED.search(token[0]) and any(True for inner in _decoded(token[0]) for _ in self._seen(inner)):
                yield token.span()

    def _seen(self, text: str) -> Iterator[tuple[int, int]]:
        for secret in self._secrets:
            at = text.find(secret)
            while at >= 0:
                yield at, at + len(secret)
                at = text.find(secret, at + 1)
        if not self.on:
            return
        yield from numbers(text)
        yield from self._words.found(text)
        for pattern in self._patterns:
            yield from (found.span() for found in pattern.finditer(text) if found.end() > found.start())


def _instead(said: str, address: bool) -> str:
    """Signs of the same kind: figures one by one, words in steps of three signs; what stands between them is kept."""

    def sign(found: re.Match[str]) -> str:
        word = found[0]
        if word.isdecimal():
            return ("0" if address else DOT) * len(word)
        return ("x" if address else DOT) * min(24, -(-len(word) // 3) * 3)

    hidden = _SIGN.sub(sign, re.sub(r"%[0-9A-Fa-f]{2}|&[#\w]+;|\\u[0-9A-Fa-f]{4}|<[^<>]*>", _plain, said))
    return hidden if hidden != said else DOT * 3


def _plain(found: re.Match[str]) -> str:
    """An escape as what it stands for, so that its own figures are not taken for those that are masked."""
    seen = [view.text for view in views(found[0])][-1]
    return " " if seen.startswith(BREAK) or not seen.isalnum() else seen


def _decoded(token: str) -> Iterator[str]:
    """What a text in base64 says, where it says something."""
    plain = token.rstrip("=").replace("-", "+").replace("_", "/")
    plain = plain[: len(plain) - (len(plain) % 4 == 1)]
    try:
        octets = base64.b64decode(plain + "=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return
    for encoding in ("utf-8", "utf-16-le", "latin-1"):
        try:
            said = octets.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(sign < "\u0250" and (sign.isprintable() or sign.isspace()) for sign in said) > 0.9 * len(said):
            yield said
