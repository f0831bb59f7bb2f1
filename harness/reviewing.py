"""What people decided, as a run is told of it."""

from __future__ import annotations

from pathlib import Path

from defects.review import Book
from defects.review_file import ReviewError, read_book
from harness.config import NO_REVIEW, REVIEW, Config
from harness.errors import UsageError


def book_of(config: Config) -> Book:
    """The configured decisions; UsageError where their file can't be used. There is none until someone decides."""
    if config.review == NO_REVIEW:
        return Book()
    file = Path(config.review)
    if config.review == REVIEW and not file.exists():
        return Book()
    try:
        return read_book(file)
    except ReviewError as error:
        raise UsageError(str(error)) from None
