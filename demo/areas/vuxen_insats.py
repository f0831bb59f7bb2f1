"""Vuxen: interventions against addiction are planned on a board."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 3

SECTION = Section("Vuxen", tasks=(Task("Planera insatser", "insatser.board"),))

interventions = Blueprint("insatser", __name__, url_prefix="/arendesystem/vuxen/insatser")

BLUEPRINTS = (interventions,)

COLUMNS = (("foreslagen", "Föreslagen"), ("beviljad", "Beviljad"), ("pagar", "Pågår"), ("avslutad", "Avslutad"))

RESPONSIBLE = ("Kim Handledarsson", "Noor Stödberg", "Robin Ledberg")


@dataclass
class Intervention:
    """An intervention and the column that it stands in."""

    id: int
    title: str
    responsible: str
    column: str
    starts: date
    note: str
    urgent: bool = False


@dataclass
class Plan:
    """One person's plan: interventions, and goals in the order that the person has chosen."""

    interventions: list[Intervention] = field(
        default_factory=lambda: [
            Intervention(
                1,
                "Avgiftning",
                "Noor Stödberg",
                "avslutad",
                date(2026, 10, 5),
                "Gick som planerat. Uppföljning görs av vårdcentralen.",
            ),
            Intervention(
                2,
                "Motiverande samtal",
                "Kim Handledarsson",
                "pagar",
                date(2026, 10, 19),
                "En gång i veckan, på torsdagar. Erik vill helst ses på förmiddagen.",
            ),
            Intervention(
                3,
                "Boendestöd",
                "Noor Stödberg",
                "beviljad",
                date(2026, 12, 1),
                "Två besök i veckan. Utföraren ringer innan.",
                urgent=True,
            ),
            Intervention(
                4,
                "Återfallsprevention",
                "Kim Handledarsson",
                "foreslagen",
                date(2027, 1, 11),
                "Grupp om åtta personer, tolv träffar.",
            ),
            Intervention(
                5,
                "Sysselsättning",
                "Robin Ledberg",
                "foreslagen",
                date(2027, 2, 1),
                "Erik har arbetat som snickare och vill tillbaka till trä.",
                urgent=True,
            ),
        ]
    )
    goals: list[str] = field(
        default_factory=lambda: ["Vara nykter i vardagen", "Ha ett eget hem", "Träffa sina barn varje vecka"]
    )


@interventions.get("/")
@staff_only
def board() -> str:
    return _page(Form())


@interventions.post("/")
@staff_only
def add() -> ResponseReturnValue:
    form = Form.of(request.form)
    form.text("insats", "Ange vilken insats det gäller")
    form.text("ansvarig", "Välj vem som ansvarar")
    starts = form.day("startar", "Ange när insatsen startar", "Skriv datumet som åååå-mm-dd, till exempel 2027-01-11")
    if starts is None or not form.ok:
        return _page(form, adding=True)
    plan = mine(Plan)
    number = max(one.id for one in plan.interventions) + 1
    plan.interventions.append(
        Intervention(
            number, form.values["insats"], form.values["ansvarig"], "foreslagen", starts, "Inget är antecknat än."
        )
    )
    return redirect(url_for("insatser.board", ny=number))


@interventions.post("/flytta")
@staff_only
def move() -> ResponseReturnValue:
    """Keep where an intervention has been moved."""
    moved = next((one for one in mine(Plan).interventions if str(one.id) == request.form.get("id")), None) or abort(404)
    to = request.form.get("till")
    if to not in dict(COLUMNS):
        abort(400)
    moved.column = to
    return "", 204


@interventions.post("/ordna")
@staff_only
def order() -> ResponseReturnValue:
    """Keep the order of the goals."""
    plan, goals = mine(Plan), request.form.getlist("mal")
    if sorted(goals) != sorted(plan.goals):
        abort(400)
    plan.goals = goals
    return "", 204


def _page(form: Form, adding: bool = False) -> str:
    plan = mine(Plan)
    new = request.args.get("ny", 0, type=int)
    return render_template(
        "vuxen_insats/tavla.html",
        plan=plan,
        columns=COLUMNS,
        form=form,
        adding=adding,
        people=[(one, one) for one in RESPONSIBLE],
        new=next((one for one in plan.interventions if one.id == new), None),
    )
