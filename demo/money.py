"""Amounts in kronor, as people write and read them."""

from __future__ import annotations

HARD_SPACE = "\N{NO-BREAK SPACE}"


def kronor(amount: int) -> str:
    """12450 as "12 450 kr", with spaces that don't break."""
    return f"{amount:,}".replace(",", HARD_SPACE).replace("-", "\N{MINUS SIGN}") + f"{HARD_SPACE}kr"


def parse_kronor(text: str) -> int | None:
    """The whole kronor that someone wrote, None where it is no amount: "12 450", "12450 kr", "12 450,00"."""
    bare = (
        text.strip().lower().removesuffix("kr").replace(HARD_SPACE, "").replace(" ", "").replace("\N{MINUS SIGN}", "-")
    )
    bare = bare.removesuffix(",00").removesuffix(".00")
    return int(bare) if bare.removeprefix("-").isdecimal() else None
