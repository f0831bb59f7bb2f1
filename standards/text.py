"""What is said to people, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One thing said in Swedish and in English."""

    sv: str
    en: str
