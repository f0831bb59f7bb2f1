"""Barn och unga: a report of concern for a child is taken in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import TODAY
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 2

SECTION = Section("Barn och unga", tasks=(Task("Orosanmälningar", "orosanmalan.incoming"),))

concerns = Blueprint("orosanmalan", __name__, url_prefix="/arendesystem/barn-och-unga/orosanmalningar")

BLUEPRINTS = (concerns,)

TIME_TO_JUDGE = timedelta(days=14)
"""What the law gives for judging whether an investigation is opened."""

SENDERS = (
    ("skola", "Skola eller förskola"),
    ("vard", "Hälso- och sjukvård"),
    ("privat", "Privatperson"),
    ("anonym", "Anonym"),
)


@dataclass(frozen=True)
class Concern:
    """A report of concern, as it is registered."""

    id: int
    child: str
    sender: str
    came: date
    protected: bool = False

    @property
    def due(self) -> date:
        return self.came + TIME_TO_JUDGE

    @property
    def number(self) -> str:
        return f"BU-2026-{self.id:06}"


@dataclass
class Inbox:
    """All reports that have come in."""

    concerns: list[Concern] = field(
        default_factory=lambda: [
            Concern(3101, "Annika Provlund", "Skola eller förskola", date(2026, 11, 24)),
            Concern(3097, "Dawit Exempelsson", "Hälso- och sjukvård", date(2026, 11, 19)),
            Concern(3088, "Hanna Exempelkvist", "Privatperson", date(2026, 11, 12)),
            Concern(3079, "Uppgift skyddad", "Skola eller förskola", date(2026, 11, 10), protected=True),
        ]
    )


@concerns.get("/")
@staff_only
def incoming() -> str:
    return render_template("barn_och_unga/inkomna.html", concerns=mine(Inbox).concerns)


@concerns.route("/ny", methods=["GET", "POST"])
@staff_only
def new() -> ResponseReturnValue:
    form = Form.of(request.form)
    confirm = False
    if request.method == "POST":
        _judge(form)
        if form.ok and "bekraftad" in request.form:
            return redirect(url_for("orosanmalan.concern", id=_register(form).id, ny=1))
        confirm = form.ok
    return render_template(
        "barn_och_unga/ny.html", form=form, senders=SENDERS, confirm=confirm, due=TODAY + TIME_TO_JUDGE
    )


@concerns.get("/<int:id>")
@staff_only
def concern(id: int) -> str:
    found = next((one for one in mine(Inbox).concerns if one.id == id), None) or abort(404)
    return render_template(
        "barn_och_unga/anmalan.html", concern=found, new="ny" in request.args, days=TIME_TO_JUDGE.days
    )


def _judge(form: Form) -> None:
    form.text("anmalare", "Välj vem som anmäler")
    if form.values.get("anmalare") == "privat":
        form.text("anmalare-namn", "Ange anmälarens namn")
    form.text("barn", "Ange barnets namn")
    form.personal_number(
        "personnummer", "Ange barnets personnummer", "Skriv personnumret med tolv siffror, till exempel 20120231-4425"
    )
    form.day("inkom", "Ange när anmälan kom in", "Skriv datumet som åååå-mm-dd, till exempel 2026-11-24")
    form.text("handelse", "Beskriv vad anmälan gäller")
    form.text("akut", "Välj om barnet behöver omedelbart skydd")


def _register(form: Form) -> Concern:
    inbox = mine(Inbox)
    protected = form.values.get("skydd") == "ja"
    name = "Uppgift skyddad" if protected else form.values["barn"]
    made = Concern(
        inbox.concerns[0].id + 1,
        name,
        dict(SENDERS)[form.values["anmalare"]],
        date.fromisoformat(form.values["inkom"]),
        protected,
    )
    inbox.concerns.insert(0, made)
    return made
