"""Vuxen: someone who is hurt at home seeks protection, without logging in and without being seen."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.clock import NOW
from demo.form import Form
from demo.menu import Section, Service
from demo.store import mine

ORDER = 3

SECTION = Section(
    "Vuxen",
    services=(Service("Stöd och skydd", "skydd.about", "För dig som blir illa behandlad av någon nära dig."),),
)

shelter = Blueprint("skydd", __name__, url_prefix="/kundportal/skydd")
elsewhere = Blueprint("vader", __name__)

BLUEPRINTS = (shelter, elsewhere)

WAYS = (
    ("chatt", "Jag chattar nu", "Inget sparas i din webbläsare."),
    ("sms", "Sms utan avsändare", "Det står bara: Ring oss om din tid."),
    ("telefon", "Ring mig", "Vi säger att vi ringer från ett bibliotek om någon annan svarar."),
)
TIMES = (("formiddag", "Vardagar 9–12"), ("eftermiddag", "Vardagar 13–16"), ("kvall", "Kvällar 18–20"))
SAFE = (("ja", "Ja"), ("nej", "Nej"))

ANSWERS = (
    "Tack för att du skriver. Är du på en plats där du kan skriva ostört?",
    "Jag förstår. Vi har ett rum i ett skyddat boende i dag. Vill du att jag berättar hur det går till?",
    "Ta den tid du behöver. Jag är kvar här.",
)
"""What the social worker writes, one after each message."""


@dataclass(frozen=True)
class Line:
    """One message of the chat. `mine`: written by the one who seeks protection."""

    text: str
    mine: bool

    @property
    def who(self) -> str:
        return "Du" if self.mine else "Sam, socialtjänsten"

    @property
    def when(self) -> str:
        return f"{NOW:%H.%M}"


@dataclass
class Chat:
    """The messages so far."""

    lines: list[Line] = field(default_factory=lambda: [Line("Hej! Jag heter Sam och arbetar här. Hur är det?", False)])

    def say(self, text: str) -> None:
        answered = sum(one.mine for one in self.lines)
        self.lines += [Line(text, True), Line(ANSWERS[min(answered, len(ANSWERS) - 1)], False)]


@shelter.get("/")
def about() -> str:
    return render_template("vuxen_skydd/start.html")


@shelter.route("/kontakt", methods=["GET", "POST"])
def contact() -> ResponseReturnValue:
    form = Form.of(request.form)
    if request.method == "POST":
        way = form.text("satt", "Välj hur du vill ha kontakt")
        if way == "chatt":
            return redirect(url_for("skydd.chat"))
        if way:
            number = form.text("nummer", "Ange numret vi ska använda")
            if number and sum(sign.isdigit() for sign in number) < 7:
                form.wrong("nummer", "Skriv hela numret, till exempel 070-174 06 00")
            form.text("tid", "Välj när det är säkert att vi hör av oss")
        if way == "telefon":
            form.text("ensam", "Välj om du är ensam om telefonen")
        if form.ok:
            return redirect(url_for("skydd.arranged", satt=way))
    return render_template("vuxen_skydd/kontakt.html", form=form, ways=WAYS, times=TIMES, safe=SAFE)


@shelter.get("/klart")
def arranged() -> str:
    return render_template("vuxen_skydd/klart.html", by_text=request.args.get("satt") == "sms")


@shelter.route("/chatt", methods=["GET", "POST"])
def chat() -> ResponseReturnValue:
    world, form = mine(Chat), Form.of(request.form)
    if request.method == "POST":
        text = form.text("meddelande", "Skriv ett meddelande först")
        if text:
            world.say(text)
            return redirect(url_for("skydd.chat"))
    return render_template("vuxen_skydd/chatt.html", form=form, lines=world.lines)


@elsewhere.get("/vader")
def weather() -> str:
    """What the quick exit leads to: a page that says nothing about where one was."""
    return render_template("vuxen_skydd/vader.html")
