"""A copy is waited for as long as something in it may still come, and no longer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from checks.recording import record
from checks.state import State
from checks.twin import Twin, twin
from checks.twin.settling import settle

pytestmark = pytest.mark.browser

LONG = 8000
"""Milliseconds that nobody waits out where nothing is to come."""

PAGE = """<!doctype html><html lang="sv"><title>Prov</title><style>p { transition: margin .15s } .bort { margin: 9px }</style>
<p>Hej</p><script>var came = false; const comes = () => { came = true; };</script>"""


@pytest.fixture
def copy(page: Page) -> Iterator[Twin]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            late = self.path in ("/svar", "/sent.js")
            body = {"/svar": "svar", "/sent.js": "came = true", "/": PAGE}.get(self.path, "").encode()
            if late:
                time.sleep(0.15)
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript" if self.path == "/sent.js" else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    record(page)
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    with ExitStack() as stack:
        state = stack.enter_context(State(page, "prov", "sidan", 1))
        yield stack.enter_context(twin(state))
    server.shutdown()
    server.server_close()


COMING = {
    "a timer": "setTimeout(comes, 150)",
    "a timer that sets another": "setTimeout(() => setTimeout(comes, 80), 80)",
    "an interval": "setInterval(comes, 150)",
    "frame after frame": "{ let n = 0; const next = () => ++n > 12 ? comes() : requestAnimationFrame(next); next(); }",
    "an answer": "fetch('/svar').then(comes)",
    "an answer of the old kind": "{ const asked = new XMLHttpRequest(); asked.open('GET', '/svar'); asked.onload = comes; asked.send(); }",
    "a transition": "{ const p = document.querySelector('p'); p.ontransitionend = comes; p.className = 'bort'; }",
    "a script": "document.body.append(Object.assign(document.createElement('script'), { src: '/sent.js' }))",
    "a timer of a frame": "{ const frame = document.body.appendChild(document.createElement('iframe')); frame.contentWindow.setTimeout(comes, 150); }",
    "a message of a worker": "new Worker(URL.createObjectURL(new Blob(['setTimeout(() => postMessage(1), 150)']))).onmessage = comes",
}  # fmt: skip


@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize("what", COMING)
def test_what_is_to_come_is_waited_for(what: str, seen: bool, copy: Twin) -> None:
    copy.page.evaluate(f"() => {{ {COMING[what]} }}")
    settle(copy.page, 1000, seen=seen)
    assert copy.page.evaluate("came")


QUIET = {
    "nothing": "",
    "a timer that is taken back": "clearTimeout(setTimeout(comes, 5000))",
    "an interval that is taken back as a timer": "clearTimeout(setInterval(comes, 5000))",
    "a timer beyond the limit": f"setTimeout(comes, {LONG * 9})",
    "an endless animation": "document.querySelector('p').animate([{ opacity: 1 }, { opacity: .5 }], { duration: 500, iterations: Infinity })",
    "an answer that has come": "return fetch('/data')",
    "an answer that did not come": "return fetch('http://127.0.0.1:9/').catch(() => {})",
}  # fmt: skip


@pytest.mark.parametrize("what", QUIET)
def test_where_nothing_is_to_come_it_is_over_at_once(what: str, copy: Twin) -> None:
    copy.page.evaluate(f"() => {{ {QUIET[what]} }}")
    began = time.monotonic()
    settle(copy.page, LONG)
    assert time.monotonic() - began < LONG / 1000


def test_what_comes_with_the_next_frame_is_waited_for_where_it_is_asked_about(copy: Twin) -> None:
    copy.page.evaluate("document.body.style.height = '5000px'; onscroll = comes; void scrollTo(0, 900)")
    settle(copy.page, 1000)
    assert copy.page.evaluate("came")


def test_a_page_that_is_no_copy_is_waited_for(page: Page) -> None:
    page.set_content(PAGE)
    page.evaluate("setTimeout(comes, 150)")
    settle(page, 300)
    assert page.evaluate("came")


def test_it_is_over_when_what_is_waited_for_has_come(copy: Twin) -> None:
    copy.page.evaluate("document.querySelector('p').animate([{ opacity: 1 }, { opacity: .5 }], { duration: 60000 })")
    copy.page.evaluate("setTimeout(comes, 100)")
    began = time.monotonic()
    assert not settle(copy.page, LONG, until=lambda: copy.page.evaluate("came"))
    assert copy.page.evaluate("came") and time.monotonic() - began < LONG / 1000


def test_whether_more_is_to_come_is_told(copy: Twin) -> None:
    copy.page.evaluate("setTimeout(comes, 400)")
    assert settle(copy.page, 100) and not copy.page.evaluate("came")
    assert not settle(copy.page, 1000, until=lambda: True) and not copy.page.evaluate("came")
    assert settle(copy.page, LONG) and copy.page.evaluate("came")


def test_a_page_that_is_leaving_gets_all_its_time(copy: Twin) -> None:
    copy.page.evaluate("location.href = '/bort'")
    began = time.monotonic()
    settle(copy.page, 300)
    assert time.monotonic() - began >= 0.29
    assert [one.kind for one in copy.attempts] == ["navigation"]
