"""Funktionsnedsättning: a resident applies for support under LSS, with words, sound and film that explain."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only
from demo.form import Form
from demo.menu import Section, Service
from demo.store import mine

ORDER = 5

SECTION = Section(
    "Stöd och service till personer med funktionsnedsättning samt socialpsykiatri",
    services=(
        Service("Ansök om stöd enligt LSS", "lss.about", "För dig med funktionsnedsättning. Finns på lättläst."),
    ),
)

support = Blueprint("lss", __name__, url_prefix="/kundportal/lss")

BLUEPRINTS = (support,)

STEPS = ("Om LSS", "Din ansökan", "Granska")
KINDS = (
    ("kontaktperson", "Kontaktperson", "Någon att göra saker med."),
    ("ledsagare", "Ledsagare", "Någon som följer med när du ska ut."),
    ("korttid", "Korttidsvistelse", "Bo hemifrån några dagar."),
)
WHO = (("jag", "Jag själv"), ("god-man", "Min gode man"), ("foralder", "Min förälder"))
REPLIES = (("brev", "Brev"), ("telefon", "Telefonsamtal"), ("film", "Inspelad på video"))


@dataclass
class Application:
    """The application as far as it has come, and whether its texts are the easy ones."""

    easy: bool = False
    form: Form = field(default_factory=Form)


@support.get("/")
@resident_only
def about() -> str:
    world = mine(Application)
    world.easy = request.args.get("text", "lattlast" if world.easy else "") == "lattlast"
    return render_template("funktionsnedsattning_ansokan/om.html", steps=STEPS, form=Form(), easy=world.easy)


@support.route("/ansok", methods=["GET", "POST"])
@resident_only
def apply() -> ResponseReturnValue:
    world = mine(Application)
    world.easy = request.args.get("text", "lattlast" if world.easy else "") == "lattlast"
    form = world.form
    if request.method == "POST":
        form = Form.of(request.form)
        form.text("insats", "Välj vilket stöd du söker")
        form.text("vem", "Välj vem som fyller i ansökan")
        form.text("behov", "Berätta vad du behöver hjälp med")
        form.text("svar", "Välj hur du vill ha svaret")
        if form.ok:
            world.form = form
            return redirect(url_for("lss.review"))
    return render_template(
        "funktionsnedsattning_ansokan/ansok.html",
        steps=STEPS,
        form=form,
        easy=world.easy,
        kinds=KINDS,
        who=WHO,
        replies=REPLIES,
    )


@support.route("/granska", methods=["GET", "POST"])
@resident_only
def review() -> ResponseReturnValue:
    world = mine(Application)
    if request.method == "POST":
        return redirect(url_for("lss.receipt"))
    told = {
        "insats": {value: title for value, title, _ in KINDS},
        "vem": dict(WHO),
        "svar": dict(REPLIES),
    }
    words = {name: titles.get(world.form.values.get(name, ""), "") for name, titles in told.items()}
    return render_template(
        "funktionsnedsattning_ansokan/granska.html",
        steps=STEPS,
        form=Form(),
        easy=world.easy,
        words=words,
        need=world.form.values.get("behov", ""),
    )


@support.get("/kvitto")
@resident_only
def receipt() -> str:
    return render_template("funktionsnedsattning_ansokan/kvitto.html", easy=mine(Application).easy)
