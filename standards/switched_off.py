"""Engines' rules that are not told at all, each with its reason: the one place where that is decided."""

from __future__ import annotations

from functools import cache

import msgspec

from standards.data_files import data
from standards.rules import Engine, rule


class _Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sv: str


def switched_off(engine: Engine, id: str) -> str | None:
    """Why a rule is not told, in Swedish; None where it is. Unknown if the engine has no such rule."""
    reason = _all().get(engine, {}).get(rule(engine, id).id)
    return reason.sv if reason else None


@cache
def _all() -> dict[str, dict[str, _Reason]]:
    return msgspec.toml.decode(data("switched-off.toml"), type=dict[str, dict[str, _Reason]])
