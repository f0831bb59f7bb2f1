"""Lets a person log in where no machine can, and keeps the log-in for scenarios."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from harness.browser import launch, need_browser
from harness.config import load_config
from harness.errors import UsageError
from harness.playwright_start import playwright_running
from harness.reach import resolver_rules
from harness.sessions import keep
from harness.target import serve_target


def log_in_by_hand(path: str, target: str, role: str, wait: Callable[[], object], *, headless: bool = False) -> Path:
    """Open the target, `wait` until the person is logged in, and keep the log-in where the account says; that file.

    UsageError where the account has no `session`.
    """
    config = load_config(path or None, {"target": target})
    account = config.accounts.get(role)
    if account is None or not account.session:
        raise UsageError(f"Kontot {role!r} har ingen session", "[accounts]", "Ange en fil: session = 'inloggad.json'.")
    file = Path(account.session)
    with serve_target(config) as address, playwright_running() as playwright:
        chosen = need_browser(config.browser or None)
        browser = launch(playwright, chosen, headless=headless, resolver_rules=resolver_rules(config))
        context = browser.new_context(
            base_url=address, locale=config.locale, no_viewport=True, ignore_https_errors=config.insecure_tls
        )
        context.new_page().goto("/")
        wait()
        keep(context.storage_state(), file)
        browser.close()
    return file
