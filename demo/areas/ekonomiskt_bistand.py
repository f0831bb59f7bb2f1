"""Ekonomiskt bistånd: a resident applies."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only
from demo.form import Form
from demo.menu import Section, Service
from demo.people import RESIDENT
from demo.store import mine

ORDER = 4

SECTION = Section(
    "Ekonomiskt bistånd",
    services=(Service("Ansök om ekonomiskt bistånd", "bistand.about", "För dig som inte kan försörja dig just nu."),),
)

application = Blueprint("bistand", __name__, url_prefix="/kundportal/ekonomiskt-bistand")

BLUEPRINTS = (application,)

STEPS = ("Om dig", "Ekonomi", "Bilagor", "Granska och signera")
LARGEST_FILE = 1_000_000
HOUSING = (("hyresratt", "Hyresrätt"), ("inneboende", "Inneboende"), ("saknar", "Jag har ingenstans att bo"))


@dataclass
class Application:
    """The application as far as it has come."""

    about: Form = field(default_factory=lambda: Form.of({"epost": RESIDENT.email}))
    economy: Form = field(default_factory=Form)
    files: list[str] = field(default_factory=list)


@application.route("/", methods=["GET", "POST"])
@resident_only
def about() -> ResponseReturnValue:
    world = mine(Application)
    form = world.about
    if request.method == "POST":
        form = Form.of(request.form)
        form.text("telefon", "Ange ditt telefonnummer")
        if "@" not in (form.text("epost", "Ange din e-postadress") or "@"):
            form.wrong("epost", "Skriv e-postadressen med @, till exempel namn@exempel.se")
        if form.text("boende", "Välj hur du bor") == "hyresratt":
            form.kronor("hyra", "Ange hur mycket hyran är", "Skriv hyran i hela kronor, till exempel 7 400")
        if form.ok:
            world.about = form
            return redirect(url_for("bistand.economy"))
    return render_template("ekonomiskt_bistand/om-dig.html", form=form, steps=STEPS, housing=HOUSING)


@application.route("/ekonomi", methods=["GET", "POST"])
@resident_only
def economy() -> ResponseReturnValue:
    world = mine(Application)
    form = world.economy
    if request.method == "POST":
        form = Form.of(request.form)
        for name, what in (("lon", "lönen"), ("bidrag", "bidragen"), ("el", "elräkningen")):
            form.kronor(name, f"Ange {what}, eller 0", f"Skriv {what} i hela kronor, till exempel 1 200")
        if form.ok:
            world.economy = form
            return redirect(url_for("bistand.attachments"))
    return render_template("ekonomiskt_bistand/ekonomi.html", form=form, steps=STEPS)


@application.route("/bilagor", methods=["GET", "POST"])
@resident_only
def attachments() -> ResponseReturnValue:
    world, form = mine(Application), Form()
    if request.method == "POST":
        sent = request.files.get("fil")
        if not sent or not sent.filename:
            form.wrong("fil", "Välj en fil att ladda upp")
        elif len(sent.read()) > LARGEST_FILE:
            form.wrong(
                "fil",
                f"{sent.filename} är för stor. Välj en fil på högst 1 MB, eller fotografera med lägre upplösning.",
            )
        else:
            world.files.append(sent.filename)
            return redirect(url_for("bistand.attachments"))
    return render_template("ekonomiskt_bistand/bilagor.html", form=form, steps=STEPS, files=world.files)


@application.route("/granska", methods=["GET", "POST"])
@resident_only
def review() -> ResponseReturnValue:
    form = Form.of(request.form)
    if request.method == "POST":
        form.text("intygar", "Intyga att uppgifterna stämmer")
        if form.ok:
            return redirect(url_for("bistand.sign"))
    return render_template(
        "ekonomiskt_bistand/granska.html", form=form, steps=STEPS, application=mine(Application), housing=dict(HOUSING)
    )


@application.route("/signera", methods=["GET", "POST"])
@resident_only
def sign() -> ResponseReturnValue:
    if request.method == "POST":
        return redirect(url_for("bistand.receipt"))
    return render_template("ekonomiskt_bistand/signera.html", steps=STEPS)


@application.get("/kvitto")
@resident_only
def receipt() -> str:
    return render_template("ekonomiskt_bistand/kvitto.html")
