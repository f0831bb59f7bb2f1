"""A made run as large as a bad night: many defects of every kind, many states, pictures of pages with photographs."""

from __future__ import annotations

import random
import re
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

import standards
from checks.model import Box, Element, Finding, Outcome, Text, Visit
from defects.model import Defect, Level, Place, Priority, Term
from reports.model import CheckRun, Driven, Ending, Run, Spoken, Surface, Trace
from scenarios.model import Area

SCENARIOS, STATES = 27, 6
SIZE = (1280, 2400)
WORDS = re.findall(
    r"\S+",
    "Ansökan om ekonomiskt bistånd för november månad med bilagor från banken och hyresvärden Uppgifter om hushållet "
    "Beslutet har fattats med stöd av 4 kap. 1 § socialtjänstlagen Handläggaren kontaktar dig inom tio arbetsdagar",
)


def made_run(folder: Path, count: int = 1000, seed: int = 1) -> Run:
    """A run of `count` defects, six of ten breaches, three questions, one good practice; its pictures in `folder`."""
    dice = random.Random(seed)
    stops = [(f"S-{1 + at // STATES}", f"tillstånd {1 + at % STATES}, {dice.choice(WORDS)}") for at in range(162)]
    pictures = {stop: _picture(folder, at, dice) for at, stop in enumerate(stops)}
    kinds = [one for one in standards.kinds() if one.criteria], [one for one in standards.kinds() if not one.criteria]
    defects = [_defect(at, count, kinds, stops, pictures, dice) for at in range(count)]
    areas = [*Area]
    return Run(
        trace=Trace(
            "2026-11-24T020000-5f3a", "2026-11-24T02:00:00+01:00", "2026-11-24T03:10:00+01:00", "https://esset.test",
            "natt", {"sviten": "0.1.0", "axe-core": "4.14.1"}, {"build": "delivered"}, "2026.11.3",
        ),
        surfaces=(
            Surface("kundportal", "Kundportalen och e-tjänsterna", "public"),
            Surface("arendesystem", "Ärendesystemet", "internal-case-system"),
        ),
        checks=tuple(
            CheckRun(one, Text(one, one), tuple(sorted({num for kind in kinds[0] for num in kind.criteria})))
            for one in ("axe", "contrast", "pa11y")
        ),
        scenarios=tuple(
            Driven(
                f"S-{n + 1}", f"Arbetsflöde {n + 1}", areas[n % len(areas)], "invånare", "kundportal", _text(dice, 14),
                Ending.COMPLETED, 40.0,
            )
            for n in range(SCENARIOS)
        ),
        visits=tuple(
            Visit(*stop, 1 + at % STATES, f"https://esset.test/sida/{at}", _text(dice, 4), (_guide(),), {"axe": 0.3},
                  pictures[stop])
            for at, stop in enumerate(stops)
        ),
        defects=tuple(sorted(defects, key=lambda one: -one.priority.points)),
        folder=folder,
        transcripts=tuple(
            Spoken(*stop, tuple(f"{_text(dice, 4)}, knapp" for _ in range(60)), tuple(range(0, 60, 3)))
            for stop in stops
        ),
    )  # fmt: skip


def _defect(
    at: int,
    count: int,
    kinds: tuple[list[standards.Kind], list[standards.Kind]],
    stops: list[tuple[str, str]],
    pictures: dict[tuple[str, str], str],
    dice: random.Random,
) -> Defect:
    sort = at * 10 // count
    kind = dice.choice(kinds[1] if sort == 9 else kinds[0])
    outcome = Outcome.CANT_TELL if 6 <= sort < 9 else Outcome.FAILED
    places = tuple(_place(at, stop, pictures, dice) for stop in dice.sample(stops, dice.choice((1, 1, 2, 4, 12, 30))))
    points = dice.randint(5, 99)
    level = next(level for level, least in ((Level.P1, 75), (Level.P2, 55), (Level.P3, 35), (Level.P4, 0))
                 if points >= least)  # fmt: skip
    return Defect(
        fingerprint=f"{dice.getrandbits(64):016x}",
        kind=kind.slug,
        outcome=outcome,
        criteria=kind.criteria,
        checks=("axe",),
        engines=("axe", "htmlcs"),
        rules=("button-name", "4_1_2.H91.Button.Name"),
        expected=Text(_text(dice, 8), ""),
        observed=places[0].observed,
        question=Text(f"{_text(dice, 9)}?", "") if outcome is Outcome.CANT_TELL else None,
        help_url="https://dequeuniversity.com/rules/axe/4.14/button-name",
        evidence={"mätt": _text(dice, 5), "krav": "4,5:1"},
        places=places,
        surfaces=(dice.choice(("kundportal", "arendesystem")),),
        priority=Priority(level, points, tuple(Term(Text(_text(dice, 5), ""), points // 4) for _ in range(4))),
    )


def _place(at: int, stop: tuple[str, str], pictures: dict[tuple[str, str], str], dice: random.Random) -> Place:
    box = Box(dice.randint(0, 1000), dice.randint(0, SIZE[1] - 80), dice.randint(40, 400), dice.randint(18, 60))
    name = _text(dice, 3)
    element = Element(
        ("html>:nth-child(2)>:nth-child(1)>:nth-child(4)",), f"#del-{at} > button.knapp",
        f'<button class="knapp knapp--{at}" type="button" data-id="{at}">{name}</button>', "button", name, box, (),
    )  # fmt: skip
    number = _number(stop[1])
    url = f"https://esset.test/arende/{at}"
    return Place(*stop, number, url, element, Text(_text(dice, 10), ""), pictures[stop], 1.0)


def _number(state: str) -> int:
    """Which stop of its scenario a made state is."""
    return int(state.split()[1].rstrip(","))


def _guide() -> Finding:
    told = Text("Bilder och rubriker är nya här.", "Images and headings are new here.")
    return Finding("guided", "guided", "guided", Outcome.UNTESTED, "untested", ("1.1.1", "2.4.6"), None, told, told)


def _text(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words))


def _picture(folder: Path, at: int, dice: random.Random) -> str:
    """A page with a header, a photograph of noise, rows of text and buttons."""
    page = Image.new("RGB", SIZE, "#ffffff")
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, SIZE[0], 70), fill=dice.choice(("#1d3557", "#0c4641", "#6a1b4d")))
    noise = Image.frombytes("RGB", (160, 60), dice.randbytes(160 * 60 * 3)).resize((1280, 480))
    page.paste(noise.filter(ImageFilter.GaussianBlur(6)), (0, 70))
    for y in range(580, SIZE[1] - 30, 26):
        pen.text((40, y), _text(dice, dice.randint(8, 20)), fill="#222222", font_size=15)
        if dice.random() < 0.12:
            pen.rounded_rectangle((1000, y - 4, 1180, y + 30), 6, fill="#2a6f97")
    name = f"pictures/{at:04}.jpg"
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    page.save(folder / name, quality=70)
    return name
