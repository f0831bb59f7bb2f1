"""Where a browser can be reached over the DevTools protocol, besides through Playwright.

The harness launches the browser with a port of its own on loopback and leaves the address here; an engine in
another process (pa11y's) then looks at the very page that a scenario has opened.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from playwright.sync_api import Browser

from checks.state import State

_ENDPOINTS: WeakKeyDictionary[Browser, str] = WeakKeyDictionary()


def leave_endpoint(browser: Browser, endpoint: str) -> None:
    """Say that `browser` answers at `endpoint` (ws://host:port)."""
    _ENDPOINTS[browser] = endpoint


def endpoint(state: State) -> str | None:
    """The address of the state's browser; None where it was launched without one."""
    browser = state.page.context.browser
    return _ENDPOINTS.get(browser) if browser else None


def target_id(state: State) -> str:
    """The id of the state's page as the DevTools protocol knows it."""
    return str(state.devtools.send("Target.getTargetInfo")["targetInfo"]["targetId"])
