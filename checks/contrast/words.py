"""Figures of contrast in words: a Swedish comma, an English point, never rounded up to what is required."""

from __future__ import annotations

from math import floor

from standards import Text


def ratio(value: float) -> Text:
    """`4,47:1`; cut after two decimals, so that 4.499 is not told as 4.5."""
    told = f"{floor(value * 100 + 1e-6) / 100:.2f}".rstrip("0").rstrip(".")
    return Text(f"{told.replace('.', ',')}:1", f"{told}:1")


def number(value: float) -> str:
    """A Swedish number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")
