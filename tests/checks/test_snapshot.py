"""A state's number: the same at each load of the same page, and another for whatever a check might see otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from checks.recording import record
from checks.snapshot import snapshot
from checks.state import State
from harness.bench.serving import serve_folder

PAGE = """<!doctype html><html lang=sv><title>Ärende</title><link rel=stylesheet href=/stil.css>
<style>button:hover { color: red } @media print { p { color: red } }</style>
<main><h1>Ärende</h1><p id=p class=a>Text</p><input id=f value=ett>
<input type=checkbox id=k><select id=v><option>A<option>B</select>
<button id=b onclick="1">Spara</button><canvas id=c width=9 height=9></canvas><img id=i src=/bild.svg alt=Bild>
<div id=s></div><iframe id=r title=Ram srcdoc="<html lang=sv><title>Ram</title><p id=p>I ramen</p>"></iframe></main>
<script src=/skript.js></script><script>s.attachShadow({mode: "open"}).innerHTML = "<p>I skuggan</p>"</script>"""

FILES = {
    "index.html": PAGE,
    "stil.css": "button:focus { outline: 1px solid } @font-face { font-family: egen; src: url(typ.woff2) } "
    "@media screen { @font-face { font-family: annan; src: url(annat.woff2) } }",
    "typ.woff2": "ett typsnitt",
    "annat.woff2": "ett till",
    "skript.js": "document.body.dataset.klar = 1",
    "bild.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
}

CHANGES = {
    "text": "p.firstChild.data = 'Annan'",
    "attribute": "p.title = 'x'",
    "class": "p.className = 'b'",
    "computed style": "p.style.color = 'rgb(1, 2, 3)'",
    "rule that is not in use": "document.styleSheets[1].insertRule('a:focus { outline: none }')",
    "adopted style sheet": "window.x = new CSSStyleSheet(); x.replaceSync('a:hover { top: 0 }'); "
    "document.adoptedStyleSheets = [x]",
    "value of a field": "f.value = 'två'",
    "checkbox": "k.checked = true",
    "choice": "v.selectedIndex = 1",
    "handler": "b.setAttribute('onclick', '2')",
    "shadow tree": "s.shadowRoot.firstChild.append('!')",
    "rule in a shadow tree": "s.shadowRoot.adoptedStyleSheets = [x]",
    "frame": "r.contentDocument.getElementById('p').append('!')",
    "canvas": "c.getContext('2d').fillRect(0, 0, 5, 5)",
    "focus": "b.focus()",
    "title": "document.title = 'Annan'",
    "address": "history.pushState(0, '', '/?sida=2')",
    "box": "p.style.marginTop = '3px'",
    "order": "p.before(b)",
    "accessibility tree only": "b.ariaDescribedByElements = [p]",
}


Site = Callable[[str, str], str]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Puts a file on a site, and gives the site's address."""
    with serve_folder(tmp_path) as address:

        def put(name: str, text: str) -> str:
            (tmp_path / name).write_text(text, encoding="utf-8")
            return address

        for name, text in FILES.items():
            put(name, text)
        yield put


def number(page: Page) -> str:
    with State(page, "prov", "tillstånd", 1) as state:
        told = snapshot(state)
    assert told
    return told


def go(page: Page, address: str) -> None:
    record(page)
    page.goto(address)
    page.frame_locator("iframe").locator("p").wait_for()


@pytest.fixture
def opened(page: Page, site: Site) -> Page:
    go(page, site("index.html", PAGE))
    return page


@pytest.mark.browser
def test_each_load_of_the_same_page_gives_the_same_number_at_any_port(opened: Page, site: Site, tmp_path: Path) -> None:
    first = number(opened)
    assert number(opened) == first
    with serve_folder(tmp_path) as elsewhere:
        go(opened, elsewhere)
        assert number(opened) == first


@pytest.mark.browser
def test_a_frame_that_is_served_at_another_port_gives_the_same_number(page: Page, site: Site, tmp_path: Path) -> None:
    (tmp_path / "ram").mkdir()
    for name, text in FILES.items():
        (tmp_path / "ram" / name).write_text(text, encoding="utf-8")
    numbers = []
    for _ in range(2):
        with serve_folder(tmp_path / "ram") as framed:
            framing = f"<!doctype html><html lang=sv><title>Yttre</title><iframe src='{framed}'></iframe>"
            record(page)
            page.goto(f"{site('yttre.html', framing)}yttre.html")
            page.frame_locator("iframe").locator("#p").wait_for()
            numbers.append(number(page))
    assert numbers[0] == numbers[1]


