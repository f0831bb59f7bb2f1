"""Ekonomiskt bistånd: a resident follows the own case, writes to the officer and reads the decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only
from demo.clock import TODAY
from demo.form import Form
from demo.menu import Section, Service
from demo.store import mine

ORDER = 4

SECTION = Section(
    "Ekonomiskt bistånd",
    services=(Service("Följ mitt ärende", "mittarende.case", "Se vad som händer, skriv till oss och läs beslutet."),),
)

following = Blueprint("mittarende", __name__, url_prefix="/kundportal/mitt-arende")

BLUEPRINTS = (following,)

DIGITS = 6
"""Of the code that opens the decision."""

SUBJECTS = (("utbetalning", "Utbetalningen"), ("beslut", "Beslutet"), ("annat", "Något annat"))


@dataclass(frozen=True)
class Step:
    """A step of the case, with the day when it happened or is planned. `state`: done, now or later."""

    title: str
    day: date
    text: str
    state: str


STEPS = (
    Step("Ansökan kom in", date(2026, 11, 9), "Vi tog emot din ansökan.", "done"),
    Step("Uppgifter kompletterades", date(2026, 11, 16), "Du skickade din hyresavi.", "done"),
    Step("Beslut fattat", date(2026, 11, 23), "Beslutet finns att läsa.", "now"),
    Step("Utbetalning", date(2026, 11, 27), "Pengarna kommer till ditt konto.", "later"),
)

SECTIONS = (
    ("rakning", "Hur har ni räknat?", "Riksnormen, hyran och elen läggs ihop. Sedan dras dina inkomster av."),
    (
        "forandring",
        "Vad gör jag om något ändras?",
        "Skriv till oss samma dag, till exempel om du får lön eller flyttar.",
    ),
    ("nasta", "Hur söker jag för nästa månad?", "Gör en ny ansökan senast den 20 december."),
)


@dataclass(frozen=True)
class Message:
    """A message in the case, the one who wrote it, and when."""

    who: str
    subject: str
    text: str
    day: date


@dataclass
class Case:
    """The visitor's case: its messages, the latest first, and whether the decision has been appealed."""

    messages: list[Message] = field(
        default_factory=lambda: [
            Message(
                "Kim Handledarsson", "Beslutet", "Hej! Beslutet är klart. Hör av dig om du undrar.", date(2026, 11, 23)
            ),
            Message("Du", "Hyresavin", "Här kommer hyresavin som du bad om.", date(2026, 11, 16)),
        ]
    )
    opened: bool = False
    appealed: bool = False


@following.get("/")
@resident_only
def case() -> str:
    return render_template(
        "ekonomiskt_bistand_foljning/arende.html",
        case=mine(Case),
        steps=STEPS,
        more=SECTIONS,
        sent="skickat" in request.args,
    )


@following.route("/meddelande", methods=["GET", "POST"])
@resident_only
def write() -> ResponseReturnValue:
    form = Form.of(request.form)
    if request.method == "POST":
        subject = form.text("amne", "Välj vad meddelandet handlar om")
        text = form.text("text", "Skriv ditt meddelande")
        if form.ok and subject and text:
            mine(Case).messages.insert(0, Message("Du", dict(SUBJECTS).get(subject, "Något annat"), text, TODAY))
            return redirect(url_for("mittarende.case", skickat=1))
    return render_template("ekonomiskt_bistand_foljning/meddelande.html", form=form, subjects=SUBJECTS)


@following.route("/las-upp", methods=["GET", "POST"])
@resident_only
def unlock() -> ResponseReturnValue:
    """The decision opens with a code that was sent, or with the electronic identity once more."""
    form = Form.of(request.form)
    if request.method == "POST":
        code = "" if "legitimation" in request.form else form.text("kod", "Skriv koden som vi skickade")
        if code and not (code.isdecimal() and len(code) == DIGITS):
            form.wrong("kod", f"Koden har {DIGITS} siffror. Se efter i sms:et och försök igen.")
        if form.ok:
            mine(Case).opened = True
            return redirect(url_for("mittarende.decision"))
    return render_template("ekonomiskt_bistand_foljning/las-upp.html", form=form, digits=DIGITS)


@following.route("/beslut", methods=["GET", "POST"])
@resident_only
def decision() -> ResponseReturnValue:
    world = mine(Case)
    if not world.opened:
        return redirect(url_for("mittarende.unlock"))
    if request.method == "POST":
        world.appealed = True
        return redirect(url_for("mittarende.decision"))
    return render_template("ekonomiskt_bistand_foljning/beslut.html", case=world)
