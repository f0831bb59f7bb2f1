"""pa11y looks at the very state that was reached, in all frames; its process is begun again, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from checks import node, pa11y
from checks.endpoint import endpoint, target_id
from checks.model import Finding, Outcome
from checks.pa11y.process import PA11Y, NodeProcess, Unavailable
from checks.state import State

NO_ALT = "<!doctype html><html lang=sv><title>T</title>"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def process(browser: Browser) -> Iterator[NodeProcess]:
    started = NodeProcess()
    yield started
    started.close()


def state(page: Page) -> State:
    return State(page, "prov", "tillstånd", 1)


def failed(findings: Iterator[Finding]) -> dict[str, tuple[str, ...]]:
    return {one.rule: one.element.path for one in findings if one.outcome is Outcome.FAILED and one.element}


@pytest.mark.browser
def test_frames_are_looked_at_and_shadow_trees_are_told_as_untested(page: Page) -> None:
    inner = "<html lang=sv><title>I</title><input id=inre>".replace("<", "&lt;")
    page.set_content(
        f"{NO_ALT}<div id=v></div><iframe title=r srcdoc='{inner}'></iframe>"
        f"<script>v.attachShadow({{mode:'open'}}).innerHTML=`<iframe title=s srcdoc='{inner}'></iframe>`</script>"
    )
    page.frame_locator("iframe").last.locator("input").wait_for()
    told = [*pa11y.told(state(page))]
    depths = {len(one.element.path) for one in told if one.rule == "1_3_1.F68" and one.element}
    assert depths == {2, 3}
    assert all(one.element.html.startswith("<input") for one in told if one.rule == "1_3_1.F68" and one.element)
    assert [one.observed.sv for one in told if one.outcome is Outcome.UNTESTED] == [
        "Inte prövat av pa11y: 1 skuggträd, som HTML_CodeSniffer inte ser in i"
    ]


@pytest.mark.browser
def test_the_state_stays_as_it_was(page: Page) -> None:
    page.set_content(f"{NO_ALT}<input id=f><img src=x>")
    page.locator("#f").fill("skrivet")
    see = "[f.value, document.activeElement.id, innerWidth, innerHeight, document.documentElement.outerHTML, \
           typeof HTMLCS, typeof __pa11y, navigator.userAgent]"
    before = page.evaluate(see)
    assert "1_1_1.H37" in failed(pa11y.told(state(page)))
    assert page.evaluate(see) == before


@pytest.mark.browser
def test_of_two_tabs_with_one_address_the_right_one_is_seen(page: Page) -> None:
    other = page.context.new_page()
    page.set_content(f"{NO_ALT}<img src=x>")
    other.set_content(NO_ALT)
    assert "1_1_1.H37" in failed(pa11y.told(state(page)))
    assert "1_1_1.H37" not in failed(pa11y.told(state(other)))


@pytest.mark.browser
def test_a_page_that_meddles_with_the_globals_is_seen_all_the_same(page: Page) -> None:
    page.set_content(f"{NO_ALT}<img src=x><script>window.define = () => {{}}; define.amd = {{}}; HTMLCS = 1</script>")
    assert "1_1_1.H37" in failed(pa11y.told(state(page)))


@pytest.mark.browser
def test_a_process_that_died_is_begun_again(page: Page, process: NodeProcess) -> None:
    process.call("hello", {}, 10)
    first = process.pid
    assert first
    os.kill(first, signal.SIGKILL)
    asked = {"endpoint": endpoint(state(page)), "target": target_id(state(page)), "milliseconds": 10_000}
    assert process.call("look", asked, 10)["documents"]
    assert process.pid not in (None, first)


@pytest.mark.browser
def test_what_goes_wrong_is_told_in_one_line(page: Page, process: NodeProcess) -> None:
    with pytest.raises(Unavailable, match="no method sing"):
        process.call("sing", {}, 10)
    with pytest.raises(Unavailable, match="no target"):
        process.call("look", {"endpoint": endpoint(state(page)), "target": "0", "milliseconds": 5000}, 5)


@pytest.mark.browser
def test_a_page_that_hangs_is_given_up_within_the_limit(page: Page, process: NodeProcess) -> None:
    page.set_content(NO_ALT)
    asked = {"endpoint": endpoint(state(page)), "target": target_id(state(page)), "milliseconds": 1000}
    page.evaluate("setTimeout(() => { const end = Date.now() + 4000; while (Date.now() < end); }, 0)")
    with pytest.raises(Unavailable, match="1000 ms"):
        process.call("look", asked, 1)


@pytest.mark.browser
def test_without_node_it_says_untested_and_why(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    PA11Y.close()
    monkeypatch.delenv(node.NODE_FOUND)
    monkeypatch.setenv("PATH", "")
    (one,) = pa11y.look(state(page))
    assert one.outcome is Outcome.UNTESTED
    assert one.observed.sv == "Inte prövat av pa11y: Node saknas"


@pytest.mark.browser
def test_no_orphan_is_left_when_the_parent_is_killed() -> None:
    program = textwrap.dedent("""
        import time
        from harness.playwright_start import playwright_running
        from checks.pa11y.process import PA11Y
        with playwright_running():
            PA11Y.call("hello", {}, 30)
            print(PA11Y.pid, flush=True)
            time.sleep(60)
    """)
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    for _ in range(100):
        if not _runs(child):
            return
        time.sleep(0.1)
    pytest.fail(f"process {child} is still there")


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # Where nobody takes in the ended children of others, one stays in the list as a zombie: it does not run.
    stat = Path(f"/proc/{pid}/stat")
    try:
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
