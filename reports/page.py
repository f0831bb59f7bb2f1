"""A page that needs nothing else: one HTML file with its style, script and pictures in it.

Its content security policy allows these and nothing more, so that what a tested page put into its texts can neither
run nor fetch. The words stand in `reports/templates/`.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date, format_datetime
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checks.model import Text
from reports.plain import cut, visible

LANGUAGE = "sv"


def write_page(template: str, **told: Any) -> bytes:
    """A template of `reports/templates/` filled in, UTF-8."""
    style, script = _part("report.css"), _part("report.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = {"style": Markup(style), "script": Markup(script), "policy": policy, "lang": LANGUAGE}
    return _environment().get_template(template).render(**told, **parts).encode()


def write_served_page(template: str, **told: Any) -> tuple[bytes, str]:
    """A page without script whose forms go back to where it came from, and the policy to send with it."""
    style = _part("report.css") + _part("review/review.css")
    policy = (
        f"default-src 'none'; img-src 'self' data:; style-src '{_digest(style)}'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    page = _environment().get_template(template).render(**told, style=Markup(style), lang=LANGUAGE)
    return page.encode(), policy


def write_document(template: str, **told: Any) -> bytes:
    """A page of its own without script, UTF-8."""
    style = _part("report.css")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; base-uri 'none'; form-action 'none'"
    page = _environment().get_template(template)
    return page.render(**told, style=Markup(style), policy=policy, lang=LANGUAGE).encode()


def swedish_day(day: date) -> str:
    """A day in words, "27 november 2026"."""
    return _day(day)


def swedish_moment(iso: str) -> str:
    """A moment in words; as it is where it can't be read."""
    return _moment(iso)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_seen,
    )  # fmt: skip
    environment.filters |= {"said": _said, "moment": _moment, "day": _day, "minutes": _minutes, "short": _short}
    environment.tests |= {"weblink": _is_link}
    return environment


def _part(name: str) -> str:
    return (files("reports") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _seen(value: Any) -> Any:
    """What a template puts out, with characters that can't be seen told by their number."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _said(text: Text) -> str:
    return str(getattr(text, LANGUAGE))


def _short(text: str, most: int = 1200) -> str:
    return cut(text, most)


def _moment(iso: str) -> str:
    try:
        return format_datetime(datetime.fromisoformat(iso), "d MMMM y 'kl.' HH.mm", locale=LANGUAGE)
    except ValueError:
        return iso


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", locale=LANGUAGE)


def _minutes(started: str, ended: str) -> str:
    """How long something took, in hours, minutes and seconds; empty where a clock that jumped hides it."""
    try:
        seconds = round((datetime.fromisoformat(ended) - datetime.fromisoformat(started)).total_seconds())
    except (ValueError, TypeError):
        return ""
    if seconds < 0:
        return ""
    parts = ((seconds // 3600, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s"))
    return " ".join(f"{amount} {unit}" for amount, unit in parts if amount) or "0 s"


def _is_link(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False
