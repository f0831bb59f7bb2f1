"""The address of a history's database, as it may be shown."""

from __future__ import annotations

import re

_PASSWORD = re.compile(r"(?<=://)([^:/@]+):[^@/]*(?=@)")


def shown(url: str) -> str:
    """The address (an SQLAlchemy URL) without its password."""
    return _PASSWORD.sub(r"\1:***", url)