@pytest.mark.browser
def test_every_change_gives_another_number(opened: Page) -> None:
    seen = {"as it was": number(opened)}
    for what, change in CHANGES.items():
        opened.evaluate(change)
        seen[what] = number(opened)
    names, numbers = [*seen], [*seen.values()]
    assert [names[at] for at in range(1, len(names)) if numbers[at] == numbers[at - 1]] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("file", "added"),
    [
        ("stil.css", "p { top: 0 }"),
        ("skript.js", "// ny"),
        ("bild.svg", "<!-- ny -->"),
        ("typ.woff2", "!"),
        ("annat.woff2", "!"),
    ],
)
def test_another_file_gives_another_number(opened: Page, site: Site, browser: Browser, file: str, added: str) -> None:
    before = number(opened)
    address = site(file, FILES[file] + added)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    page = context.new_page()
    go(page, address)
    after = number(page)
    context.close()
    assert after != before


@pytest.mark.browser
@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.set_viewport_size({"width": 800, "height": 600}),
        lambda page: page.emulate_media(color_scheme="dark"),
        lambda page: page.emulate_media(reduced_motion="reduce"),
        lambda page: page.locator("#b").click(),
    ],
    ids=["window", "dark", "less motion", "what the user did"],
)
def test_another_window_or_user_gives_another_number(opened: Page, change: Callable[[Page], None]) -> None:
    before = number(opened)
    change(opened)
    assert number(opened) != before


@pytest.mark.browser
def test_a_canvas_that_can_not_be_read_is_never_the_same(opened: Page, tmp_path: Path) -> None:
    (tmp_path / "bild.svg").write_text(FILES["bild.svg"], encoding="utf-8")
    with serve_folder(tmp_path) as elsewhere:
        opened.evaluate(
            "async (url) => { const image = new Image(); image.src = url; await image.decode();"
            " c.getContext('2d').drawImage(image, 0, 0); }",
            f"{elsewhere}bild.svg",
        )
    assert number(opened) != number(opened)


RESTLESS = """<!doctype html><html lang=sv><title>Väntar</title>
<style>@keyframes resa { to { transform: translateX(99px) } } b { display: block; animation: resa 3s linear infinite }</style>
<b>Väntar</b><marquee id=rullar>Rullar</marquee><details><summary>Mer</summary><p id=inre>Inre text</p></details>
<script type=module>import "./inre.js"</script>"""


@pytest.mark.browser
def test_what_moves_on_and_on_and_what_lies_folded_are_the_same_at_any_moment(page: Page, site: Site) -> None:
    record(page)
    page.goto(f"{site('rastlos.html', RESTLESS)}rastlos.html")
    first = number(page)
    page.wait_for_timeout(200)
    # A place that somebody asks for, in what is not shown.
    page.evaluate("inre.getBoundingClientRect()")
    assert number(page) == first
    moves = "document.querySelector('b').getAnimations().map((one) => one.playState + (one.currentTime > 50))"
    assert page.evaluate(moves) == ["runningtrue"]
    # The page's own styles still have it in their hand.
    assert page.evaluate(f"document.querySelector('b').style.animationPlayState = 'paused', {moves}") == ["pausedtrue"]
    page.evaluate("document.querySelector('b').style.animationPlayState = ''")
    for change in ("document.querySelector('details').open = true", "rullar.style.color = 'red'"):
        before = number(page)
        page.evaluate(change)
        assert number(page) != before


@pytest.mark.browser
def test_another_imported_script_gives_another_number(page: Page, site: Site) -> None:
    numbers = []
    for text in ("// ett", "// ett", "// två"):
        site("inre.js", text)
        record(page)
        page.context.new_cdp_session(page).send("Network.clearBrowserCache")
        page.goto(f"{site('rastlos.html', RESTLESS)}rastlos.html")
        numbers.append(number(page))
    assert numbers[0] == numbers[1] != numbers[2]
