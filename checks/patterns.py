"""Lists of regular expressions that are sought within a text, case aside."""

from __future__ import annotations

import re
from functools import cache


def contains(text: str, patterns: tuple[str, ...]) -> bool:
    """Whether a text holds any of them."""
    return bool(_pattern(patterns).search(text))


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
