"""One HTTP request with JSON, and what went wrong in one line."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from harness.errors import RunBroken, UsageError

PATIENCE = 20
"""Seconds that a service gets to answer."""


def send(
    url: str,
    told: object = None,
    *,
    method: str = "POST",
    headers: Mapping[str, str] | None = None,
    content_type: str = "application/json",
) -> Any:
    """What the service answers, decoded; None where it is no JSON. Raises RunBroken, which names the host alone."""
    if not url.startswith(("https://", "http://")):
        raise UsageError("Adressen måste börja med https:// eller http://", _shown(url))
    body = None if told is None else json.dumps(told, ensure_ascii=False).encode()
    accept = {"Accept": "application/json"}
    request = urllib.request.Request(url, body, method=method, headers=accept | dict(headers or {}))
    if body is not None:
        request.add_header("Content-Type", content_type)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            text = answer.read()
    except urllib.error.HTTPError as error:
        said = " ".join(error.read(500).decode(errors="replace").split())
        raise RunBroken(f"Tjänsten svarade {error.code}", f"{_shown(url)}: {said[:200]}") from None
    except OSError as error:
        raise RunBroken("Tjänsten går inte att nå", f"{_shown(url)}: {getattr(error, 'reason', error)}") from None
    try:
        return json.loads(text) if text.strip() else None
    except ValueError:
        return None  # A chat that answers "ok" has heard.


def _shown(url: str) -> str:
    """The host alone: a webhook's address is a secret in itself."""
    return urlsplit(url).netloc.rpartition("@")[2] or url[:30]
