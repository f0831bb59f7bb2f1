"""Ekonomiskt bistånd: a resident applies, and an officer decides on an application made again."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only, staff_only
from demo.form import Form
from demo.menu import Section, Service, Task
from demo.money import kronor, parse_kronor
from demo.people import RESIDENT
from demo.store import mine

ORDER = 4

SECTION = Section(
    "Ekonomiskt bistånd",
    tasks=(Task("Återansökningar", "ateransokan.incoming"),),
    services=(Service("Ansök om ekonomiskt bistånd", "bistand.about", "För dig som inte kan försörja dig just nu."),),
)

application = Blueprint("bistand", __name__, url_prefix="/kundportal/ekonomiskt-bistand")
cases = Blueprint("ateransokan", __name__, url_prefix="/arendesystem/ekonomiskt-bistand/ateransokningar")

BLUEPRINTS = (application, cases)


# A resident applies

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
            form.wrong("fil", f"{sent.filename} är för stor. Välj en fil på högst 1 MB, eller fotografera med lägre upplösning.")
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
    return render_template("ekonomiskt_bistand/granska.html", form=form, steps=STEPS, application=mine(Application), housing=dict(HOUSING))


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


# An officer decides


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
        Post("norm", "Riksnorm", 5_110, 5_110), Post("hyra", "Hyra", 7_400, 7_400), Post("el", "Hushållsel", 620, 480),
        Post("resor", "Arbetsresor", 1_020, 1_020), Post("lon", "Lön efter skatt", wage, wage, income=True),
        Post("bidrag", "Bostadsbidrag", 1_300, 1_300, income=True),
    ]


@dataclass
class Desk:
    """What lies on the officer's desk."""

    cases: list[Case] = field(default_factory=lambda: [
        Case(8812, "Fatima Testlund", "december 2026", "Inkommen", _posts(4_200)),
        Case(8807, "Bashir Exempelson", "december 2026", "Inkommen", _posts(0)),
        Case(8790, "Johanna Skisslund", "december 2026", "Väntar på svar", _posts(6_900)),
    ])


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
    return render_template("ekonomiskt_bistand/arende.html", case=found, form=form, decisions=DECISIONS, confirm=confirm, kronor=kronor)


@cases.get("/<int:id>/beslutad")
@staff_only
def decided(id: int) -> str:
    found = next((one for one in mine(Desk).cases if one.id == id), None) or abort(404)
    return render_template("ekonomiskt_bistand/beslutad.html", case=found)
