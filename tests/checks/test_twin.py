"""A twin shows what the state shows, and nothing that is tried in it reaches the state or the server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from checks.recording import record
from checks.state import State
from checks.twin import Attempt, NoTwin, Twin, another, twin, waited
from checks.twin.pointing import click

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="sv"><title>Prov</title><body style="margin: 0">
<h1>Visning {visit}</h1>
<form method="post" action="/spara">
<label>Namn <input id="namn" name="namn"></label>
<label>Val <select id="val"><option>A<option>B</select></label>
<label><input type="checkbox" id="kryss"> Ja</label>
<label>Fil <input type="file" id="fil"></label><button id="spara">Spara</button>
</form>
<button id="mer" aria-expanded="false">Mer</button>
<div id="rutan" hidden>Mer text<a id="bort" href="/bort">Bort</a></div>
<button id="fraga">Fråga</button><button id="fonster">Nytt fönster</button>
<button id="post">Posta</button><output></output>
<details id="d"><summary>Öppna</summary>Öppen</details>
<p style="margin-top: 2000px">Slut</p>
<script>
const $ = (id) => document.getElementById(id);
$("mer").onclick = () => { const hide = $("rutan").hidden ^= true; $("mer").ariaExpanded = String(!hide); };
$("fraga").onclick = () => { document.querySelector("output").textContent = String(confirm("Säkert?")); };
$("fonster").onclick = () => open("/fonster");
$("post").onclick = async () => {
  const answer = await fetch("/data", { method: "POST", body: "x=1" });
  document.body.append(Object.assign(document.createElement("p"), { textContent: await answer.text() }));
};
localStorage.setItem("besok", String(Number(localStorage.getItem("besok") || 0) + 1));
</script>"""


STYLED = f"{PAGE}<link rel=stylesheet href=/stil.css>"
FILES = {"/data": "svar", "/stil.css": "body { margin: 0 }"}


class Server:
    """A small site that counts what it is asked."""

    def __init__(self) -> None:
        asked = self.asked = []  # type: list[tuple[str, str]]

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                asked.append((self.command, self.path))
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                page = (STYLED if self.path == "/klar" else PAGE).replace("{visit}", str(len(asked)))
                body = FILES.get(self.path, page).encode()
                self.send_response(422 if self.path == "/spara" else 200)
                self.send_header("Content-Type", "text/css" if self.path == "/stil.css" else "text/html; charset=utf-8")
                self.send_header("Cache-Control", "max-age=600" if self.path in FILES else "no-store")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_DELETE = answer

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def at_end() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def state(page: Page, server: Server, at_end: ExitStack) -> State:
    record(page)
    page.goto(server.url)
    return at_end.enter_context(State(page, "prov", "sidan", 1))


def pages(server: Server) -> list[tuple[str, str]]:
    return [one for one in server.asked if one[1] != "/favicon.ico"]


def test_the_served_response_is_known(state: State) -> None:
    assert state.served is not None
    assert state.served.status == 200
    assert b"Visning 1" in state.served.body


def test_an_unrecorded_page_has_no_served_response_and_no_twin(page: Page, server: Server) -> None:
    page.goto(server.url)
    with State(page, "prov", "sidan", 1) as state:
        assert state.served is None
        with pytest.raises(NoTwin), twin(state):
            pass


def test_the_twin_is_the_same_page_and_the_server_is_not_asked_for_it(state: State, server: Server) -> None:
    with twin(state) as copy:
        assert copy.page.text_content("h1") == "Visning 1"
    assert pages(server) == [("GET", "/")]


def test_an_answer_to_a_posted_form_has_a_twin(state: State, server: Server) -> None:
    state.page.click("#spara")
    state.page.wait_for_url("**/spara")
    asked = pages(server)
    with twin(state) as copy:
        assert copy.page.text_content("h1") == state.page.text_content("h1")
    assert pages(server) == asked
    assert state.served is not None and state.served.status == 422


