"""Every page answers, keeps to itself, and is well put together in the clean build."""

from __future__ import annotations

import re
import urllib.request
from importlib.resources import files

import pytest
from bs4 import BeautifulSoup

import demo
from tests.demo.conftest import RESIDENT, STAFF, Answer, journeys, travel, visit

OUTSIDE = re.compile(r"""https?://(?!www\.w3\.org/|127\.0\.0\.1)[^\s"')]+""")

each_journey = pytest.mark.parametrize("journey", journeys())


@each_journey
@pytest.mark.parametrize("build", ["clean", "delivered"])
def test_every_page_answers(build: str, journey: str) -> None:
    for page in visit(demo.build(build), only=journey)[journey]:
        assert page.status in (200, 204), page.address
        assert not OUTSIDE.search(page.html), page.address


def test_nothing_is_fetched_from_elsewhere() -> None:
    for folder in ("css", "js", "images"):
        for one in (files("demo") / "static" / folder).iterdir():
            assert not OUTSIDE.search(one.read_text(encoding="utf-8")), one.name


@each_journey
def test_a_page_is_well_put_together(clean: dict[str, list[Answer]], journey: str) -> None:
    for page in (one for one in clean[journey] if one.html.startswith("<!doctype html>")):
        soup = BeautifulSoup(page.html, "html.parser")
        ids = [str(one["id"]) for one in soup.select("[id]")]
        assert len(ids) == len(set(ids)), (page.address, [one for one in ids if ids.count(one) > 1])
        assert soup.html and soup.html["lang"] == ("en" if page.address.endswith("/en/") else "sv")
        assert soup.title and soup.title.get_text().strip()
        assert len(soup.select("h1")) == 1, page.address
        assert not soup.select("[style], script:not([src])"), page.address
        assert not [name for one in soup.find_all(True) for name in one.attrs if name.startswith("on")]
        for reference in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "headers"):
            for one in soup.select(f"[{reference}]"):
                for target in re.split(
                    r"\s+", str(one[reference]) if isinstance(one[reference], str) else " ".join(one[reference])
                ):
                    assert target in ids or _comes_later(soup, one), (page.address, reference, target)


def test_every_page_forbids_what_is_inline() -> None:
    answer = demo.create_app().test_client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy


def test_a_protected_person_is_never_shown_where_she_lives() -> None:
    client = demo.create_app().test_client()
    pages = list(
        travel(
            client,
            [
                *STAFF,
                ("GET", "/arendesystem/personer?q=Elin", {}),
                ("GET", "/arendesystem/personer/forslag?q=Elin", {}),
            ],
        )
    )
    assert "Elin" in pages[-1].html and "Elin" in pages[-2].html
    assert not [page for page in pages if "19870231-1022" in page.html]
    assert client.get("/arendesystem/personer/10").status_code == 403


def test_visitors_never_meet() -> None:
    app = demo.create_app()
    one, other = app.test_client(), app.test_client()
    for client in (one, other):
        list(travel(client, RESIDENT))
    list(travel(one, journeys()["accounts"][1:8]))
    assert "a.pdf" in one.get("/kundportal/arsrakning/granska").text
    assert "a.pdf" not in other.get("/kundportal/arsrakning/granska").text


@pytest.mark.parametrize(
    ("address", "to"), [("/arendesystem/", "/arendesystem/logga-in"), ("/kundportal/", "/kundportal/logga-in")]
)
def test_one_must_log_in(address: str, to: str) -> None:
    assert demo.create_app().test_client().get(address).headers["Location"].startswith(to)


def test_it_is_served_on_a_free_port() -> None:
    with demo.serve("clean") as first, demo.serve("delivered") as second:
        assert first.url != second.url
        for served in (first, second):
            with urllib.request.urlopen(f"{served.url}/") as answer:
                assert "Välkommen till Esset" in answer.read().decode()


def test_decision_support_has_an_origin_of_its_own() -> None:
    app = demo.create_app()
    app.config.update(ESSET="http://127.0.0.1:1", BESLUTSSTOD="http://127.0.0.1:2")
    client = app.test_client()
    theirs = client.get("/beslutsstod/", base_url="http://127.0.0.1:2")
    assert theirs.status_code == 200
    assert "frame-ancestors 'self' http://127.0.0.1:1" in theirs.headers["Content-Security-Policy"]
    assert client.get("/beslutsstod/", base_url="http://127.0.0.1:1").status_code == 404
    assert client.get("/", base_url="http://127.0.0.1:2").status_code == 404
    assert "frame-src 'self' http://127.0.0.1:2;" in client.get("/").headers["Content-Security-Policy"]


def _comes_later(soup: BeautifulSoup, element: object) -> bool:
    """Whether an element is within a template, whose ids are given when it is used."""
    return any(element in template.find_all(True) for template in soup.select("template"))
