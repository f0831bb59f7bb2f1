"""Asks a document, in a world that its page can't see, for much at once: question and answer go as JSON text.

What is handed over as objects is taken apart value by value, on both sides: for a thousand elements that costs more
than to find them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Frame

from checks.world import call, release


@dataclass(frozen=True)
class Held:
    """Something of a document's that is kept there, to be asked again; it is gone with the document."""

    frame: Frame
    identifier: str

    def ask(self, function: str, argument: Any = None, *others: Held) -> Any:
        """What a JavaScript function of what is held, an argument and other things held gives."""
        return _asked(self.frame, f"(argument, held, ...others) => ({function})(held, argument, ...others)",
                      argument, self, *others)  # fmt: skip

    def let_go(self) -> None:
        """Let the document forget it, where it lasts longer than what is held is asked."""
        release(self.frame, self.identifier)

    def hold(self, function: str, argument: Any = None) -> Held:
        """As `ask`, but what it gives is kept in the document."""
        return _held(self.frame, f"(argument, held) => ({function})(held, argument)", argument, self)


def ask(frame: Frame, function: str, argument: Any = None) -> Any:
    """What a JavaScript function of one argument gives in a document, maybe later; both as JSON can tell them."""
    return _asked(frame, function, argument)


def hold(frame: Frame, function: str, argument: Any = None) -> Held:
    """As `ask`, but what it gives is kept in the document."""
    return _held(frame, function, argument)


def _asked(frame: Frame, function: str, argument: Any, *held: Held) -> Any:
    code = f"async (argument, ...held) => JSON.stringify(await ({function})(JSON.parse(argument), ...held) ?? null)"
    return json.loads(call(frame, code, _given(argument, held), by_value=True)["value"])


def _held(frame: Frame, function: str, argument: Any, *held: Held) -> Held:
    code = f"async (argument, ...held) => ({function})(JSON.parse(argument), ...held)"
    return Held(frame, call(frame, code, _given(argument, held), by_value=False)["objectId"])


def _given(argument: Any, held: tuple[Held, ...]) -> list[dict[str, Any]]:
    return [{"value": json.dumps(argument)}, *({"objectId": one.identifier} for one in held)]
