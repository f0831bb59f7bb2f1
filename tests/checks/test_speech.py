"""The transcript: roles, names, states and values in reading order, in Swedish."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from checks.guided import contents, with_guides
from checks.model import Outcome, Visit
from checks.speech import transcript
from checks.state import State

PAGE = """<!DOCTYPE html><html lang="sv"><title>Ansökan</title>
<main><h1>Ansök</h1><p>Anna, 19840231-1234</p>
<ul><li>Hyra</li><li>El</li></ul>
<label>Namn <input required value="Anna"></label> <label><input type="checkbox" checked> Jag intygar</label>
<button aria-expanded="false">Mer</button><p hidden>Dolt</p><a href="/x" aria-hidden="true" tabindex="-1">Osagt</a>
<table><tr><th>Post<th>Belopp<tr><td>Hyra<td>8 200</table></main>"""


def said(page: Page, html: str) -> list[str]:
    page.set_content(html)
    return [one.text for one in transcript(State(page, "A", "ett", 1))]


@pytest.mark.browser
def test_what_is_said_in_order(page: Page) -> None:
    phrases = said(page, PAGE)
    wanted = [
        "Ansökan, webbsida",
        "landmärke huvudinnehåll",
        "Ansök, rubrik nivå 1",
        "Anna, 19840231-1234",
        "lista med 2 objekt",
        "Namn, redigeringsfält, obligatorisk, Anna",
        "Jag intygar, kryssruta, markerad",
        "Mer, knapp, komprimerad",
        "tabell med 2 rader och 2 kolumner",
    ]
    places = [phrases.index(one) for one in wanted]
    assert places == sorted(places)
    assert not [one for one in phrases if "Dolt" in one or "Osagt" in one]


STEPS = """<!DOCTYPE html><html lang="sv-SE"><title>Steg</title>
<nav aria-label="Steg"><ol><li>Vem</li><li aria-current="step">Behovet</li></ol></nav>
<form><p lang="fi">Tarvitsetko apua?</p><p lang="sv">Ring oss.</p>
<label><input type="radio" name="a"> Ja</label> <label><input type="radio" name="a"> Nej</label>
<label><input type="radio" name="b"> Röd</label> <label><input type="radio" name="b" id="blue"> Blå</label></form>
<div role="status"></div><div tabindex="-1" role="group" aria-label="Fel">Rätta</div>
<table><tr><th aria-sort="descending"><button>Datum</button><tr><td>1</table>"""


@pytest.mark.browser
def test_what_stands_in_the_markup_only(page: Page) -> None:
    phrases = said(page, STEPS)
    assert "punkt, aktuellt steg" in phrases and "punkt" in phrases
    assert phrases[phrases.index("Tarvitsetko apua?") - 1] == "språk finska"
    assert not [one for one in phrases if "svenska" in one]
    assert [one for one in phrases if "fallande ordning" in one] == ["Datum, kolumnrubrik, fallande ordning"]
    assert not [one for one in phrases if "status" in one or "formulär" in one]


@pytest.mark.browser
def test_tab_stops_once_in_a_group_and_not_where_script_alone_puts_focus(page: Page) -> None:
    page.set_content(STEPS)
    page.locator("#blue").check()
    stops = [one.text for one in transcript(State(page, "A", "ett", 1)) if one.stop]
    assert stops == ["Ja, alternativknapp, ej markerad", "Blå, alternativknapp, markerad", "Datum, knapp"]


@pytest.mark.browser
def test_a_renamed_button_shows_as_one_changed_line(page: Page) -> None:
    before, after = (said(page, PAGE.replace(">Mer<", f">{name}<")) for name in ("Spara", "Behåll"))
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("Spara, knapp, komprimerad", "Behåll, knapp, komprimerad")
    ]


@pytest.mark.browser
def test_a_person_is_sent_to_where_something_is_new(page: Page) -> None:
    page.set_content(PAGE)
    first = contents(State(page, "A", "ett", 1))
    page.set_content(PAGE + "<video controls width=200 height=100></video>")
    last = contents(State(page, "A", "tre", 3))
    visits = [
        Visit("A", name, at, "http://example.test/", "", (), {}) for at, name in enumerate(["ett", "två", "tre"], 1)
    ]
    notes = {("A", "ett"): {"guided": first}, ("A", "två"): {"guided": first}, ("A", "tre"): {"guided": last}}
    criteria = [
        {num for finding in visit.findings if finding.outcome is Outcome.UNTESTED for num in finding.criteria}
        for visit in with_guides(visits, notes)
    ]
    assert {"1.3.1", "2.1.1", "3.3.2"} <= criteria[0]
    assert criteria[1] == set()
    assert {"1.2.1", "1.2.2", "1.2.5"} <= criteria[2]
    assert "3.3.2" not in criteria[2]
