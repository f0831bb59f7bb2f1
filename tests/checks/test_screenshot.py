"""A picture that the browser did not have at first is asked for again; a page that is gone is not."""

from __future__ import annotations

import base64
from typing import Any, cast

import pytest
from playwright.sync_api import CDPSession
from playwright.sync_api import Error as PlaywrightError

from checks.screenshot import TRIES, screenshot

NONE = "CDPSession.send: Protocol error (Page.captureScreenshot): Unable to capture screenshot"
GONE = "CDPSession.send: Target page, context or browser has been closed"


class Browser:
    """Answers each time with the next of `answers`: a picture, or the words of an error."""

    def __init__(self, *answers: bytes | str) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []

    def send(self, method: str, asked: dict[str, Any]) -> dict[str, str]:
        self.asked.append(asked)
        answer = self.answers.pop(0)
        if isinstance(answer, str):
            raise PlaywrightError(answer)
        return {"data": base64.b64encode(answer).decode()}


def taken(browser: Browser) -> bytes:
    return screenshot(cast(CDPSession, browser), "jpeg", quality=70)


def test_a_picture_that_came_the_second_time_is_the_picture() -> None:
    browser = Browser(NONE, b"bild")
    assert taken(browser) == b"bild"
    assert browser.asked[0] == browser.asked[1] == {"format": "jpeg", "optimizeForSpeed": True, "quality": 70}


def test_a_browser_that_never_has_one_says_so() -> None:
    browser = Browser(*[NONE] * (TRIES + 1))
    with pytest.raises(PlaywrightError, match="Unable to capture"):
        taken(browser)
    assert len(browser.asked) == TRIES


def test_a_page_that_is_gone_is_asked_once() -> None:
    browser = Browser(GONE, b"bild")
    with pytest.raises(PlaywrightError, match="closed"):
        taken(browser)
    assert len(browser.asked) == 1
