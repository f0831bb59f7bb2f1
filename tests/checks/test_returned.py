"""A form that comes back by a redirect is still the one that was sent, and what was entered is in no finding."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from flask import Flask, redirect
from playwright.sync_api import Page
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from checks.forms import returned
from checks.model import Finding, Outcome
from checks.recording import record
from checks.state import State

FORM = """<!doctype html><html lang="sv"><title>Ansök</title><main><h1>Ansök</h1>
<form method="post" action="/skicka" enctype="{kind}" novalidate><label>Namn <input name="namn" value="{namn}"></label>
<p><label>Datum <input name="datum" {wrong}></label> {error}</p><button>Skicka</button></form></main>"""

ERROR = '<span class="error" id="fel">Skriv datumet som åååå-mm-dd</span>'


@pytest.fixture
def esset() -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a server with a page, what is sent to it leads to /fel; and what it answers by path."""
    answers: dict[str, str] = {}
    app = Flask(__name__)
    app.add_url_rule("/", "form", lambda: answers["/"])
    app.add_url_rule("/fel", "wrong", lambda: answers["/fel"])

    def sent() -> Response:
        return redirect("/fel", 303)

    app.add_url_rule("/skicka", "sent", sent, methods=["POST"])
    server = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", answers
    server.shutdown()
    thread.join()


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize("kept", [True, False])
def test_a_form_that_comes_back_by_a_redirect(
    page: Page, esset: tuple[str, dict[str, str]], kind: str, kept: bool
) -> None:
    address, answers = esset
    wrong = 'aria-invalid="true" aria-describedby="fel" value="i går"'
    answers["/"] = FORM.format(kind=kind, namn="", wrong="", error="")
    answers["/fel"] = FORM.format(kind=kind, namn="Anna Provlund" if kept else "", wrong=wrong, error=ERROR)
    record(page)
    page.goto(address)
    assert _look(page, 1) == []
    page.fill("[name=namn]", "Anna Provlund")
    page.fill("[name=datum]", "i går")
    page.click("button")
    # A click waits for the answer to begin, not for the page to be there.
    page.wait_for_load_state()
    found = _look(page, 2)
    asked = [one for one in found if one.outcome is Outcome.CANT_TELL]
    assert [one.evidence["fält"] for one in asked] == ([] if kept else ["Namn"])
    # Nothing before the second field says that it is wrong.
    assert [one.kind for one in found if one not in asked] == ["errors-unheard"]
    assert "Provlund" not in repr(found)


def _look(page: Page, number: int) -> list[Finding]:
    with State(page, "A", str(number), number) as state:
        return list(returned.look(state))