def test_what_the_user_did_since_the_load_is_done_again(state: State) -> None:
    page = state.page
    page.fill("#namn", "Åsa")
    page.press("#namn", "End")
    page.locator("#namn").press_sequentially(" B")
    page.select_option("#val", index=1)
    page.check("#kryss")
    page.set_input_files("#fil", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"hej"})
    page.click("#d summary")
    page.click("#mer")
    with twin(state) as copy:
        assert copy.page.is_visible("#rutan")
        assert copy.page.input_value("#namn") == "Åsa B"
        assert copy.page.input_value("#val") == "B"
        assert copy.page.is_checked("#kryss")
        assert copy.page.eval_on_selector("#fil", "one => one.files[0].name") == "a.txt"
        assert copy.page.evaluate("document.activeElement.id") == "mer"


def test_keys_focus_and_scroll_are_the_same(state: State) -> None:
    state.page.focus("#mer")
    state.page.keyboard.press("Enter")
    state.page.evaluate("scrollTo(0, 700)")
    with twin(state) as copy:
        assert copy.page.is_visible("#rutan")
        assert copy.page.evaluate("scrollY") == 700


def test_an_answer_that_the_page_was_given_is_given_again(state: State, server: Server) -> None:
    state.page.click("#post")
    state.page.wait_for_selector("text=svar")
    with twin(state) as copy:
        assert copy.page.is_visible("text=svar")
    assert pages(server).count(("POST", "/data")) == 1


@pytest.mark.parametrize(
    ("selector", "kind"),
    [
        ("#spara", "navigation"),
        ("#post", "request"),
        ("#fraga", "dialog"),
        ("#fonster", "popup"),
        ("#bort", "navigation"),
    ],
)
def test_what_would_change_something_is_stopped_and_noted(
    state: State, server: Server, selector: str, kind: str
) -> None:
    asked = pages(server)
    with twin(state) as copy:
        if selector == "#bort":
            copy.page.click("#mer")
        copy.page.click(selector)
        copy.page.wait_for_timeout(150)
        assert kind in [one.kind for one in copy.attempts]
        assert copy.page.text_content("h1") == "Visning 1"
    assert pages(server) == asked


def test_trials_change_nothing_in_the_state(state: State, server: Server) -> None:
    before = state.page.content()
    with twin(state) as copy:
        copy.page.fill("#namn", "annat")
        copy.page.click("#mer")
        copy.page.evaluate("localStorage.setItem('besok', '99'); document.cookie = 'x=1'")
    assert state.page.content() == before
    assert state.page.input_value("#namn") == ""
    assert state.page.evaluate("[localStorage.besok, document.cookie]") == ["1", ""]
    assert pages(server) == [("GET", "/")]


def test_a_twin_is_made_once_and_as_new_for_the_next(state: State) -> None:
    seen: list[Twin] = []
    with twin(state) as copy:
        copy.page.click("#mer")
        copy.page.fill("#namn", "annat")
        seen.append(copy)
    with twin(state) as copy:
        assert not copy.page.is_visible("#rutan")
        assert copy.page.input_value("#namn") == ""
        assert copy.attempts == []
        seen.append(copy)
    assert seen[0] is seen[1]


def test_a_page_that_can_not_be_made_again_has_no_twin(state: State) -> None:
    state.page.evaluate("document.body.append(document.createElement('aside'))")
    with pytest.raises(NoTwin, match="aside"), twin(state):
        pass


def test_the_page_can_not_see_that_it_is_recorded(state: State) -> None:
    assert state.page.evaluate("Object.keys(window).filter((name) => /acts|esset/.test(name))") == []


def test_a_stopped_form_is_told_with_what_it_would_have_sent(state: State) -> None:
    with twin(state) as copy:
        copy.page.fill("#namn", "Bo")
        copy.page.click("#spara")
        copy.page.wait_for_timeout(100)
        assert copy.attempts == [Attempt("navigation", state.page.url + "spara", "POST", "namn=Bo")]


def test_the_twin_goes_when_the_state_is_left(page: Page, server: Server) -> None:
    record(page)
    page.goto(server.url)
    browser = page.context.browser
    assert browser is not None
    before = len(browser.contexts)
    with State(page, "prov", "sidan", 1) as state, twin(state) as copy:
        assert len(browser.contexts) == before + 1
    assert copy.page.url == "about:blank"
    page.close()
    page.context.new_page().wait_for_timeout(200)  # What hears of the close closes it in its own time.
    assert len(browser.contexts) == before


