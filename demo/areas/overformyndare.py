"""Överförmyndarverksamhet: a trustee hands in the yearly accounts."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only
from demo.form import Form
from demo.menu import Section, Service
from demo.money import parse_kronor
from demo.store import mine

ORDER = 1

SECTION = Section(
    "Överförmyndarverksamhet",
    services=(Service("Lämna årsräkning", "arsrakning.assignment", "För dig som är god man eller förvaltare."),),
)

accounts = Blueprint("arsrakning", __name__, url_prefix="/kundportal/arsrakning")

BLUEPRINTS = (accounts,)

STEPS = ("Uppdraget", "Inkomster och utgifter", "Bilagor", "Granska")
PRINCIPALS = ("Berit Skissgren", "Gunnar Övning")
KINDS = ("Inkomst", "Utgift")
FILE_KINDS = (".pdf", ".jpg", ".png")


@dataclass(frozen=True)
class Item:
    """One income or expense; the amount as it was written."""

    kind: str = KINDS[0]
    what: str = ""
    amount: str = ""


@dataclass
class Accounts:
    """The yearly accounts as far as they have come."""

    assignment: Form = field(default_factory=Form)
    items: list[Item] = field(default_factory=lambda: [Item()])
    files: list[tuple[str, int]] = field(default_factory=list)

    def total(self, kind: str) -> int:
        return sum(parse_kronor(one.amount) or 0 for one in self.items if one.kind == kind)


@accounts.route("/", methods=["GET", "POST"])
@resident_only
def assignment() -> ResponseReturnValue:
    world = mine(Accounts)
    form = world.assignment
    if request.method == "POST":
        form = Form.of(request.form)
        form.text("huvudman", "Välj vem årsräkningen gäller")
        start = form.day(
            "fran", "Ange periodens första dag", "Skriv periodens första dag som åååå-mm-dd, till exempel 2026-01-01"
        )
        end = form.day(
            "till", "Ange periodens sista dag", "Skriv periodens sista dag som åååå-mm-dd, till exempel 2026-12-31"
        )
        if start and end and end < start:
            form.wrong("till", "Periodens sista dag ska vara efter den första")
        form.kronor(
            "tillgangar",
            "Ange tillgångarna vid periodens början",
            "Skriv tillgångarna i hela kronor, till exempel 12 500",
        )
        if form.ok:
            world.assignment = form
            return redirect(url_for("arsrakning.items"))
    return render_template(
        "overformyndare/uppdraget.html", form=form, steps=STEPS, principals=[(one, one) for one in PRINCIPALS]
    )


@accounts.route("/poster", methods=["GET", "POST"])
@resident_only
def items() -> ResponseReturnValue:
    world, form = mine(Accounts), Form()
    if request.method == "POST":
        written = zip(
            request.form.getlist("typ"), request.form.getlist("vad"), request.form.getlist("belopp"), strict=True
        )
        world.items = [Item(*one) for one in written] or [Item()]
        for number, item in enumerate(world.items, 1):
            if not item.what.strip():
                form.wrong(f"vad-{number}", f"Ange vad post {number} avser")
            if (parse_kronor(item.amount) or 0) <= 0:
                form.wrong(f"belopp-{number}", f"Skriv beloppet för post {number} i hela kronor, till exempel 4 200")
        if form.ok:
            return redirect(url_for("arsrakning.attachments"))
    totals = {kind: world.total(kind) for kind in KINDS}
    return render_template(
        "overformyndare/poster.html",
        form=form,
        steps=STEPS,
        items=world.items,
        kinds=KINDS,
        blank=Item(),
        totals=totals,
    )


@accounts.route("/bilagor", methods=["GET", "POST"])
@resident_only
def attachments() -> ResponseReturnValue:
    world, form = mine(Accounts), Form()
    if request.method == "POST":
        sent = request.files.get("fil")
        if not sent or not sent.filename:
            form.wrong("fil", "Välj en fil att ladda upp")
        elif not sent.filename.lower().endswith(FILE_KINDS):
            form.wrong("fil", f"{sent.filename} går inte att ta emot. Välj en fil som är pdf, jpg eller png.")
        else:
            world.files.append((sent.filename, max(len(sent.read()) // 1000, 1)))
            return redirect(url_for("arsrakning.attachments", _anchor="uppladdat"))
    return render_template("overformyndare/bilagor.html", form=form, steps=STEPS, files=world.files)


@accounts.route("/granska", methods=["GET", "POST"])
@resident_only
def review() -> ResponseReturnValue:
    world, form = mine(Accounts), Form.of(request.form)
    if request.method == "POST":
        form.text("intygar", "Intyga att uppgifterna stämmer")
        if form.ok:
            return redirect(url_for("arsrakning.receipt"))
    return render_template("overformyndare/granska.html", form=form, steps=STEPS, accounts=world, kinds=KINDS)


@accounts.get("/kvitto")
@resident_only
def receipt() -> str:
    return render_template("overformyndare/kvitto.html")
