"""What focus looks like is taken over from a stop that is painted the same in every way, and from no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from checks.keyboard import focus_appearance, focus_visible
from checks.keyboard.shots import Camera, Shot
from checks.model import Outcome
from checks.recording import record
from checks.state import State

pytestmark = pytest.mark.browser

ADDRESS = "http://prov.test/"

PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov</title>
<style>
  body { margin: 0; background: #fff; font: 16px sans-serif; }
  nav { padding: 20px; }
  li { display: inline-block; padding: 8px; }
  a { display: inline-block; color: #036; }
  a:focus { outline: 3px solid #c00; outline-offset: 2px; }
</style>
<nav><ul><li><a href="#ett">Ett</a><li><a href="#tva" id="tva">Två</a><span> </span></ul></nav>
<main><h1>Sidan</h1><p>Text</p></main>"""

AROUND = """a:focus { outline: none; } .rad:focus-within { background: #fc0; }"""
BESIDE = """a:focus { outline: none; } a:focus + .efter { border: 6px solid #c00; }"""


def around(row: str) -> str:
    return PAGE.replace("</style>", AROUND + "</style>").replace("<li>", f'<li class="{row}">')


def beside(name: str) -> str:
    both = "<li>".join(f'<a href="#{one}" id="{one}">{one}</a><i class="{name}">!</i>' for one in ("ett", "tva"))
    old = '<a href="#ett">Ett</a><li><a href="#tva" id="tva">Två</a>'
    return PAGE.replace("</style>", BESIDE + "</style>").replace(old, both)


def inside(name: str) -> str:
    style = f"a:focus {{ outline: none; }} a:focus .{name} {{ background: #fc0; }}"
    return (
        PAGE.replace("</style>", style + "</style>")
        .replace("Två</a>", '<b class="del">Två</b></a>')
        .replace("Ett</a>", '<b class="del">Ett</b></a>')
    )


# What shows focus, and what hides it though all else is the same.
HIDDEN = {
    "rule": (PAGE, PAGE.replace("</style>", "a:focus { outline: none; }</style>")),
    "own style": (PAGE, PAGE.replace("<a ", '<a style="outline: none" ')),
    "ground": (PAGE, PAGE.replace("background: #fff", "background: #c00")),
    "around": (around("rad"), around("rad2")),
    "beside": (beside("efter"), beside("efter2")),
    "inside": (inside("del"), inside("del2")),
    "clipped": (PAGE, PAGE.replace("</style>", "li { overflow: clip; padding: 0; }</style>")),
    "covered": (
        PAGE,
        PAGE
        + '<div style="position: absolute; inset: 0 0 auto 0; height: 120px; background: #fff; pointer-events: none">',
    ),
    "script": (
        PAGE,
        PAGE + "<script>for (const a of document.links) a.onfocus = () => { a.style.outline = 'none'; };</script>",
    ),
    "theme": (
        PAGE + "<style>@media (prefers-color-scheme: dark) { a:focus { outline: none; } }</style>",
        PAGE + "<style>@media (prefers-color-scheme: dark) { a:focus { outline: none; } }</style>",
    ),
}

PULSE = """<style>@keyframes puls {{ to {{ outline-color: {colour}; }} }} a:focus {{ outline: 3px solid #c00; animation: puls 1ms forwards; }}</style>"""

Look = Callable[[str], tuple[int, int]]


@pytest.fixture
def look(page: Page, monkeypatch: pytest.MonkeyPatch) -> Look:
    """Puts a page up, and gives how many stops failed and how many pictures were taken of the window."""
    taken: list[int] = []
    shot = Camera.shot

    def counted(camera: Camera, *told: Any) -> Shot:
        taken.append(1)
        return shot(camera, *told)

    monkeypatch.setattr(Camera, "shot", counted)
    up = served(page)

    def looked(html: str) -> tuple[int, int]:
        taken.clear()
        with up(html) as state:
            found = list(focus_visible.look(state))
        assert all(one.outcome is Outcome.FAILED for one in found), found
        return len(found), len(taken)

    return looked


def served(page: Page) -> Callable[[str], State]:
    """Gives the state of a page that is put up."""
    body = {"": ""}
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=body[""], content_type="text/html; charset=utf-8"))
    record(page)

    def up(html: str) -> State:
        body[""] = html
        page.goto(ADDRESS)
        return State(page, "prov", "sidan", 1)

    return up


