"""The law's documents in a real browser: accessible, narrow and wide, light and dark."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser

from reports.document import write
from reports.model import Run
from reports.protocol import protocol
from reports.statement import Publisher, statement
from tests.accessible import axe_says
from tests.reports.test_sampling import called

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, run: Run, width: int, scheme: str) -> None:
    surface = run.surfaces[0]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for name, document in {
        "redogörelse": statement(called(run), surface, Publisher(), date(2026, 11, 27)),
        "protokoll": protocol(called(run), surface),
    }.items():
        file = run.folder / f"{name}.html"
        file.write_bytes(write(document, "html"))
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert axe_says(page) == [], name
    context.close()
