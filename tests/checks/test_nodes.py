"""The browser's numbers lead to the same elements as the paths that scripts tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from checks import nodes
from checks.asking import ask
from checks.pointer.listeners import listeners
from checks.scripts import script
from checks.state import State

PAGE = """<!doctype html><html lang="sv"><title>Prov</title><body>text<p>Ett<!-- två --><b>tre</b> fyra</p>
<input value="med webbläsarens eget träd"><template><i>mall</i></template><svg viewBox="0 0 9 9"><g><path d="M0 0"/></g></svg>
<div id="öppen"><span>I spåret</span></div><div id="stängd"></div><iframe srcdoc="<button onclick='1'>I ramen</button>"></iframe>
<script>
const open_ = öppen.attachShadow({ mode: "open" });
open_.innerHTML = "<section><p><slot></slot></p><span></span></section>";
open_.querySelector("span").attachShadow({ mode: "open" }).innerHTML = "<em></em><button>Djupt</button>";
self.inner = stängd.attachShadow({ mode: "closed" });
inner.innerHTML = "<button>Stängt</button>";
inner.firstChild.onclick = () => {};
document.querySelector("b").onclick = () => {};
</script>"""

ALL = """(pathOf) => {
  const within = (root) => Array.from(root.querySelectorAll("*")).flatMap((one) => [one, ...one.shadowRoot ? within(one.shadowRoot) : []]);
  return within(document).map(pathOf);
}"""

pytestmark = pytest.mark.browser


def test_every_element_of_the_document_is_where_its_path_says_and_none_of_a_frame(page: Page) -> None:
    page.set_content(PAGE)
    page.frame_locator("iframe").locator("button").wait_for()
    with State(page, "prov", "sidan", 1) as state:
        told = {tuple(hops) for hops in ask(page.main_frame, f"() => ({ALL})({script('checks', 'path.js')})")}
        closed = {path for path in nodes.places(state).values() if path not in told}
        assert set(nodes.places(state).values()) - closed == told
        # What is closed to scripts is not to the browser.
        assert [hops[-1] for hops in closed] == [":nth-child(1)"]


def test_what_listens_is_told_by_its_path_but_nothing_that_stands_in_a_frame(page: Page) -> None:
    page.set_content(PAGE)
    page.frame_locator("iframe").locator("button").wait_for()
    with State(page, "prov", "sidan", 1) as state:
        paths = state.once(listeners).paths({"click"})
        assert [page.evaluate(f"(path) => ({script('checks', 'find.js')})(path)?.localName", list(paths[0]))] == ["b"]
        assert [len(path) for path in paths] == [1, 2]
