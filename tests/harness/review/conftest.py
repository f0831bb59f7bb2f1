"""A review at work: a made-up run, its pages, and a client that holds the right keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from defects.review import Book
from defects.review_file import read_book
from harness.review.app import Sitting, create_app
from harness.review.desk import Desk
from tests.reports.conftest import make_run
from tests.reports.test_sampling import called

PORT = 8765
HOST = f"http://127.0.0.1:{PORT}"


@dataclass
class Reviewer:
    """Someone with the pages open."""

    sitting: Sitting
    client: FlaskClient

    @property
    def book(self) -> Book:
        return read_book(self.sitting.desk.file)

    def get(self, page: str, **told: object) -> TestResponse:
        return self.client.get(self.sitting.root + page, base_url=HOST, **told)  # type: ignore[arg-type]

    def seen(self, page: str) -> str:
        return str(BeautifulSoup(self.get(page).data, "html.parser").select_one("[name=seen]")["value"])  # type: ignore[index]

    def send(self, page: str, *, seen: str | None = None, **fields: str) -> TestResponse:
        """Fill in a page's form and send it, as a browser does."""
        form = {"form": self.sitting.guard.form, "seen": self.seen(page) if seen is None else seen, "by": "Anna"}
        return self.client.post(self.sitting.root + page, base_url=HOST, data=form | fields, headers={"Origin": HOST})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(called(make_run(tmp_path)), tmp_path / "granskning.toml")


@pytest.fixture
def reviewer(desk: Desk) -> Reviewer:
    sitting = Sitting(desk, port=PORT, today=lambda: date(2026, 11, 27))
    return Reviewer(sitting, create_app(sitting).test_client())
