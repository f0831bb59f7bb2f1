"""What is noted of a submission: names and what was said, never what was entered."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from checks.journey import error_prevention
from checks.journey.commitments import commitments
from checks.recording import record
from checks.state import State

FORM = """<!doctype html><html lang="sv"><title>Ansök</title><main><h1>Ansök</h1>
<form method="post" action="/klart" enctype="{kind}"><label>Namn <input name="namn"></label>
<label>Boende <select name="boende"><option value="">Välj</option><option value="b7">Hyresrätt</option></select></label>
<button>Skicka ansökan</button></form></main>"""

REVIEW = """<!doctype html><html lang="sv"><title>Granska</title><main><h1>Ansökan är inskickad</h1>
<p>Anna Provlund bor i hyresrätt.</p></main>"""


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_was_entered_is_seen_again_but_not_noted(page: Page, kind: str) -> None:
    answers = {"/": FORM.format(kind=kind), "/klart": REVIEW}
    page.route(
        "http://example.test/**",
        lambda route: route.fulfill(
            body=answers["/klart" if route.request.method == "POST" else "/"], content_type="text/html; charset=utf-8"
        ),
    )
    record(page)
    page.goto("http://example.test/")
    notes = []
    for number in (1, 2):
        with State(page, "A", str(number), number) as state:
            assert list(error_prevention.look(state)) == []
            notes.append(state.notes[error_prevention.ID])
        if number == 1:
            page.fill("[name=namn]", "Anna Provlund")
            page.select_option("select", "b7")
            page.click("button")
    assert [button["name"] for button in notes[0]["buttons"]] == ["Skicka ansökan"]
    assert [(address, list(names)) for address, names, _ in notes[1]["sent"]] == [("/klart", ["namn", "boende"])]
    # The choice is told by its words, not by its value.
    assert (notes[1]["entered"], notes[1]["shown"]) == (2, 2)
    told = json.dumps(notes, ensure_ascii=False, default=str)
    assert "Provlund" not in told.replace(notes[1]["done"][0]["element"]["html"], "") and "b7" not in told


@pytest.mark.parametrize(
    ("name", "about", "sort"),
    [
        ("Skicka in", "", "binds"),
        ("Lämna in årsräkningen", "", "binds"),
        ("Besluta och betala ut", "", "binds"),
        ("Signera", "", "binds"),
        ("Submit application", "", "binds"),
        ("Sign", "", "binds"),
        ("Skicka", "Ansökan om stöd", "binds"),
        ("Skicka", "Kontakta oss", ""),
        ("Avboka mötet klockan 10.30", "", "deletes"),
        ("Delete account", "", "deletes"),
        ("Ta bort brev.pdf", "", ""),
        ("Ta bort raden", "", ""),
        ("Godkänn alla kakor", "", ""),
        ("Sign in", "", ""),
        ("Beställ ny kod", "", ""),
        ("Fortsätt", "Ansökan om stöd", ""),
    ],
)
def test_a_button_is_known_by_its_words(name: str, about: str, sort: str) -> None:
    assert commitments().sort(name, about) == sort


@pytest.mark.parametrize(
    ("text", "may", "final"),
    [
        ("Du kan återkalla ansökan inom tre veckor.", True, False),
        ("Ansökan kan inte ändras eller återkallas.", False, True),
        ("Beslutet kan du överklaga inom tre veckor.", False, False),
        ("You can change your application until 30 November.", True, False),
        ("It can't be undone.", False, True),
    ],
)
def test_what_is_said_of_taking_back(text: str, may: bool, final: bool) -> None:
    assert commitments().may_be_taken_back(text) is may
    assert bool(commitments().finally_said(text)) is final
