"""The suite's code for the page: `.js` files beside the modules that use them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def behind_now() -> str:
    """A function of the page's, to be asked anew for what lies behind an open modal dialog (`behind.js`)."""
    return f"({script('checks', 'behind.js')})({script('checks', 'modal.js')})"


@cache
def script(package: str, name: str) -> str:
    """The text of a `.js` file that lies in a package, as `page.evaluate` takes it."""
    return (files(package) / name).read_text(encoding="utf-8")
