"""report.html as a text: what it says, in which order, and that nothing of a tested page can do harm in it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from checks.model import Text
from defects.model import Level, Mode
from reports.html import render
from reports.model import Run, Spoken
from reports.pictures import HEAVIEST
from reports.summary import Sort, sort_of

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}'


def soup(run: Run) -> BeautifulSoup:
    return BeautifulSoup(render(run), "html.parser")


def words(element: Tag | BeautifulSoup | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").replace("\u00ad", "").split())


def article(page: BeautifulSoup, mark: str) -> Tag:
    found = page.find(id=f"brist-{mark}")
    assert isinstance(found, Tag)
    return found


def test_order(run: Run) -> None:
    page = soup(run)
    assert [one["id"] for one in page.select("main > section")] == [
        "sammanfattning", "kriterier", "brister", "fragor", "god-praxis", "for-hand", "ej-testat", "sparbarhet",
    ]  # fmt: skip
    told = [one["data-level"] for one in page.select("#brister .defect")]
    assert told == sorted(told)
    assert len(told) == sum(sort_of(one) is Sort.BREACH for one in run.defects)


def test_summary_for_a_manager(run: Run) -> None:
    told = words(soup(run).find(id="sammanfattning"))
    assert "Testerna fann 5 brister , varav 2 bör rättas först" in told
    assert "2 frågor som en människa måste besvara" in told
    assert "Inga fel funna betyder inte att tjänsten är tillgänglig." in told
    assert "BU-1 Ta emot orosanmälan: Knappen ”Spara” blev aldrig klickbar" in told
    assert "Inte hel: BU-1 bröts" in told
    assert "Äldreomsorg Inte testat i den här körningen" in told


def test_a_run_without_defects_is_never_told_as_accessible(empty_run: Run) -> None:
    told = words(soup(empty_run))
    assert "Inga fel funna betyder inte att tjänsten är tillgänglig." in told
    assert "Testerna fann inga brister." in told
    assert not re.search(
        r"uppfyllt(?!”)|godkän|\bär tillgänglig\b(?<!inte att tjänsten är tillgänglig)", told, re.IGNORECASE
    )
    assert "Körningen är inte hel" not in told


def test_criteria_table(run: Run) -> None:
    rows = {words(row.th).split()[0]: words(row) for row in soup(run).select("#kriterier tbody tr")}
    assert "Underkänt" in rows["1.4.3"]
    assert "9.1.4.3" in rows["1.4.3"]
    assert "Inget fel funnet av de automatiska testerna" in rows["1.3.1"]
    assert "Ej testat" in words(soup(run).select_one("#kriterier details caption"))
    assert "9.1.2.2" in rows["1.2.2"]
    assert "nytt i WCAG 2.2" in rows["2.5.8"]
    questions = replace(run, defects=tuple(one for one in run.defects if one.question))
    rows = {words(row.th).split()[0]: words(row) for row in soup(questions).select("#kriterier tbody tr")}
    assert "Kräver bedömning" in rows["1.4.3"]


def test_a_defect_has_all_that_an_expert_needs(run: Run) -> None:
    one = article(soup(run), "a1b2c3d4e5f60718")
    told = words(one)
    assert one.select_one("header .badge.P1") is not None
    for part in (
        "P1", "Vem drabbas", "Krav", "WCAG 4.1.2 Namn, roll, värde, nivå A", "EN 301 549 V3.2.1 avsnitt 9.4.1.2",
        "Kundportalen", "Förväntat", "Observerat", "Knappen har inget namn.", "Så återskapas det",
        "esset-a11y repro a1b2c3d4e5 --run 2026-11-24T020000-5f3a", "form > button.spara", "Så rättas det",
        "Alla 2 ställen", "button-name", "critical", "a1b2c3d4e5f60718",
    ):  # fmt: skip
        assert part in told, part
    assert words(one.select_one(".sum tfoot")) == "Summa 88"
    assert [words(row.td) for row in one.select(".sum tbody tr")] == ["+40", "+48"]
    assert '<button class="btn spara"><svg viewBox="0 0 16 16"></svg></button>' in words(one.select_one("pre"))


def test_where_only_a_person_saw_it_the_command_drives_the_same_target(run: Run) -> None:
    def told(target: str, build: str) -> str:
        trace = replace(run.trace, target=target, configuration={"build": build})
        by_hand = tuple(replace(one, mode=Mode.MANUAL) for one in run.defects)
        return words(article(soup(replace(run, trace=trace, defects=by_hand)), "a1b2c3d4e5f60718"))

    assert "esset-a11y run --scenario OF-1 --target 'https://esset.test/?a b' " in told("https://esset.test/?a b", "")
    assert "esset-a11y run --scenario OF-1 Elementets" in told("inbyggda Esset (delivered)", "delivered")
    assert "esset-a11y run --scenario OF-1 --build clean " in told("inbyggda Esset (clean)", "clean")


def test_each_surface_has_its_own_legal_ground(run: Run) -> None:
    both = next(one for one in run.defects if len(one.surfaces) == 2)
    told = words(article(soup(run), both.fingerprint))
    assert "Kundportalen och e-tjänsterna:" in told
    internal = told.partition("Ärendesystemet:")[2]
    assert "bryter mot DOS-lagen" not in internal


def test_pictures(run: Run) -> None:
    page = soup(run)
    pictured = [one for one in page.select(".defect") if one.find("img")]
    # A place without a picture has none; no other picture is in the file.
    assert len(pictured) == len(page.find_all("img")) == 4
    for image in page.find_all("img"):
        assert str(image["src"]).startswith("data:image/webp;base64,")
        assert len(str(image["src"])) < HEAVIEST * 4 / 3 + 40
        assert image["alt"]


def test_the_same_question_stands_once_and_without_a_verdict(run: Run) -> None:
    asked = [one for one in run.defects if one.question]
    again = tuple(replace(asked[0], fingerprint=f"00000000000000d{n}") for n in range(3))
    part = soup(replace(run, defects=(*run.defects, *again))).find(id="fragor")
    assert isinstance(part, Tag)
    assert [len(one.select(".defect")) for one in part.select(".group")] == [4, 1]
    assert words(part).count("Har texten minst 4,5:1 mot bilden bakom?") == 1
    page = soup(run)
    assert not [
        one for one in page.select("#brister .defect") if one["id"] in {f"brist-{a.fingerprint}" for a in asked}
    ]
    assert "Krav, om svaret är att det är fel" in words(part)
    assert "Säkert underkänt" not in words(part)


def test_traceability_and_what_was_not_tested(run: Run) -> None:
    page = soup(run)
    trace = words(page.find(id="sparbarhet"))
    for part in (
        run.trace.run,
        run.trace.started,
        run.trace.ended,
        run.trace.target,
        "natt",
        "Chromium 147",
        "4.14.1",
        "delivered",
        "1 min 30 s",
    ):
        assert part in trace, part
    untested = words(page.find(id="ej-testat"))
    assert "1.2.2" in untested
    assert "Äldreomsorg" in untested
    assert "axe vid OF-1, sammanfattningen: Kontrollen gick sönder: Target closed" in untested


@pytest.fixture
def hostile_run(run: Run) -> Run:
    """Every text that comes from a tested page or a configuration tries to be something else."""
    first, *rest = run.defects
    element = first.places[0].element
    assert element is not None
    bad = replace(element, html=HOSTILE, name=f"\u202e{HOSTILE}", selector=HOSTILE, path=(HOSTILE,), role=HOSTILE)
    place = replace(
        first.places[0],
        element=bad,
        url=f"javascript:{HOSTILE}",
        observed=Text(HOSTILE, HOSTILE),
        state=f"\x1b[31m{HOSTILE}",
    )
    defect = replace(
        first, places=(place,), expected=Text(HOSTILE, HOSTILE), help_url="javascript:alert(1)",
        rules=(HOSTILE,), engines=(HOSTILE,), evidence={HOSTILE: HOSTILE}, fingerprint='x" onclick="alert(1)',
    )  # fmt: skip
    trace = replace(
        run.trace, run=HOSTILE, target=HOSTILE, profile=HOSTILE, started=HOSTILE,
        versions={HOSTILE: HOSTILE}, configuration={HOSTILE: f"</script>{HOSTILE}\ud83d"},
    )  # fmt: skip
    driven = tuple(replace(one, title=HOSTILE, error=HOSTILE, story=HOSTILE) for one in run.scenarios)
    visits = tuple(replace(one, title=HOSTILE, url=HOSTILE) for one in run.visits)
    surfaces = tuple(replace(one, title=HOSTILE) for one in run.surfaces)
    return replace(run, defects=(defect, *rest), trace=trace, scenarios=driven, visits=visits, surfaces=surfaces)


def test_hostile_content_is_only_text(hostile_run: Run) -> None:
    page = soup(hostile_run)
    assert len(page.find_all("script")) == 1
    assert "alert" not in page.find_all("script")[0].text
    assert all(str(one["src"]).startswith("data:") for one in page.find_all("img"))
    for element in page.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on")], element
        assert not str(element.get("href", "")).startswith("javascript:")
    assert HOSTILE in page.get_text()
    assert "\u202e" not in page.get_text()
    assert "[U+202E]" in page.get_text()
    assert "\x1b" not in page.get_text()
    assert "49" not in words(article(page, 'x" onclick="alert(1)').find("pre"))


def test_what_is_long_is_cut(run: Run) -> None:
    first, *rest = run.defects
    place = replace(first.places[0], observed=Text("x" * 10_000_000, ""))
    long = replace(run, defects=(replace(first, places=(place,)), *rest))
    assert len(render(long)) < len(render(run)) + 20_000


def test_a_picture_that_is_lost_broken_or_elsewhere_is_left_out(run: Run) -> None:
    (run.folder / "pictures" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no picture")
    for name in ("pictures/none.jpg", "pictures/broken.jpg", "../elsewhere.jpg", "/etc/hostname"):
        defects = tuple(
            replace(one, places=tuple(replace(place, picture=place.picture and name) for place in one.places))
            for one in run.defects
        )
        assert not soup(replace(run, defects=defects)).find_all("img")


def test_every_level_is_told_by_more_than_colour(run: Run) -> None:
    for level in Level:
        defects = (replace(run.defects[0], priority=replace(run.defects[0].priority, level=level)),)
        badge = soup(replace(run, defects=defects)).select_one("#brister .badge")
        assert level.value in words(badge)


def test_what_is_said_stands_with_what_changed(run: Run) -> None:
    spoken = (
        Spoken("OF-1", "ett", ("Start, webbsida", "Spara, knapp"), (1,)),
        Spoken("OF-1", "två", ("Start, webbsida", "Behåll, knapp"), (1,)),
    )
    said = words(soup(replace(run, transcripts=spoken)).find(id="upplast"))
    assert "Nytt: Behåll, knapp" in said
    assert "Borta: Spara, knapp" in said


def test_every_criterion_says_how_it_was_tested(run: Run) -> None:
    page = soup(run)
    assert all(words(row.find_all("td")[-1]) for row in page.select("#kriterier tbody tr"))
    told = words(page.find(id="for-hand"))
    assert "3.3.3" in told
    assert "11.7" in told
