"""Starts Playwright, also on a bare machine, and ends what engines have started beside it.

Playwright's wheel carries a Node of its own, which wants a library (libatomic) that a minimal Linux lacks. There it is
lent the Node that the suite has found anyway; Playwright's variable for that is PLAYWRIGHT_NODEJS_PATH.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import playwright
from playwright.sync_api import Playwright, sync_playwright

from checks.node import NODE_FOUND
from checks.pa11y.process import PA11Y
from harness.libraries import lacks_libraries
from harness.node import find_node

_LENT = "PLAYWRIGHT_NODEJS_PATH"


@contextmanager
def playwright_running() -> Iterator[Playwright]:
    """Playwright's sync API, started; one at a time in a thread."""
    lend_node()
    if node := find_node().node:
        os.environ[NODE_FOUND] = str(node.executable)
    try:
        with sync_playwright() as started:
            yield started
    finally:
        PA11Y.close()


def lend_node() -> None:
    """See to it that Playwright has a Node that runs here, in this process and those that it starts."""
    own = Path(playwright.__file__).parent / "driver" / "node"
    if _LENT not in os.environ and lacks_libraries(own) and (node := find_node().node):
        os.environ[_LENT] = str(node.executable)
