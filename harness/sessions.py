"""Log-ins that a person made once, with BankID or a card, kept so that scenarios begin where they ended.

The file holds what the browser was given: whoever has it is logged in. So nobody else may read it, and it is good for
a working day at most. It is never part of a report, a trace or the history.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from harness.accounts import private
from harness.errors import UsageError

HOURS = 8
"""How long a kept log-in is good for; the target may end it sooner."""


def keep(state: Mapping[str, Any], file: Path, now: datetime | None = None) -> None:
    """Write what `BrowserContext.storage_state()` gave; an earlier file is replaced. UsageError where that can't be."""
    kept = {"expires": ((now or datetime.now(UTC)) + timedelta(hours=HOURS)).isoformat(), "state": state}
    half = file.with_name(f".{file.name}.half")
    try:
        half.unlink(missing_ok=True)
        # Made with its rights: there is no moment at which anyone else can open it.
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
            json.dump(kept, opened)
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise UsageError("Inloggningen går inte att spara", f"{file}: {error.strerror}") from None


def kept(file: Path, now: datetime | None = None) -> dict[str, Any]:
    """What was kept, for `Browser.new_context(storage_state=…)`; UsageError where it is not private, or too old."""
    again = "Logga in på nytt med esset-a11y login."
    try:
        told = json.loads(private(file).read_text(encoding="utf-8"))
        expires = datetime.fromisoformat(told["expires"])
        state: dict[str, Any] = dict(told["state"])
        left = expires - (now or datetime.now(UTC))
    except (ValueError, KeyError, TypeError):
        raise UsageError("Den sparade inloggningen går inte att läsa", str(file), again) from None
    # A clock that was set back must not make it good for longer.
    if not timedelta(0) < left <= timedelta(hours=HOURS):
        raise UsageError("Den sparade inloggningen gäller inte längre", str(file), again)
    return state


def secrets_of(state: Mapping[str, Any]) -> Iterator[str]:
    """Values in a kept log-in that no output may hold."""
    for cookie in state.get("cookies", ()):
        yield str(cookie.get("value", ""))
    for origin in state.get("origins", ()):
        for item in origin.get("localStorage", ()):
            yield str(item.get("value", ""))