def test_the_next_states_twin_finds_nothing_of_the_last_one(page: Page, server: Server) -> None:
    record(page)
    page.goto(server.url)
    keep = "indexedDB.open('bas', 1).onsuccess = () => { document.cookie = 'kaka=1'; localStorage.egen = '1'; }"
    with State(page, "prov", "sidan", 1) as state, twin(state) as copy:
        copy.page.evaluate(keep)
        copy.page.wait_for_function("localStorage.egen === '1'")
        copy.page.evaluate("void (onbeforeunload = (event) => event.preventDefault())")
        copy.page.click("#mer")
        first = copy.page
    with State(page, "prov", "sidan", 2) as state, twin(state) as copy:
        assert copy.page is first
        assert copy.attempts == []
        left = "async () => [document.cookie, localStorage.egen ?? '', (await indexedDB.databases()).length]"
        assert copy.page.evaluate(left) == ["", "", 0]
        assert not copy.page.is_visible("#rutan")


def test_a_page_with_a_fragment_is_made_new_too(page: Page, server: Server) -> None:
    record(page)
    page.goto(f"{server.url}#slut")
    with State(page, "prov", "sidan", 1) as state:
        with twin(state) as copy:
            copy.page.evaluate("window.sedd = 1")
        with twin(state) as copy:
            assert copy.page.evaluate("window.sedd") is None


def test_a_used_twin_is_taken_only_while_it_is_like_the_state(state: State) -> None:
    with twin(state) as copy:
        copy.page.fill("#namn", "annat")
        copy.page.evaluate("window.sedd = 1")
    with twin(state, used=True) as copy:
        assert copy.page.evaluate("window.sedd") == 1
        assert copy.page.input_value("#namn") == ""
        copy.page.click("#mer")
    with twin(state, used=True) as copy:
        assert copy.page.evaluate("window.sedd") is None
        assert not copy.page.is_visible("#rutan")


def test_what_the_pointer_shows_is_gone_in_a_used_twin(state: State) -> None:
    state.page.add_style_tag(content="#rutan { display: none } #mer:hover + #rutan { display: block }")
    with twin(state) as copy:
        copy.page.add_style_tag(content="#rutan { display: none } #mer:hover + #rutan { display: block }")
        copy.page.evaluate("rutan.hidden = false")
        copy.page.hover("#mer")
        assert copy.page.locator("#rutan").is_visible()
    with twin(state, used=True):
        assert not copy.page.locator("#rutan").is_visible()
        assert not copy.page.evaluate("document.querySelector('#mer').matches(':hover')")


GLIDES = """(until) => {
  const one = document.querySelector("#mer");
  Object.assign(one.style, { position: "fixed", left: "0", top: "0" });
  const step = () => { one.style.left = `${(parseInt(one.style.left) + 40) % 900}px`; if (performance.now() < until) requestAnimationFrame(step); };
  until += performance.now();
  step();
}"""


def test_what_glides_by_script_is_pressed_where_it_stops(state: State) -> None:
    with twin(state) as copy:
        copy.page.evaluate(GLIDES, 100)
        click(copy.page, copy.page.query_selector("#mer"))  # type: ignore[arg-type]
        assert copy.page.get_attribute("#mer", "aria-expanded") == "true"


def test_what_never_stands_still_can_not_be_pressed(state: State) -> None:
    with twin(state) as copy:
        copy.page.evaluate(GLIDES, 60_000)
        with pytest.raises(PlaywrightError, match="never at rest"):
            click(copy.page, copy.page.query_selector("#mer"))  # type: ignore[arg-type]


@pytest.mark.parametrize("waits", [False, True])
def test_whether_a_new_twin_waits_for_time_is_known_after_it_was_used(page: Page, server: Server, waits: bool) -> None:
    FILES["/vantar"] = f"<!doctype html><title>Prov</title><script>{'setTimeout(() => {}, 600000)' * waits}</script>"
    record(page)
    page.goto(f"{server.url}vantar")
    with State(page, "prov", "sidan", 1) as state:
        with twin(state) as copy:
            copy.page.evaluate("() => { for (let n = 0; n < 99; n += 1) clearTimeout(n); }")
            copy.page.evaluate("(waited) => waited || void setTimeout(() => {}, 600000)", waits)
        assert waited(state) is waits


