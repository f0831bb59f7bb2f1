"""What a form that was sent held. It is for memory only, never to be written."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Request

PART = re.compile(r'name="([^"]*)"(; filename=)?[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n(.*?)\r\n--', re.DOTALL)
"""A part of a form that was sent as multipart/form-data."""


def pairs(request: Request) -> list[tuple[str, str]]:
    """Names and values of a form that was sent; none where it was no form."""
    try:
        body = (request.post_data_buffer or b"").decode("utf-8", "replace")
    except PlaywrightError:
        return []
    kind = request.headers.get("content-type", "")
    if "multipart/form-data" in kind:
        return [(name, value) for name, file, value in PART.findall(body) if not file]
    if "x-www-form-urlencoded" in kind:
        return parse_qsl(body, keep_blank_values=True)
    return []
