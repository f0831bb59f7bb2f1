"""Ekonomiskt bistånd: an officer decides on an application made again."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.money import parse_kronor
from demo.store import mine

ORDER = 4

SECTION = Section("Ekonomiskt bistånd", tasks=(Task("Återansökningar", "ateransokan.incoming"),))

cases = Blueprint("ateransokan", __name__, url_prefix="/arendesystem/ekonomiskt-bistand/ateransokningar")

BLUEPRINTS = (cases,)


@dataclass
class Post:
    """A line of the calculation. Incomes count against what is needed."""

    id: str
    label: str
    asked: int
    granted: int
    income: bool = False

    @property
    def differs(self) -> bool:
        return self.asked != self.granted


@dataclass
class Case:
    """An application made again, with its calculation."""

    id: int
    applicant: str
    month: str
    state: str
    posts: list[Post]
    decision: str = ""

    @property
    def needs(self) -> int:
        return sum(one.granted for one in self.posts if not one.income)

    @property
    def incomes(self) -> int:
        return sum(one.granted for one in self.posts if one.income)

    @property
    def grant(self) -> int:
        return max(self.needs - self.incomes, 0)


def _posts(wage: int) -> list[Post]:
    return [
        Post("norm", "Riksnorm", 5_110, 5_110),
        Post("hyra", "Hyra", 7_400, 7_400),
        Post("el", "Hushållsel", 620, 480),
        Post("resor", "Arbetsresor", 1_020, 1_020),
        Post("lon", "Lön efter skatt", wage, wage, income=True),
        Post("bidrag", "Bostadsbidrag", 1_300, 1_300, income=True),
    ]


@dataclass
class Desk:
    """What lies on the officer's desk."""

    cases: list[Case] = field(
        default_factory=lambda: [
            Case(8812, "Fatima Testlund", "december 2026", "Inkommen", _posts(4_200)),
            Case(8807, "Bashir Exempelson", "december 2026", "Inkommen", _posts(0)),
            Case(8790, "Johanna Skisslund", "december 2026", "Väntar på svar", _posts(6_900)),
        ]
    )


DECISIONS = (("bifall", "Bifall"), ("delvis", "Delvis bifall"), ("avslag", "Avslag"))


@cases.get("/")
@staff_only
def incoming() -> str:
    return render_template("ekonomiskt_bistand/inkomna.html", cases=mine(Desk).cases)


@cases.route("/<int:id>", methods=["GET", "POST"])
@staff_only
def case(id: int) -> ResponseReturnValue:
    found = next((one for one in mine(Desk).cases if one.id == id), None) or abort(404)
    form = Form.of(request.form)
    confirm = False
    if request.method == "POST":
        for post in found.posts:
            amount = parse_kronor(request.form.get(f"godkant-{post.id}", ""))
            post.granted = post.granted if amount is None else amount
        form.text("beslut", "Välj beslut")
        form.text("motivering", "Skriv en motivering till beslutet")
        if form.ok and "bekraftad" in request.form:
            found.decision, found.state = dict(DECISIONS)[form.values["beslut"]], "Beslutad"
            return redirect(url_for("ateransokan.decided", id=id))
        confirm = form.ok
    return render_template(
        "ekonomiskt_bistand/arende.html", case=found, form=form, decisions=DECISIONS, confirm=confirm
    )


@cases.get("/<int:id>/beslutad")
@staff_only
def decided(id: int) -> str:
    found = next((one for one in mine(Desk).cases if one.id == id), None) or abort(404)
    return render_template("ekonomiskt_bistand/beslutad.html", case=found)