def test_a_changing_request_to_a_file_is_stopped_too(state: State, server: Server) -> None:
    with twin(state) as copy:
        copy.page.evaluate("fetch('/bild.png', { method: 'DELETE' }).catch(() => {})")
        copy.page.wait_for_timeout(100)
        assert [(one.kind, one.method) for one in copy.attempts] == [("request", "DELETE")]
    assert ("DELETE", "/bild.png") not in pages(server)


WINDOWS = {
    "a link": "<a id=w target=_blank href=/fonster>Öppna</a>",
    "a form": "<form method=post target=_blank action=/fonster><button id=w>Öppna</button></form>",
    "a script": "<button id=w onclick=\"window.open('/fonster')\">Öppna</button>",
    "a form of a script": '<form method=post target=ny action=/fonster></form><button id=w onclick="this.previousElementSibling.submit()">Öppna</button>',
    "a frame": "<iframe srcdoc=\"<button onclick=&quot;window.open('/fonster')&quot;>Öppna</button>\"></iframe>",
}


@pytest.mark.parametrize("way", WINDOWS)
def test_no_way_to_a_window_reaches_the_server(way: str, state: State, server: Server) -> None:
    asked = pages(server)
    with twin(state) as copy:
        copy.page.evaluate("part => document.body.insertAdjacentHTML('afterbegin', part)", WINDOWS[way])
        inner = copy.page.frame_locator("iframe").locator("button")
        (inner if way == "a frame" else copy.page.locator("#w")).click()
        copy.page.wait_for_timeout(150)
        assert [(one.kind, one.told) for one in copy.attempts] == [("popup", f"{server.url}fonster")]
        assert copy.page.context.pages == [copy.page]
    assert pages(server) == asked


def test_what_a_worker_would_change_is_stopped(state: State, server: Server) -> None:
    code = "URL.createObjectURL(new Blob([`fetch('${location.origin}/data', { method: 'POST', body: 'x=1' })`]))"
    with twin(state) as copy:
        copy.page.evaluate(f"void new Worker({code})")
        copy.page.wait_for_timeout(300)
        assert [(one.kind, one.method, one.body) for one in copy.attempts] == [("request", "POST", "x=1")]
    assert ("POST", "/data") not in pages(server)


def test_what_a_frame_of_another_site_would_change_is_stopped(state: State, server: Server) -> None:
    with twin(state) as copy:
        elsewhere = server.url.replace("127.0.0.1", "localhost")
        copy.page.evaluate("url => document.body.insertAdjacentHTML('afterbegin', `<iframe src='${url}'>`)", elsewhere)
        copy.page.frame_locator("iframe").locator("#post").click()
        copy.page.wait_for_timeout(150)
        assert [(one.kind, one.told) for one in copy.attempts] == [("request", f"{elsewhere}data")]
    assert ("POST", "/data") not in pages(server)


def test_a_copy_that_is_made_anew_does_not_fetch_its_files_again(page: Page, server: Server) -> None:
    record(page)
    page.goto(f"{server.url}klar")
    with State(page, "prov", "sidan", 1) as state, twin(state) as copy:
        copy.fresh = False
        asked = pages(server).count(("GET", "/stil.css"))
        copy.reset()
        assert copy.page.evaluate("document.styleSheets.length") == 1
        assert pages(server).count(("GET", "/stil.css")) == asked


def test_another_twin_runs_its_own_clock_and_leaves_the_shared_one_alone(state: State) -> None:
    with another(state, clock=True) as copy:
        copy.page.evaluate("void setTimeout(() => document.body.append('efter en timme'), 3600000)")
        copy.page.clock.fast_forward(3_600_000)
        assert "efter en timme" in copy.page.inner_text("body")
        with twin(state) as shared:
            assert shared.page != copy.page
            assert "efter en timme" not in shared.page.inner_text("body")
