"""Remembers words that must not be kept, and finds them again wherever they stand, cut off or written otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from masking.numbers import UNSEEN

SHORT = 8
"""Words of a name or an address at most: each of them that begins with a capital or a figure is masked alone too."""

_TOKEN = re.compile(rf"(?:[^\W_]|[\u0300-\u036f{UNSEEN}])+")
_IGNORED = re.compile(f"[{UNSEEN}]")


class Words:
    """What was learned. A long text is found by two words of it in a row, a short one by each of its own words."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._alone: set[str] = set()
        self._next: dict[str, set[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._known)

    def learn(self, text: str) -> bool:
        """Remember a text; whether anything of it was new."""
        tokens = [found[0] for found in _TOKEN.finditer(text)]
        key = " ".join(tokens)
        if not key or key in self._known:
            return False
        self._known.add(key)
        folded = [fold(one) for one in tokens]
        if len(tokens) <= SHORT:
            telling = {fold(one) for one in tokens if len(one) > 2 and (one[0].isupper() or one[0].isdigit())}
            self._alone |= telling
            joined = "".join(folded)
            self._alone |= {joined} if len(joined) > 2 else set()
        for one, after in pairwise(folded):
            self._next.setdefault(one, set()).add(after)
        return True

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every learned word or row of words in a text."""
        if not self._known:
            return
        tokens = [(found.start(), found.end(), fold(found[0])) for found in _TOKEN.finditer(text)]
        for at, (start, end, word) in enumerate(tokens):
            if word in self._alone:
                yield start, end
            following = self._next.get(word)
            if following and at + 1 < len(tokens):
                _, stop, after = tokens[at + 1]
                cut_off = stop >= len(text.rstrip(" …."))
                if after in following or (cut_off and any(one.startswith(after) for one in following)):
                    yield start, stop
        if tokens:
            start, end, word = tokens[-1]
            # A text that was cut off may end in the middle of a name.
            if len(word) > 3 and text[end:].strip() == "…" and any(one.startswith(word) for one in self._alone):
                yield start, end


def fold(word: str) -> str:
    """A word without case, diacritics and signs that show as nothing: as it may stand in an address."""
    apart = unicodedata.normalize("NFKD", _IGNORED.sub("", word)).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