def test_what_is_painted_the_same_is_not_pictured_again(look: Look) -> None:
    html = PAGE.replace("Text", "En annan text")
    assert look(html)[0] == 0
    assert look(html) == (0, 0)
    # Other content below, and ids that a framework gives anew, change nothing of the navigation.
    other = html.replace("En annan text", "<b>Mer</b> text").replace('id="tva"', 'id=":r7:"')
    assert look(other) == (0, 0)


@pytest.mark.parametrize("what", HIDDEN)
def test_whatever_hides_focus_is_seen_though_the_stop_was_known(what: str, look: Look, page: Page) -> None:
    shown, hidden = HIDDEN[what]
    assert look(shown)[0] == 0
    if what == "theme":
        page.emulate_media(color_scheme="dark")
    failed, taken = look(hidden)
    assert failed == 2
    assert taken > 0


def test_style_rules_that_change_no_style_here_need_no_picture(look: Look) -> None:
    assert look(PAGE)[0] == 0
    other = "@media print { a { color: #fff; } } .annat:focus { outline: none; }"
    assert look(PAGE.replace("</style>", f"{other}</style>").replace("Ett", "Annat")) == (0, 0)


def test_what_an_animation_does_at_focus_is_seen_though_all_styles_are_the_same(look: Look) -> None:
    assert look(PAGE + PULSE.format(colour="#c00"))[0] == 0
    assert look(PAGE + PULSE.format(colour="#fff"))[0] == 2


def test_that_nothing_shows_is_not_taken_over_where_something_far_away_does(look: Look) -> None:
    far = '<p id="far" style="position: absolute; top: 600px; width: 200px; height: 40px"></p>'
    html = PAGE.replace("</style>", "a:focus { outline: none; }</style>") + far
    assert look(html)[0] == 2
    tells = "<script>for (const a of document.links) { a.onfocus = () => { far.style.background = '#c00'; };"
    assert look(f"{html}{tells} a.onblur = () => {{ far.style.background = ''; }}; }}</script>")[0] == 0


def test_a_new_control_among_known_ones_is_pictured(look: Look) -> None:
    html = PAGE.replace("Sidan", "Ny")
    look(html)
    failed, taken = look(html.replace("<p>Text", '<p><a href="#" style="outline: none">Ny</a> Text'))
    assert failed == 1
    assert taken > 0


ROWS = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov</title>
<style>
  body { margin: 0; background: #fff; font: 16px sans-serif; }
  li { display: block; padding: 12px; }
  a:focus { outline: 3px solid #c00; outline-offset: 2px; }
  .tyst:focus { outline: none; }
</style><ul>%s</ul>"""


def rows(*classes: str, script: str = "") -> str:
    links = (f'<li><a href="#{n}" class="{one}">Ärende {"i" * n}</a>' for n, one in enumerate(classes, 1))
    return ROWS % "".join(links) + script


def test_of_links_that_only_say_something_else_few_are_pictured(look: Look) -> None:
    failed, taken = look(rows(*[""] * 30))
    assert failed == 0
    assert taken < 15


QUIET = "<script>document.links[8].onfocus = (event) => { event.target.style.outline = 'none'; }</script>"


@pytest.mark.parametrize("odd", [{"classes": "tyst"}, {"script": QUIET}], ids=["another style", "script"])
def test_the_odd_one_among_links_that_say_something_else_is_seen(odd: dict[str, str], look: Look) -> None:
    classes = [""] * 8 + [odd.get("classes", "")] + [""] * 8
    assert look(rows(*classes, script=odd.get("script", "")))[0] == 1


FAINT = "3px solid #c00", "1px solid #c00"
"""An outline that is large enough, and one that is not."""


@pytest.mark.parametrize(
    "before", [[], ["Ett", "Två"], ["Något annat", "Ännu något"]], ids=["nothing", "same", "alike"]
)
def test_a_small_indicator_is_told_whatever_was_seen_before(before: list[str], page: Page) -> None:
    up = served(page)

    def told(one: str, other: str) -> list[tuple[tuple[str, ...], str]]:
        html = PAGE.replace(*FAINT).replace("Ett", one).replace("Två", other)
        with up(html) as state:
            found = list(focus_appearance.look(state))
        return [(one.element.path, one.observed.sv) for one in found if one.element]

    if before:
        assert len(told(*before)) == 1
    ((path, observed),) = told("Ett", "Två")
    assert path[0].endswith(":nth-child(1)>:nth-child(1)>:nth-child(1)"), path
    assert observed.startswith("Fokus ändrar ")
