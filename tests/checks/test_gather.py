"""What a script sees in every document: as it is now, also of a page that changes while it is looked at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from checks.gather import gather
from checks.state import State

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov</title>
<ul><li><a href="/ett">Ett</a><li><a href="/tva" aria-labelledby="namn">Två</a></ul><p id="namn">Namnet</p>
<iframe title="Ramen" srcdoc="<a href='/tre'>Tre</a>"></iframe>"""


def names(state: State) -> list[str]:
    return [one.told["name"] for one in gather(state, "checks.content", "links.js")]


def test_names_are_those_of_the_page_as_it_is_now(page: Page) -> None:
    page.set_content(PAGE)
    page.frame_locator("iframe").locator("a").wait_for()
    with State(page, "prov", "sidan", 1) as state:
        assert names(state) == ["Ett", "Namnet", "Tre"]
        page.evaluate("""() => {
          document.querySelector("[href='/ett']").setAttribute("aria-label", "Första");
          document.querySelector("#namn").textContent = "Andra";
          document.querySelector("ul").insertAdjacentHTML("beforeend", "<li><a href='/fyra'><img alt='Fjärde'></a>");
          document.querySelector("iframe").contentDocument.querySelector("a").title = "Tredje";
          document.querySelector("iframe").contentDocument.querySelector("a").textContent = "";
          document.querySelector("iframe").contentDocument.querySelector("a").style.padding = "9px";
        }""")
        assert names(state) == ["Första", "Andra", "Fjärde", "Tredje"]
