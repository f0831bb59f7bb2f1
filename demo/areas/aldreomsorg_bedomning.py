"""Äldreomsorg: home care is assessed, area of life by area of life."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 6

SECTION = Section("Äldreomsorg", tasks=(Task("Bedöm hemtjänst", "bedomning.assess"),))

assessments = Blueprint("bedomning", __name__, url_prefix="/arendesystem/aldreomsorg/bedomning")

BLUEPRINTS = (assessments,)

LEVELS = (
    ("0", "Klarar själv"),
    ("1", "Lätt svårighet"),
    ("2", "Måttlig svårighet"),
    ("3", "Stor svårighet"),
    ("4", "Klarar inte alls"),
)


@dataclass(frozen=True)
class Part:
    """An area of life as it is assessed, with what is known of it."""

    id: str
    label: str
    told: str


AREAS = (
    (
        "Personlig vård",
        (
            Part("tvatta", "Tvätta sig", "Astrid duschar sittande och behöver någon bredvid sig."),
            Part("kla", "Klä sig", "Knappar och strumpor är svårt på morgonen."),
        ),
    ),
    (
        "Hemliv",
        (
            Part("mat", "Laga mat", "Värmer färdig mat i mikrovågsugn. Vill gärna baka."),
            Part("stada", "Städa", "Orkar inte dammsuga eller byta lakan."),
        ),
    ),
    ("Förflyttning", (Part("ga", "Gå utomhus", "Går med rollator till affären när det inte är halt."),)),
)

PARTS = tuple(part for _, parts in AREAS for part in parts)

MOST_HOURS = 10


@dataclass
class Assessment:
    """What has been assessed so far: a level and hours a week of each part."""

    form: Form = field(
        default_factory=lambda: Form.of(
            {
                "niva-kla": "1",
                "timmar-kla": "1.5",
                "niva-mat": "2",
                "timmar-mat": "2",
                "niva-ga": "1",
                "timmar-ga": "0",
                "timmar-tvatta": "0",
                "timmar-stada": "1",
                "niva-stada": "3",
            }
        )
    )

    @property
    def hours(self) -> float:
        return sum(hours(self.form, part) for part in PARTS)


@assessments.route("/", methods=["GET", "POST"])
@staff_only
def assess() -> ResponseReturnValue:
    world = mine(Assessment)
    form = world.form
    if request.method == "POST":
        form = Form.of(request.form)
        for part in PARTS:
            form.text(f"niva-{part.id}", f"Bedöm hur mycket hjälp som behövs: {part.label.lower()}")
        form.text("motivering", "Skriv varför du föreslår detta")
        world.form = form
        if form.ok:
            return redirect(url_for("bedomning.proposed"))
    return render_template(
        "aldreomsorg_bedomning/bedomning.html",
        form=form,
        areas=AREAS,
        parts=PARTS,
        levels=LEVELS,
        most=MOST_HOURS,
        hours={part.id: hours(form, part) for part in PARTS},
        total=in_words(world.hours),
        in_words=in_words,
    )


@assessments.get("/foreslagen")
@staff_only
def proposed() -> str:
    return render_template("aldreomsorg_bedomning/foreslagen.html", total=in_words(mine(Assessment).hours))


def hours(form: Form, part: Part) -> float:
    """Hours a week of a part, in halves between 0 and the most; 0 where something else was sent."""
    try:
        sent = float(form.values.get(f"timmar-{part.id}", "0"))
    except ValueError:
        return 0.0
    return min(max(round(sent * 2) / 2, 0.0), MOST_HOURS)


def in_words(hours: float) -> str:
    """3.5 as "3,5 timmar"."""
    return f"{hours:g} timmar".replace(".", ",") if hours != 1 else "1 timme"
