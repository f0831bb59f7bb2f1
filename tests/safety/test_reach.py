"""Where a run may go, and what it may not change: nothing else leaves the browser, and what was stopped is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from playwright.sync_api import Browser, Playwright

from harness.browser import launch, need_browser
from harness.config import Config, load_config
from harness.errors import UsageError
from harness.guard import Guard, findings
from harness.reach import hosts, is_allowed, is_loopback, resolver_rules
from tests.commands import esset, only_run, scenarios
from tests.safety.conftest import HEAD, Site, serving


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8000/x", True), ("https://localhost", True), ("http://a.localhost/", True), ("http://[::1]:9/", True),
        ("https://esset.test/", True), ("https://esset.test:8443/", True), ("wss://esset.test/", True), ("https://fonts.x.se/a", True),
        ("data:text/plain,x", True), ("blob:https://ond.test/1", True), ("about:blank", True),
        ("https://x.esset.test/", False), ("https://esset.test.ond.se/", False), ("https://ond.test/?esset.test", False),
        ("https://esset.test@ond.se/", False), ("ws://ond.test/", False), ("https://fonts.x.se.ond.se/", False), ("http://10.0.0.1/", False),
    ],
)  # fmt: skip
def test_which_addresses_are_allowed(url: str, expected: bool) -> None:
    config = Config(target="https://esset.test/start", allowed_hosts=("*.x.se",))
    assert is_allowed(url, hosts(config)) is expected


def test_without_a_target_only_this_machine_is_allowed() -> None:
    assert all(is_loopback(f"http://{one.replace('*', 'a')}/") for one in hosts(Config()))
    assert resolver_rules(Config()).startswith("MAP * ~NOTFOUND, EXCLUDE localhost")


def test_a_proxy_can_be_reached_and_each_request_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.stad.test:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    assert "EXCLUDE proxy.stad.test" in resolver_rules(Config(target="https://esset.test"))
    assert "proxy" not in resolver_rules(Config(target="http://127.0.0.1:1"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("unmasked = true\ntarget = 'https://esset.test'", "mask"),
        ("unmasked = true\nproduction = true\ntarget = 'http://127.0.0.1:1'", "drift"),
        ("target = 'https://anna:hemligt@esset.test'", "lösenord"),
        ("target = 'https://'", "värdnamn"),
        ("target = 'https://esset.test:port'", "adressen"),
        ("allowed_hosts = ['https://x.se']", "x.se"),
        ("allowed_hosts = ['x.se, EXCLUDE *']", "EXCLUDE"),
        ("[personal]\nselectors = ['p >']", "p >"),
        ("[personal]\npatterns = ['(']", "uttryck"),
        ("[accounts.a]\nusername = 'a'\npassword_env = 'A'\npassword_file = 'b'", "password"),
    ],
)
def test_what_is_unsafe_is_refused_before_anything_is_run(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "esset.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="(?i)" + says) as raised:
        load_config(str(file))
    assert "hemligt" not in str(raised.value)


@pytest.fixture(scope="module")
def wide() -> Iterator[Site]:
    """Where every other host would be, had the browser looked it up."""
    with serving(Site()) as site:
        yield site


@pytest.fixture(scope="module")
def guarded(browser: Browser, wide: Site) -> Iterator[Browser]:
    """A browser that finds this machine only; of Playwright itself one is running already."""
    running = SimpleNamespace(chromium=browser.browser_type)
    # Of several rules the first that fits holds.
    rules = ", ".join(filter(None, [resolver_rules(Config()), f"MAP *.test {wide.url.removeprefix('http://')}"]))
    launched = launch(cast(Playwright, running), need_browser(), resolver_rules=rules)
    yield launched
    launched.close()


ELSEWHERE = """<html lang=sv><h1>Hej</h1><img src="http://ond.test/bild"><iframe src="http://ram.test/"></iframe><link rel=stylesheet
href="http://ond.test/stil.css"><script>
fetch('http://hamtat.test/?x=1').catch(() => {}); new WebSocket('ws://uttag.test/'); navigator.sendBeacon('http://fyr.test/', 'x');
fetch('/vidare').catch(() => {}); const w = new Worker(URL.createObjectURL(new Blob(["fetch('http://arbetare.test/')"])));
</script>"""


def redirect(site: Site, path: str, to: str, status: int = 302) -> None:
    def answer(request: object) -> None:
        request.send_response(status)  # type: ignore[attr-defined]
        request.send_header("Location", to)  # type: ignore[attr-defined]
        request.send_header("Content-Length", "0")  # type: ignore[attr-defined]
        request.end_headers()  # type: ignore[attr-defined]

    site.answers[path] = answer


@pytest.mark.browser
def test_other_hosts_are_shut_out_also_by_way_of_a_redirect(guarded: Browser, site: Site, wide: Site) -> None:
    site.page("/", ELSEWHERE)
    redirect(site, "/vidare", "http://omvag.test/")
    guard = Guard(Config())
    context = guarded.new_context()
    guard.watch(context)
    page = context.new_page()
    page.goto(site.url)
    page.wait_for_timeout(700)
    blocked = {one.host for one in guard.taken()}
    assert {"ond.test", "ram.test", "hamtat.test", "omvag.test"} <= blocked
    told = findings(guard.taken())
    assert told == []  # Each is told once.
    assert wide.asked == []
    # Seen from the browser itself: nobody's name was found.
    assert page.evaluate("fetch('http://ond.test/').then(() => 'nåddes', (e) => String(e))") != "nåddes"
    context.close()


def method_page(site: Site) -> None:
    site.page("/", "<html lang=sv><form method=post action=/spara><button>Spara</button></form>")
    site.page("/spara", "<h1>Sparat</h1>")
    site.page("/logga-in", "<h1>Inne</h1>")


@pytest.mark.browser
@pytest.mark.parametrize("production", [True, False])
def test_in_production_nothing_is_changed(production: bool, guarded: Browser, site: Site) -> None:
    method_page(site)
    guard = Guard(replace_config(Config(target=site.url), production=production), ["POST /logga-*"])
    context = guarded.new_context()
    guard.watch(context)
    page = context.new_page()
    page.goto(site.url)
    send = "([how, where]) => fetch(where, { method: how }).then((r) => r.status, () => 0)"
    assert page.evaluate(send, ["POST", "/logga-in"]) == 200
    assert page.evaluate(send, ["GET", "/spara"]) == 200
    for how in ("POST", "PUT", "DELETE"):
        assert page.evaluate(send, [how, "/spara"]) == (0 if production else 200)
    page.evaluate("navigator.sendBeacon('/spara', 'x')")
    page.get_by_role("button").click(no_wait_after=True)
    page.wait_for_timeout(500)
    changed = [one for one in site.asked if not one.startswith("GET") and "/spara" in one]
    assert (changed == []) is production
    assert {one.method for one in guard.taken()} == ({"POST", "PUT", "DELETE"} if production else set())
    context.close()


def replace_config(config: Config, **changes: object) -> Config:
    import msgspec

    return msgspec.structs.replace(config, **changes)


READS = """
@declared("ZZ-1", sends=("POST /logga-in",))
def laser(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("sidan")
    page.evaluate("fetch('/logga-in', { method: 'POST' })")
    page.evaluate("fetch('/spara', { method: 'POST' }).catch(() => 0)")
    page.evaluate("fetch('http://ond.test/').catch(() => 0)")
    walk.state("sedan")


@declared("ZZ-2")
def andrar(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("sidan")
"""


@pytest.mark.browser
def test_a_run_in_production_refuses_what_changes_and_tells_what_it_stopped(site: Site, tmp_path: Path) -> None:
    site.page(
        "/",
        "<html lang=sv><title>Sida</title><main><h1>Hej</h1><button onclick='fetch(`/spara`, {method: `POST`})'>Spara</button>",
    )
    site.page("/spara", "x")
    site.page("/logga-in", "x")
    (tmp_path / "esset.toml").write_text("production = true\n", encoding="utf-8")
    told = ("--target", site.url, "--config", str(tmp_path / "esset.toml"), "--history", "none")
    with scenarios(HEAD + READS):
        ended = esset(
            "run",
            "--area",
            "GE",
            "--audience",
            "invånare",
            *told,
            "--output",
            str(tmp_path / "out"),
            "--checks",
            "axe,text-spacing",
        )
        refused = esset("run", "--scenario", "ZZ-2", *told, "--output", str(tmp_path / "nej"))
    assert refused.returncode == 2 and "ZZ-2" in refused.stderr and not (tmp_path / "nej").exists()
    assert "ändrar data" in ended.stdout and "ZZ-2" in ended.stdout
    assert "POST /spara" not in site.asked and "POST /logga-in" in site.asked
    run = json.loads((only_run(tmp_path / "out") / "run.json").read_bytes())
    visits = [one for one in run["visits"] if one["scenario"] == "ZZ-1"]
    said = [finding["observed"]["sv"] for one in visits for finding in one["findings"]]
    assert any("ond.test" in one for one in said) and any("POST /spara" in one for one in said)
    assert any("i drift" in one and "kopia" in one for one in said), "what tries things in a copy must refuse"
