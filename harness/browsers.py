"""The browser of a process: started when it is needed, and again where it or Playwright's own process has died."""

from __future__ import annotations

from contextlib import ExitStack, suppress

from playwright.sync_api import Browser

from harness.browser import launch, need_browser
from harness.config import Config
from harness.journal import Journal, Line
from harness.memory import MemoryWatch
from harness.playwright_start import playwright_running
from harness.reach import resolver_rules


class Browsers:
    """Gives a browser that is alive. `close` ends what is running."""

    def __init__(self, config: Config, journal: Journal) -> None:
        self._config = config
        self._journal = journal
        self._running: Browser | None = None
        self._started = ExitStack()
        self.memory = MemoryWatch()

    def alive(self) -> Browser:
        """The running browser, or a new one. RunBroken where none starts."""
        if self._running is None or not _answers(self._running):
            self._end()
            self._running = self._launched()
            self._journal.write(Line(versions={"webbläsare": f"Chromium {self._running.version}"}))
        return self._running

    def close(self) -> None:
        """End everything, whatever state it is in."""
        self.memory.close()
        self._end()

    def _end(self) -> None:
        running, self._running = self._running, None
        if running:
            with suppress(Exception):
                running.close()
        started, self._started = self._started, ExitStack()
        # What has died can't be ended in order; the process that is left is ours no longer.
        with suppress(Exception):
            started.close()

    def _launched(self) -> Browser:
        config = self._config
        playwright = self._started.enter_context(playwright_running())
        if config.browser_server:
            return playwright.chromium.connect(config.browser_server)
        chosen = need_browser(config.browser or None)
        return launch(playwright, chosen, headless=config.headless, resolver_rules=resolver_rules(config))


def _answers(browser: Browser) -> bool:
    """Whether the browser is there: one that was killed may not have been missed yet."""
    if not browser.is_connected():
        return False
    try:
        browser.new_context().close()
    except Exception:
        return False
    return True
