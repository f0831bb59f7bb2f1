"""What a scenario gets by naming it: `page`, `walk`, `target`, `account`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from harness.browser import launch, need_browser
from harness.config import Account
from harness.errors import UsageError
from harness.journal import Line
from harness.observed import OBSERVERS
from harness.playwright_start import playwright_running
from harness.target import serve_target
from harness.walk import ScenarioWalk
from scenarios.model import scenario_of

if TYPE_CHECKING:
    from harness.driving import Driving

TRACED = pytest.StashKey[bool]()
"""Set on a scenario that is driven again because it broke: this time its trace is kept."""


@pytest.fixture(scope="session")
def driving(pytestconfig: pytest.Config) -> Driving:
    """The run that this process takes part in."""
    return cast("Driving", pytestconfig.pluginmanager.getplugin("esset-driving"))


@pytest.fixture(scope="session")
def target(driving: Driving) -> Iterator[str]:
    """Address of the Esset under test, without a slash at its end."""
    with serve_target(driving.config) as address:
        yield address


@pytest.fixture(scope="session")
def browser(driving: Driving) -> Iterator[Browser]:
    """One browser for all scenarios of this process; each gets a context of its own."""
    config = driving.config
    with playwright_running() as playwright:
        if config.browser_server:
            launched = playwright.chromium.connect(config.browser_server)
        else:
            launched = launch(playwright, need_browser(config.browser or None), headless=config.headless)
        driving.journal.write(Line(versions={"webbläsare": f"Chromium {launched.version}"}))
        yield launched
        launched.close()


@pytest.fixture
def context(
    driving: Driving, browser: Browser, target: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A context with nothing in it, in the configured language and size, that the target can't see past."""
    config = driving.config
    context = browser.new_context(
        base_url=target,
        locale=config.locale,
        timezone_id="Europe/Stockholm",
        viewport={"width": config.viewport.width, "height": config.viewport.height},
        ignore_https_errors=config.insecure_tls,
    )
    traced = request.node.stash.get(TRACED, False)
    if traced:
        context.tracing.start(screenshots=True, snapshots=True, title=request.node.name)
    yield context
    if traced:
        context.tracing.stop(path=driving.folder / "traces" / f"{request.node.name}.zip")
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A new page, with `base_url` set to the target."""
    return context.new_page()


@pytest.fixture
def walk(driving: Driving, page: Page, target: str, request: pytest.FixtureRequest) -> ScenarioWalk:
    """The scenario's way: `walk.state("name")` wherever a user would stop and look."""
    scenario = scenario_of(request.function)
    if scenario is None:
        raise UsageError(
            f"{request.function.__name__} är inget scenario", str(request.path), "Sätt @scenario(...) över funktionen."
        )
    return ScenarioWalk(
        page,
        scenario,
        driving.checks,
        driving.journal,
        driving.witness,
        insecure_tls=driving.config.insecure_tls,
        attempt=driving.attempts.get(scenario.id, 1),
        home="" if driving.config.target else target,
        observers={} if driving.config.profile == "snabb" else OBSERVERS,
        earlier=driving.earlier,
        stop=driving.stop,
    )


@pytest.fixture
def account(driving: Driving) -> Callable[[str], Account]:
    """Gives the configured account of a role."""

    def of(role: str) -> Account:
        try:
            return driving.config.accounts[role]
        except KeyError:
            raise UsageError(f"Kontot {role!r} saknas i konfigurationen", "[accounts]", "Lägg till det.") from None

    return of
