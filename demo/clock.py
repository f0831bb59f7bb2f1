"""The demo's own clock. It stands still, so that a state looks the same every night."""

from __future__ import annotations

from datetime import date, datetime

NOW = datetime(2026, 11, 24, 9, 30)
TODAY = NOW.date()

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def in_words(day: date) -> str:
    """A date as it is read: "24 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """A date with its day of the week: "tisdag 24 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def days_left(day: date) -> int:
    """Days from today until a date, negative when it has passed."""
    return (day - TODAY).days
