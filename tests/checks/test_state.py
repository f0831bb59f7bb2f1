"""What a state sees: every document, and elements told so that they are found again."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page

from checks.state import State, script

pytestmark = pytest.mark.browser

PAGE = """
<!doctype html><html lang="sv"><title>Prov</title><body style="margin: 0">
<header><button class="ikon">Meny</button></header>
<main><h1>Prov</h1><div id="host"></div>
<table><tr><td><button class="ikon">A</button></td></tr><tr><td><button class="ikon">B</button></td></tr></table>
<iframe title="Yttre" style="border: 0; position: absolute; left: 100px; top: 300px"
  srcdoc="<body style='margin: 0'><p id='i'>I ramen</p><iframe title='Inre' srcdoc='<p id=ii>Innerst</p>'></iframe>"></iframe>
</main>
<script>document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = "<div><span><b>Djupt</b></span></div><b>Grunt</b>"</script>
"""


@pytest.fixture
def state(page: Page) -> State:
    page.set_content(PAGE)
    page.frame_locator("iframe").frame_locator("iframe").locator("#ii").wait_for()
    return State(page, "prov", "sidan", 1)


def test_frames_within_frames_are_documents_of_the_state(state: State) -> None:
    assert [len(document.path) for document in state.documents] == [0, 1, 2]
    assert state.documents[1].offset == (100, 300)


def test_an_element_is_found_again_by_its_path(state: State) -> None:
    second = state.page.locator("td button").nth(1).element_handle()
    hops = second.evaluate(script("checks", "path.js"))
    assert state.page.locator(hops[0]).text_content() == "B"


def test_paths_lead_into_shadow_roots_without_mistaking_depths(state: State) -> None:
    shallow = state.page.locator("b", has_text="Grunt").element_handle().evaluate(script("checks", "path.js"))
    (told,) = state.describe(state.documents[0], [shallow])
    assert told is not None
    assert told.html == "<b>Grunt</b>"


def test_a_described_element_has_a_name_a_role_and_a_box_on_the_page(state: State) -> None:
    (told,) = state.describe(state.documents[0], [["header button"]])
    assert told is not None
    assert (told.role, told.name, told.selector) == ("button", "Meny", "header > button.ikon")
    assert told.box is not None and told.box.x == 0


def test_a_box_in_a_frame_is_measured_from_the_top_page(state: State) -> None:
    (told,) = state.describe(state.documents[1], [["#i"]])
    assert told is not None and told.box is not None
    assert told.box.x == 100
    assert told.box.y >= 300


def test_a_frame_that_is_in_no_slot_has_a_place_too(page: Page) -> None:
    page.set_content(
        "<div><template shadowrootmode=open><p>Skugga</p></template><iframe title=Ram srcdoc='<p id=i>I'></iframe></div>"
    )
    document = State(page, "X-1", "sidan", 1).documents[1]
    assert document.offset == (0, 0)
    (told,) = State(page, "X-1", "sidan", 1).describe(document, [["#i"]])
    assert told is not None


def test_an_element_that_is_gone_is_told_as_none(state: State) -> None:
    assert state.describe(state.documents[0], [["#finns-inte"]]) == [None]


def test_a_box_does_not_change_when_the_page_is_scrolled(page: Page) -> None:
    page.set_content("<p style='margin-top: 3000px' id='p'>Långt ned</p>")
    state = State(page, "prov", "sidan", 1)
    (before,) = state.describe(state.documents[0], [["#p"]])
    page.evaluate("scrollTo(0, 1500)")
    (after,) = state.describe(state.documents[0], [["#p"]])
    assert before == after


def test_the_picture_shows_the_whole_page_and_leaves_it_where_it_was(page: Page) -> None:
    page.set_content("<body style='margin: 0'><div style='height: 2500px; background: #c00'></div>")
    page.evaluate("scrollTo(0, 700)")
    picture = State(page, "prov", "sidan", 1).picture
    with Image.open(BytesIO(picture.jpeg)) as image:
        assert image.height == 2500 * picture.scale
    assert page.evaluate("scrollY") == 700


def test_the_picture_is_cut_where_the_browser_could_not_paint_it(page: Page) -> None:
    page.set_content("<body style='margin: 0'><div style='height: 90000px'></div>")
    with Image.open(BytesIO(State(page, "prov", "sidan", 1).picture.jpeg)) as image:
        assert image.height == 12_000
