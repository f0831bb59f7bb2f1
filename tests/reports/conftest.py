"""A made-up but realistic run: nine defects, a broken scenario, a check that broke, one picture."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from checks.model import Box, Element, Finding, Outcome, Text, Visit
from defects.model import Defect, Level, Place, Priority, Term
from reports.model import CheckRun, Driven, Ending, Run, Surface, Trace

PICTURE = "pictures/steg-1.jpg"

AXE = CheckRun(
    "axe", Text("axe-cores regler", "axe-core's rules"), ("1.1.1", "1.3.1", "1.4.3", "2.4.4", "2.5.8", "4.1.2")
)

STATES = {
    ("OF-1", "steg 1, inkomster"): "/overformyndare/arsrakning/1",
    ("OF-1", "sammanfattningen"): "/overformyndare/arsrakning/5",
    ("BU-1", "formuläret tomt"): "/barn/orosanmalan/ny",
    ("EB-2", "kalkylen öppen"): "/ekonomi/arende/4711",
}


def make_element(selector: str, html: str, *, role: str = "button", name: str = "", box: Box | None = None) -> Element:
    return Element(
        path=(selector,),
        selector=selector,
        html=html,
        role=role,
        name=name,
        box=box or Box(40, 220, 180, 36),
        signature=("button",),
    )


def make_place(state: tuple[str, str], element: Element | None, observed: Text, *, picture: str = "") -> Place:
    number = 1 + [one for one in STATES if one[0] == state[0]].index(state) if state in STATES else 1
    url = f"http://127.0.0.1:8000{STATES.get(state, '/')}"
    return Place(state[0], state[1], number, url, element, observed, picture, 1.0)


def make_defect(
    kind: str,
    level: Level,
    points: int,
    places: tuple[Place, ...],
    *,
    criteria: tuple[str, ...] = (),
    expected: Text,
    question: Text | None = None,
    rule: str = "",
    mark: str = "",
    engines: tuple[str, ...] = ("axe",),
    evidence: dict[str, str] | None = None,
    surfaces: tuple[str, ...] = ("kundportal",),
) -> Defect:
    terms = (
        Term(Text("Allvarlighet 4 av 4 (Användning utan synförmåga)", "Severity 4 of 4 (Usage without vision)"), 40),
        Term(Text("Räckvidd: 2 tillstånd i 1 arbetsflöde", "Reach: 2 states in 1 workflow"), points - 40),
    )
    return Defect(
        fingerprint=mark or hashlib.sha256(f"{kind}{points}".encode()).hexdigest()[:16],
        kind=kind,
        outcome=Outcome.CANT_TELL if question else Outcome.FAILED,
        criteria=criteria,
        checks=engines,
        engines=engines,
        rules=(rule or kind,),
        expected=expected,
        observed=places[0].observed,
        question=question,
        help_url="https://dequeuniversity.com/rules/axe/4.14/button-name",
        evidence=evidence or {},
        places=places,
        surfaces=surfaces,
        priority=Priority(level, points, terms),
    )


def make_defects() -> tuple[Defect, ...]:
    """Two P1, one each of the other priorities, two questions, one of good practice."""
    save = make_element("form > button.spara", '<button class="btn spara"><svg viewBox="0 0 16 16"></svg></button>')
    grey = make_element(
        "p.hjalptext",
        '<p class="hjalptext">Lämna in före 1 mars.</p>',
        role="",
        name="Lämna in före 1 mars.",
        box=Box(40, 160, 420, 22),
    )
    bin_ = make_element(
        "tr:nth-child(2) > td > button", '<button class="ikon">×</button>', name="×", box=Box(820, 300, 20, 20)
    )
    picture = make_element(
        "img.karta",
        '<img class="karta" src="/karta.png" alt="karta.png">',
        role="img",
        name="karta.png",
        box=Box(520, 160, 300, 90),
    )
    heading = make_element(
        "h4.rubrik", '<h4 class="rubrik">Inkomster</h4>', role="heading", name="Inkomster", box=Box(40, 100, 200, 30)
    )
    nameless = Text("Knappen har inget namn.", "The button has no name.")
    faint = Text("Kontrasten är 2,6:1 (#9a9a9a mot #f4f4f4).", "The contrast is 2.6:1 (#9a9a9a on #f4f4f4).")
    small = Text("Klickytan är 20 × 20 pixlar.", "The target is 20 × 20 pixels.")
    first, last, empty, sheet = STATES
    return (
        make_defect(
            "missing-name",
            Level.P1,
            88,
            (make_place(first, save, nameless, picture=PICTURE), make_place(last, save, nameless)),
            criteria=("4.1.2",),
            expected=Text("Knappar har ett namn som går att uppfatta", "Buttons have discernible text"),
            rule="button-name",
            evidence={"impact": "critical"},
            mark="a1b2c3d4e5f60718",
        ),
        make_defect(
            "contrast",
            Level.P1,
            78,
            (
                make_place(first, grey, faint, picture=PICTURE),
                make_place(empty, grey, faint),
                make_place(sheet, grey, faint),
            ),
            criteria=("1.4.3",),
            expected=Text("Text har tillräcklig kontrast mot sin bakgrund", "Text has sufficient contrast"),
            rule="color-contrast",
            engines=("axe", "contrast"),
            evidence={"kontrast": "2.6", "krav": "4.5"},
            surfaces=("kundportal", "arendesystem"),
        ),
        make_defect(
            "missing-alt",
            Level.P2,
            60,
            (make_place(empty, picture, Text("Bilden har filnamnet som alternativtext.", "Alt is the file name.")),),
            criteria=("1.1.1",),
            expected=Text("Bilder har ett textalternativ", "Images have a text alternative"),
            surfaces=("arendesystem",),
        ),
        make_defect(
            "link-purpose",
            Level.P3,
            40,
            (
                make_place(
                    sheet, None, Text("Sidan har nio länkar som heter ”Läs mer”.", "Nine links say 'Read more'.")
                ),
            ),
            criteria=("2.4.4",),
            expected=Text("En länks syfte framgår av dess text", "A link's purpose is clear"),
            surfaces=("arendesystem",),
        ),
        make_defect(
            "target-size",
            Level.P4,
            24,
            (make_place(first, bin_, small, picture=PICTURE),),
            criteria=("2.5.8",),
            expected=Text("Klickytor är minst 24 × 24 pixlar", "Targets are at least 24 × 24 pixels"),
        ),
        make_defect(
            "contrast",
            Level.P3,
            45,
            (make_place(last, grey, Text("Bakgrunden är en bild.", "The background is an image.")),),
            criteria=("1.4.3",),
            expected=Text("Text har tillräcklig kontrast mot sin bakgrund", "Text has sufficient contrast"),
            question=Text("Har texten minst 4,5:1 mot bilden bakom?", "Has the text at least 4.5:1 on the picture?"),
            mark="00000000000000aa",
        ),
        make_defect(
            "missing-alt",
            Level.P4,
            30,
            (make_place(first, picture, Text("Alternativtexten är kort.", "The alt is short.")),),
            criteria=("1.1.1",),
            expected=Text("Bilder har ett textalternativ", "Images have a text alternative"),
            question=Text("Säger alternativtexten det som bilden säger?", "Does the alt say what the picture says?"),
            mark="00000000000000bb",
        ),
        make_defect(
            "heading-order",
            Level.P4,
            12,
            (
                make_place(
                    first, heading, Text("Rubriknivån hoppar från 1 till 4.", "From level 1 to 4."), picture=PICTURE
                ),
            ),
            expected=Text("Rubriknivåer hoppar inte över steg", "Heading levels don't skip"),
            mark="00000000000000cc",
        ),
    )


def make_run(folder: Path) -> Run:
    """The run, with its picture in `folder`."""
    _draw(folder / PICTURE)
    broken = Finding(
        check="axe",
        rule="axe",
        engine="axe",
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=AXE.criteria,
        element=None,
        expected=Text("Kontrollen kan köras", "The check can be run"),
        observed=Text("Kontrollen gick sönder: Target closed", "The check broke: Target closed"),
        evidence={"error": "Error"},
    )
    defects = make_defects()
    visits = tuple(
        Visit(
            scenario=scenario,
            state=state,
            number=make_place((scenario, state), None, Text("", "")).number,
            url=f"http://127.0.0.1:8000{path}",
            title=f"{state.capitalize()} – Esset",
            findings=(broken,)
            if state == "sammanfattningen"
            else (_finding(defects[0]),)
            if "inkomster" in state
            else (),
            seconds={"navigation": 0.4, "axe": 0.25, "rest": 0.1},
            picture=PICTURE if "inkomster" in state else "",
        )
        for (scenario, state), path in STATES.items()
    )
    return Run(
        trace=Trace(
            run="2026-11-24T020000-5f3a",
            started="2026-11-24T02:00:00+01:00",
            ended="2026-11-24T02:01:30+01:00",
            target="http://127.0.0.1:8000",
            profile="natt",
            versions={"sviten": "0.1.0", "webbläsare": "Chromium 147", "axe-core": "4.14.1", "Playwright": "1.65.0"},
            configuration={"build": "delivered", "viewport": '{"width":1280,"height":900}'},
        ),
        surfaces=(
            Surface("kundportal", "Kundportalen och e-tjänsterna", "public"),
            Surface("arendesystem", "Ärendesystemet", "internal-case-system"),
        ),
        checks=(AXE,),
        scenarios=(
            Driven(
                "OF-1",
                "God man lämnar in årsräkning",
                "Överförmyndarverksamhet",
                "invånare",
                "kundportal",
                "Som god man vill jag lämna in årsräkningen så att överförmyndaren kan granska den.",
                Ending.COMPLETED,
                6.2,
            ),
            Driven(
                "BU-1",
                "Ta emot orosanmälan",
                "Barn och unga",
                "medarbetare",
                "arendesystem",
                "Som handläggare vill jag ta emot en orosanmälan så att barnet får en förhandsbedömning i tid.",
                Ending.BROKEN,
                3.1,
                "Knappen ”Spara” blev aldrig klickbar (30 s).",
            ),
            Driven(
                "EB-2",
                "Handlägga återansökan",
                "Ekonomiskt bistånd",
                "medarbetare",
                "arendesystem",
                "Som handläggare vill jag räkna om biståndet så att beslutet blir rätt.",
                Ending.COMPLETED,
                4.0,
            ),
        ),
        visits=visits,
        defects=defects,
        folder=folder,
    )


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_run(tmp_path)


@pytest.fixture
def empty_run(run: Run) -> Run:
    """The same run with no defect and nothing broken."""
    whole = tuple(replace(one, ending=Ending.COMPLETED, error="") for one in run.scenarios)
    return replace(run, defects=(), scenarios=whole, visits=tuple(replace(one, findings=()) for one in run.visits))


def _finding(defect: Defect) -> Finding:
    return Finding(
        check="axe",
        rule=defect.rules[0],
        engine="axe",
        outcome=Outcome.FAILED,
        kind=defect.kind,
        criteria=defect.criteria,
        element=defect.places[0].element,
        expected=defect.expected,
        observed=defect.observed,
        help_url=defect.help_url,
        evidence=defect.evidence,
    )


def _draw(file: Path) -> None:
    page = Image.new("RGB", (1280, 900), "#ffffff")
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, 1280, 64), fill="#1d3557")
    pen.text((40, 26), "Esset – Stockholms stad", fill="#ffffff")
    pen.text((40, 100), "Inkomster", fill="#111111")
    pen.text((40, 164), "Lämna in före 1 mars.", fill="#9a9a9a")
    pen.rectangle((40, 220, 220, 256), fill="#2a6f97")
    pen.rectangle((520, 160, 820, 250), fill="#cfe3cf")
    for row in range(6):
        pen.rectangle((40, 280 + 40 * row, 860, 318 + 40 * row), outline="#bbbbbb")
        pen.text((52, 292 + 40 * row), f"2026-0{row + 1}-01   Pension   12 3{row}0,00", fill="#222222")
        pen.rectangle((820, 290 + 40 * row, 840, 310 + 40 * row), fill="#dddddd")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.save(file, quality=80)
