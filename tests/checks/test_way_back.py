"""The way back with Shift+Tab is walked wherever the page may have a say in it, and only there."""

from __future__ import annotations

import html

import pytest
from playwright.sync_api import Page

from checks.keyboard.course import Ending
from checks.keyboard.stage import NoStage
from checks.keyboard.walk import TabWalk, tab_walk
from checks.recording import record
from checks.state import State

pytestmark = pytest.mark.browser

ADDRESS = "http://prov.test/"
FORM = '<!doctype html><html lang="sv"><title>Prov</title><a href="#">Start</a> <input aria-label="Namn"> <button>Nästa</button>'
FIELD = "<script>const field = document.querySelector('input');"


def on_key(does: str) -> str:
    return f"{FORM}{FIELD} field.addEventListener('keydown', (event) => {{ {does} }})</script>"


HOLDS = on_key("if (event.key === 'Tab' && event.shiftKey) event.preventDefault()")

BACK_IS_ITS_OWN = {
    "holds": HOLDS,
    "in a frame": f'{FORM}<iframe title="Ram" srcdoc="{html.escape(HOLDS)}"></iframe>',
    "sends on": on_key("if (event.code === 'Tab' && event.shiftKey) document.querySelector('button').focus()"),
    "sends on when the key comes up": f"{FORM}{FIELD} field.addEventListener('keyup', (event) => "
    "{ if (event.shiftKey) document.querySelector('button').focus() })</script>",
    "answers focus": f"{FORM}{FIELD} field.addEventListener('focus', (event) => "
    "{ if (event.relatedTarget?.matches('button')) event.relatedTarget.focus() })</script>",
}

AS_FORWARDS = {
    "listens to nothing": FORM,
    "other keys": on_key("if (event.key === 'ArrowDown') event.preventDefault()"),
    "only tells": on_key("document.title = event.key"),
}


def walked(page: Page, markup: str) -> TabWalk:
    page.route(ADDRESS, lambda route: route.fulfill(body=markup, content_type="text/html; charset=utf-8"))
    record(page)
    page.goto(ADDRESS)
    with State(page, "prov", "prov", 1) as state:
        walk = state.once(tab_walk)
    assert not isinstance(walk, NoStage)
    return walk


@pytest.mark.parametrize("markup", BACK_IS_ITS_OWN.values(), ids=BACK_IS_ITS_OWN)
def test_a_way_back_of_its_own_is_walked(page: Page, markup: str) -> None:
    walk = walked(page, markup)
    assert walk.forward.ending is Ending.ROUND and walk.forward.stops[-1].tag == "button"
    assert walk.backward.stops and walk.backward.ending in (Ending.STUCK, Ending.LOOP)


@pytest.mark.parametrize("markup", AS_FORWARDS.values(), ids=AS_FORWARDS)
def test_a_way_back_that_can_only_be_the_same_is_not(page: Page, markup: str) -> None:
    walk = walked(page, markup)
    assert [stop.tag for stop in walk.forward.stops] == ["a", "input", "button"]
    assert walk.backward.stops == ()


def test_what_the_page_does_when_it_is_asked_is_not_seen_in_the_walk(page: Page) -> None:
    gone = on_key("if (event.shiftKey) { event.preventDefault(); document.querySelector('button').remove() }")
    walk = walked(page, gone)
    assert [stop.tag for stop in walk.forward.stops] == ["a", "input", "button"]
