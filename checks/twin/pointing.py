"""Moves a twin's pointer to an element and presses it, when it stands still and nothing covers it.

Playwright's own way asks more questions of the page and waits longer between them: a click takes ten times as long.
"""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import ElementHandle, Page
from playwright.sync_api import Error as PlaywrightError

from checks.scripts import script

Button = Literal["left", "right"]


def hover(page: Page, element: ElementHandle) -> None:
    """Move the pointer onto an element. Playwright's Error where that can't be done."""
    at = element.evaluate(f"({script('checks.twin', 'point.js')})({script('checks', 'topmost.js')})")
    if at is None:
        raise PlaywrightError("it is covered, disabled, without size or never at rest")
    page.mouse.move(*at)


def click(page: Page, element: ElementHandle, button: Button = "left") -> None:
    """A trusted click in the middle of an element. Playwright's Error where it can't be clicked."""
    hover(page, element)
    page.mouse.down(button=button)
    page.mouse.up(button=button)
