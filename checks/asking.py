"""Asks a document for much at once: question and answer go as JSON text.

Playwright takes what it hands over apart value by value, on both sides: for a thousand elements that costs more than to
find them.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Frame


def ask(frame: Frame, function: str, argument: Any = None) -> Any:
    """What a JavaScript function of one argument gives in a document, maybe later; both as JSON can tell them."""
    told = frame.evaluate(
        f"async (argument) => JSON.stringify(await ({function})(JSON.parse(argument)) ?? null)", json.dumps(argument)
    )
    return json.loads(told)
