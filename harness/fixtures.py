"""What a scenario gets by naming it: `page`, `walk`, `target`, `account`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

from harness.accounts import Account
from harness.browsers import Browsers
from harness.errors import UsageError
from harness.guard import Guard
from harness.observed import OBSERVERS
from harness.sessions import kept, secrets_of
from harness.target import serve_target
from harness.trace import Trace
from harness.walk import ScenarioWalk
from scenarios.model import scenario_of

if TYPE_CHECKING:
    from harness.driving import Driving

KEY = 12
"""Signs from which on a value in a kept log-in is taken for a key, and not for a setting such as "sv"."""

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
def browsers(driving: Driving) -> Iterator[Browsers]:
    """One browser for all scenarios of this process, for as long as it lives."""
    browsers = Browsers(driving.config, driving.journal)
    yield browsers
    browsers.close()


@pytest.fixture
def browser(browsers: Browsers) -> Browser:
    """A browser that is alive; each scenario gets a context of its own."""
    return browsers.alive()


@pytest.fixture
def guard(driving: Driving, request: pytest.FixtureRequest) -> Guard:
    """Keeps all contexts of the scenario where the run may go."""
    scenario = scenario_of(request.function)
    return Guard(driving.config, scenario.sends or () if scenario else ())


@pytest.fixture
def elsewhere(driving: Driving, browser: Browser, target: str, guard: Guard) -> Iterator[BrowserContext]:
    """Another context than the scenario's: what is done in it leaves no trace in the page."""
    context = browser.new_context(base_url=target, ignore_https_errors=driving.config.insecure_tls)
    guard.watch(context)
    yield context
    context.close()


@pytest.fixture
def context(
    driving: Driving, browser: Browser, target: str, guard: Guard, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A context with nothing in it, in the configured language and size, that the target can't see past."""
    config = driving.config
    context = browser.new_context(
        base_url=target,
        locale=config.locale,
        timezone_id="Europe/Stockholm",
        viewport={"width": config.viewport.width, "height": config.viewport.height},
        ignore_https_errors=config.insecure_tls,
        service_workers="block" if config.production else "allow",
        storage_state=cast(Any, _session(driving, request)),
    )
    guard.watch(context)
    with _traced(driving, context, request.node) if request.node.stash.get(TRACED, False) else nullcontext():
        yield context
    with suppress(PlaywrightError):  # A browser that died has closed it already.
        context.close()


def _session(driving: Driving, request: pytest.FixtureRequest) -> dict[str, Any] | None:
    """The log-in that is kept for whom the scenario is about; None where they log in by themselves, or not at all."""
    scenario = scenario_of(request.function)
    account = driving.config.accounts.get(scenario.audience) if scenario else None
    if account is None or not account.session:
        return None
    state = kept(Path(account.session))
    for secret in secrets_of(state):
        if len(secret) >= KEY:
            driving.mask.keep(secret)
    return state


@contextmanager
def _traced(driving: Driving, context: BrowserContext, node: pytest.Item) -> Iterator[None]:
    """Keep what happens: Playwright's trace where all that the page is told may be written, else the events."""
    if driving.config.unmasked and not driving.mask.keeps_secrets:
        context.tracing.start(screenshots=True, snapshots=True, title=node.name)
        yield
        context.tracing.stop(path=driving.folder / "traces" / f"{node.name}.zip")
    else:
        trace = Trace(context)
        yield
        driving.journal.keep_trace(f"{node.name}.jsonl", trace.events)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A new page, with `base_url` set to the target."""
    return context.new_page()


@pytest.fixture
def walk(driving: Driving, page: Page, target: str, guard: Guard, request: pytest.FixtureRequest) -> ScenarioWalk:
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
        personal=driving.config.personal,
        guard=guard,
        read_only=driving.config.production,
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
