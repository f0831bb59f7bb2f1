"""Does again in a copy of a page what the user did in the page since it was loaded."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any, cast

from playwright.sync_api import ElementHandle, FilePayload, Page

from checks.recording import Acts
from checks.scripts import script

PATIENCE = 500
"""Milliseconds that one act may take."""

BUTTONS = ("left", "middle", "right")


class Lost(Exception):
    """An act can't be done again; the message says which."""


def replay(page: Page, acts: Acts) -> None:
    """Do the acts in order. Raises Lost where one's element is not there."""
    for act in acts.acts:
        _act(page, act)
    # Where the mouse is left makes tooltips and menus stay.
    if acts.pointer and acts.pointer["path"]:
        page.mouse.move(acts.pointer["x"], acts.pointer["y"])


def find(page: Page, hops: Sequence[str]) -> ElementHandle | None:
    """The element that a path within the top document leads to."""
    return page.evaluate_handle(script("checks", "find.js"), list(hops)).as_element()


def _act(page: Page, act: dict[str, Any]) -> None:
    element = find(page, act["path"])
    if element is None:
        raise Lost(f"{act['kind']} på {act['path'][-1][-60:]}")
    match act["kind"]:
        case "click":
            page.mouse.move(*_point(element, act))
            page.mouse.down(button=BUTTONS[act["button"]], click_count=act["count"] or 1)  # type: ignore[arg-type]
            page.mouse.up(button=BUTTONS[act["button"]], click_count=act["count"] or 1)  # type: ignore[arg-type]
        case "drag":
            target = find(page, act["to"]["path"])
            if target is None:
                raise Lost(f"drag till {act['to']['path'][-1][-60:]}")
            page.mouse.move(*_point(element, act))
            page.mouse.down()
            x, y = _point(target, act["to"])
            page.mouse.move(x, y, steps=4)
            page.mouse.up()
        case "key":
            element.evaluate("element => element.contains(document.activeElement) || element.focus?.()")
            page.keyboard.press(act["key"])
        case "value":
            _give(element, act["value"])
        case "files":
            files = [
                FilePayload(name=one["name"], mimeType=one["type"], buffer=base64.b64decode(one["base64"]))
                for one in act["files"]
            ]
            element.set_input_files(files, timeout=PATIENCE)


def _give(element: ElementHandle, value: str | list[int]) -> None:
    if isinstance(value, list):
        element.select_option(index=value, timeout=PATIENCE, force=True)
    else:
        element.fill(value, timeout=PATIENCE, force=True)


def _point(element: ElementHandle, act: dict[str, Any]) -> tuple[float, float]:
    element.evaluate("element => element.scrollIntoViewIfNeeded()")
    box = element.bounding_box()
    if box is None:
        raise Lost(f"{act['path'][-1][-60:]} syns inte")
    return cast(float, box["x"] + box["width"] * act["x"]), cast(float, box["y"] + box["height"] * act["y"])
