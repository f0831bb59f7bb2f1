"""What all areas share: a fault in Esset is reported to the support."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 0

SECTION = Section("Gemensamt", tasks=(Task("Anmäl fel", "support.report"),))

support = Blueprint("support", __name__, url_prefix="/arendesystem/support")

BLUEPRINTS = (support,)

PLACES = ("Logga in", "Sök person", "Ett ärende", "Beslut och brev", "Annat")

PRIORITIES = (
    ("stopp", "Jag kan inte arbeta", "Vi ringer dig inom en timme."),
    ("hinder", "Jag kan arbeta, men det tar längre tid", "Du får svar i dag."),
    ("onskan", "Det stör mig inte, men bör rättas", "Du får svar inom en vecka."),
)

FILE_KINDS = (".png", ".jpg", ".pdf")
LARGEST = 1_000_000


@dataclass
class Report:
    """A report while it is written, with its attachments, and those that have been sent."""

    files: list[str] = field(default_factory=list)
    sent: list[Form] = field(default_factory=list)
    told: str = ""


@support.route("/", methods=["GET", "POST"])
@staff_only
def report() -> ResponseReturnValue:
    world, form = mine(Report), Form.of(request.form)
    if request.method == "POST":
        form.text("plats", "Välj var felet är")
        form.text("prioritet", "Välj hur brådskande det är")
        form.text("beskrivning", "Beskriv vad som händer")
        email = form.text("epost", "Ange din e-postadress")
        if email and "@" not in email:
            form.wrong("epost", "Skriv e-postadressen som namn@exempel.se")
        if form.ok:
            world.sent.append(form)
            return redirect(url_for("support.receipt"))
    return _page(form, Form())


@support.post("/bilaga")
@staff_only
def attach() -> ResponseReturnValue:
    """Take an attachment, or say why not; the page's part with attachments is shown anew."""
    world, form, sent = mine(Report), Form(), request.files.get("fil")
    world.told = ""
    if not sent or not sent.filename:
        form.wrong("fil", "Välj en fil att bifoga")
    elif not sent.filename.lower().endswith(FILE_KINDS):
        form.wrong("fil", f"{sent.filename} går inte att ta emot. Välj en fil som är png, jpg eller pdf.")
    elif len(sent.read()) > LARGEST:
        form.wrong("fil", f"{sent.filename} är för stor. Välj en fil som är högst 1 MB.")
    else:
        world.files.append(sent.filename)
        world.told = f"{sent.filename} är bifogad."
    return _page(Form(), form)


@support.post("/bilaga/<int:number>/ta-bort")
@staff_only
def detach(number: int) -> ResponseReturnValue:
    world = mine(Report)
    if number < len(world.files):
        world.told = f"{world.files.pop(number)} är borttagen."
    return _page(Form(), Form())


@support.get("/kvitto")
@staff_only
def receipt() -> str:
    sent = mine(Report).sent
    priority = next((one for one in PRIORITIES if sent and one[0] == sent[-1].values["prioritet"]), PRIORITIES[0])
    return render_template("gemensamt_support/kvitto.html", priority=priority, number=4411 + len(sent))


def _page(form: Form, attachment: Form) -> str:
    world = mine(Report)
    told, world.told = world.told, ""
    return render_template(
        "gemensamt_support/anmal.html",
        form=form,
        attachment=attachment,
        files=world.files,
        told=told,
        places=[(one, one) for one in PLACES],
        priorities=PRIORITIES,
    )
