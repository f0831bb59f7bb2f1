"""The trend page in a real browser: right in its figures, accessible, narrow as a phone, without a network."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from defects.model import Level
from defects.standing import Status
from reports.trend import HEIGHT, Night, Oldest, Trend, layers, render
from tests.accessible import axe_says

BEGUN = datetime(2026, 11, 1, tzinfo=UTC)


def night(number: int, urgent: int, other: int) -> Night:
    return Night(
        run=f"natt-{number}",
        started=(BEGUN + timedelta(days=number)).isoformat(),
        version=f"1.{number}",
        by_level={level: {Level.P1: urgent, Level.P3: other}.get(level, 0) for level in Level},
        by_status={status: number if status is Status.NEW else 0 for status in Status},
        by_area={"Ekonomiskt bistånd": urgent, "Gemensamt": other},
        by_criterion={"1.4.3": urgent, "4.1.2": other},
    )


NIGHTS = tuple(night(number, 4 - number % 3, 10 + number) for number in range(12))
TREND = Trend(
    "prov", NIGHTS, Oldest("ab12cd34ef56ab78", "contrast", "GE-1 · start · p", NIGHTS[0].started), {"P1": 2.5}, 7
)


def test_the_bands_are_stacked_and_fill_the_chart() -> None:
    told = layers(NIGHTS)
    heights = [float(point.split(",")[1]) for layer in told for point in layer.points.split()]
    assert [layer.level for layer in told] == [*Level]
    assert min(heights) == 0.0 and max(heights) == HEIGHT
    assert layers(()) == ()


@pytest.mark.browser
@pytest.mark.parametrize("trend", [TREND, Trend("tom", ())], ids=["twelve-nights", "none"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_fetched(browser: Browser, tmp_path: Path, trend: Trend, scheme: str) -> None:
    file = tmp_path / "trend.html"
    file.write_bytes(render(trend))
    asked: list[str] = []
    for width in (320, 1280):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="sv-SE")  # type: ignore[arg-type]
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert axe_says(page, questions=False) == []
        # What is wide scrolls within itself: the page does not.
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()
    assert {url for url in asked if not url.startswith("data:")} == {file.as_uri()}


@pytest.mark.browser
def test_every_figure_of_the_chart_is_also_in_a_table(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "trend.html"
    file.write_bytes(render(TREND))
    page = browser.new_page()
    page.goto(file.as_uri())
    text = page.locator("main").inner_text()
    assert all(str(one.open) in text for one in (NIGHTS[0], NIGHTS[-1]))
    assert "2,5" in text and "GE-1 · start · p" in text
    page.close()
