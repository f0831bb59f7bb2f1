"""Moves a twin's pointer to an element and presses it, when it stands still and nothing covers it.

Playwright's own way asks more questions of the page and waits longer between them: a click takes ten times as long.
"""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import ElementHandle, Page
from playwright.sync_api import Error as PlaywrightError

from checks.scripts import script

Button = Literal["left", "right"]

TIMES = 20
"""How often the pointer follows an element that moves."""


def hover(page: Page, element: ElementHandle) -> None:
    """Move the pointer onto an element. Playwright's Error where that can't be done."""
    point = f"({script('checks.twin', 'point.js')})({script('checks', 'topmost.js')})"
    for _ in range(TIMES):
        at = element.evaluate(point, None)
        if at is None:
            break
        # To move takes a frame. What has moved away in it, by script or by scrolling smoothly, is gone after.
        page.mouse.move(*at)
        if element.evaluate(point, at):
            return
    raise PlaywrightError("it is covered, disabled, without size or never at rest")


def click(page: Page, element: ElementHandle, button: Button = "left") -> None:
    """A trusted click in the middle of an element. Playwright's Error where it can't be clicked."""
    hover(page, element)
    page.mouse.down(button=button)
    page.mouse.up(button=button)
