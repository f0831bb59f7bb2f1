"""Överförmyndarverksamhet: someone applies for a trustee, for oneself or for another."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only
from demo.form import Form
from demo.menu import Section, Service
from demo.people import RESIDENT
from demo.store import mine

ORDER = 1

SECTION = Section(
    "Överförmyndarverksamhet",
    services=(
        Service(
            "Ansök om god man", "godman.whom", "För dig som behöver hjälp med din ekonomi, eller för en närstående."
        ),
    ),
)

trustee = Blueprint("godman", __name__, url_prefix="/kundportal/god-man")

BLUEPRINTS = (trustee,)

STEPS = ("Vem det gäller", "Behovet", "Granska")
WHOM = (("mig", "Mig själv"), ("annan", "Någon annan"))
RELATIONS = (("foralder", "Min förälder"), ("barn", "Mitt vuxna barn"), ("make", "Min make, maka eller sambo"))
YES_NO = (("ja", "Ja"), ("nej", "Nej"))
NEEDS = (
    ("ratt", "Bevaka rätt", "Ansöka om bidrag, skriva avtal och överklaga beslut."),
    ("egendom", "Förvalta egendom", "Betala räkningar och sköta pengar."),
    ("person", "Sörja för person", "Se till att vård och omsorg fungerar."),
)
ASSETS = (("lite", "Under 100 000 kr"), ("mer", "100 000 till 1 000 000 kr"), ("mest", "Över 1 000 000 kr"))


@dataclass
class Wish:
    """The application as far as it has come."""

    whom: Form = field(default_factory=Form)
    need: Form = field(default_factory=Form)

    @property
    def address(self) -> str:
        """Where the one who is to have a trustee lives, as far as it has been told."""
        return self.whom.values.get("adress", "") if self.whom.values.get("vem") == "annan" else RESIDENT.address


@trustee.route("/", methods=["GET", "POST"])
@resident_only
def whom() -> ResponseReturnValue:
    world = mine(Wish)
    form = world.whom
    if request.method == "POST":
        form = Form.of(request.form)
        if form.text("vem", "Välj vem ansökan gäller") == "annan":
            form.text("namn", "Ange personens namn")
            form.personal_number(
                "personnummer",
                "Ange personens personnummer",
                "Skriv personnumret med tolv siffror, till exempel 19470231-3312",
            )
            form.text("adress", "Ange personens adress")
            form.text("relation", "Välj vem personen är för dig")
            if form.text("vet", "Välj om personen vet att du ansöker") == "nej":
                form.text("varfor", "Berätta varför personen inte vet om ansökan")
        if form.ok:
            world.whom = form
            return redirect(url_for("godman.need"))
    return render_template(
        "overformyndare_ansokan/vem.html", form=form, steps=STEPS, whom=WHOM, relations=RELATIONS, yes_no=YES_NO
    )


@trustee.route("/behovet", methods=["GET", "POST"])
@resident_only
def need() -> ResponseReturnValue:
    world = mine(Wish)
    first = request.method == "GET" and not world.need.values
    # What has been told once is filled in.
    form = Form.of({"brevadress": world.address}) if first else world.need
    if request.method == "POST":
        form = Form.of(request.form)
        form.text("hjalp", "Välj minst en sak som det behövs hjälp med")
        if "egendom" in form.values.getlist("hjalp"):
            form.text("tillgangar", "Välj ungefär hur stora tillgångarna är")
        if form.text("forslag", "Välj om du har förslag på god man") == "ja":
            form.text("forslag-namn", "Ange namnet på den du föreslår")
        form.text("brevadress", "Ange adressen dit vi ska skicka brev")
        if form.ok:
            world.need = form
            return redirect(url_for("godman.review"))
    return render_template(
        "overformyndare_ansokan/behovet.html",
        form=form,
        blank=Form(),
        first=first,
        steps=STEPS,
        needs=NEEDS,
        assets=ASSETS,
        yes_no=YES_NO,
    )


@trustee.route("/granska", methods=["GET", "POST"])
@resident_only
def review() -> ResponseReturnValue:
    world, form = mine(Wish), Form.of(request.form)
    if request.method == "POST":
        form.text("intygar", "Intyga att uppgifterna stämmer")
        if form.ok:
            return redirect(url_for("godman.receipt"))
    chosen = [title for value, title, _ in NEEDS if value in world.need.values.getlist("hjalp")]
    return render_template("overformyndare_ansokan/granska.html", form=form, steps=STEPS, wish=world, chosen=chosen)


@trustee.get("/kvitto")
@resident_only
def receipt() -> str:
    return render_template("overformyndare_ansokan/kvitto.html")
