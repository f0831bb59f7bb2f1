"""Barn och unga: anyone reports concern for a child, without logging in."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.form import Form
from demo.menu import Section, Service
from demo.store import mine

ORDER = 2

SECTION = Section(
    "Barn och unga",
    services=(Service("Gör en orosanmälan", "oro.before", "För dig som är orolig för ett barn eller en ung person."),),
)

report = Blueprint("oro", __name__, url_prefix="/kundportal/orosanmalan")

BLUEPRINTS = (report,)

STEPS = ("Innan du börjar", "Barnet", "Din oro", "Granska")
SHORTEST = 20
"""Signs that a concern takes at least to be understood."""

RELATIONS = (
    ("foralder", "Förälder eller släkting"),
    ("granne", "Granne eller vän"),
    ("yrke", "Jag möter barnet i mitt arbete"),
    ("annan", "Annan"),
)
REACH = (("namn", "Ja, med namn"), ("anonym", "Nej, jag vill vara anonym"))


@dataclass
class Report:
    """The report as far as it has come."""

    child: Form = field(default_factory=Form)
    concern: Form = field(default_factory=Form)


@report.get("/")
def before() -> str:
    return render_template("barn_och_unga_oro/innan.html", steps=STEPS)


@report.route("/barnet", methods=["GET", "POST"])
def child() -> ResponseReturnValue:
    world = mine(Report)
    form = world.child
    if request.method == "POST":
        form = Form.of(request.form)
        form.text("barn", "Skriv barnets namn, eller det du vet om det")
        age = form.text("alder", "Skriv barnets ålder, ungefär räcker")
        if age and not (age.isdecimal() and int(age) < 21):
            form.wrong("alder", "Skriv åldern med siffror, från 0 till 20")
        form.text("plats", "Skriv var barnet bor eller går i skola")
        if form.ok:
            world.child = form
            return redirect(url_for("oro.concern"))
    return render_template("barn_och_unga_oro/barnet.html", form=form, steps=STEPS)


@report.route("/din-oro", methods=["GET", "POST"])
def concern() -> ResponseReturnValue:
    world = mine(Report)
    form = world.concern
    if request.method == "POST":
        form = Form.of(request.form)
        told = form.text("oro", "Berätta vad du är orolig för")
        if told and len(told) < SHORTEST:
            form.wrong("oro", "Berätta lite mer: vad har du sett eller hört, och när?")
        form.text("relation", "Välj hur du känner barnet")
        if form.text("kontakt", "Välj om vi får kontakta dig") == "namn":
            form.text("namn", "Ange ditt namn")
            form.text("telefon", "Ange ditt telefonnummer")
        if form.ok:
            world.concern = form
            return redirect(url_for("oro.review"))
    return render_template(
        "barn_och_unga_oro/din-oro.html", form=form, steps=STEPS, relations=RELATIONS, reach=REACH, shortest=SHORTEST
    )


@report.route("/granska", methods=["GET", "POST"])
def review() -> ResponseReturnValue:
    world = mine(Report)
    if request.method == "POST":
        return redirect(url_for("oro.receipt"))
    return render_template(
        "barn_och_unga_oro/granska.html", steps=STEPS, report=world, form=Form(), relations=dict(RELATIONS)
    )


@report.get("/kvitto")
def receipt() -> str:
    return render_template("barn_och_unga_oro/kvitto.html")


@report.get("/tiden-ute")
def timed_out() -> str:
    return render_template("barn_och_unga_oro/tiden-ute.html")
