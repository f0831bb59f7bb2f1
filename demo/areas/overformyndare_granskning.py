"""Överförmyndarverksamhet: an officer examines yearly accounts, document beside form, and decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 1

SECTION = Section("Överförmyndarverksamhet", tasks=(Task("Granska årsräkningar", "granskning.waiting"),))

examination = Blueprint("granskning", __name__, url_prefix="/arendesystem/overformyndare/granskning")

BLUEPRINTS = (examination,)

STATES = ("Inkommen", "Under granskning", "Väntar på komplettering", "Granskad")

CHECKS = (
    ("saldo", "Ingående saldo", "Ingående saldo är förra årets utgående."),
    ("inkomster", "Inkomster", "Varje inkomst har underlag."),
    ("utgifter", "Utgifter", "Varje utgift har underlag och gäller huvudmannen."),
)

ANSWERS = (("ja", "Stämmer"), ("nej", "Stämmer inte"))

DECISIONS = (
    ("utan", "Granskad utan anmärkning"),
    ("med", "Granskad med anmärkning"),
    ("komplettering", "Begär komplettering", "Gode mannen får 14 dagar på sig."),
)


@dataclass
class Accounts:
    """Yearly accounts that have come in, and what came of them."""

    id: int
    principal: str
    trustee: str
    came: date
    assets: int
    state: str = STATES[0]
    review: Form = field(default_factory=Form)
    decision: str = ""

    @property
    def number(self) -> str:
        return f"ÅR-2026-{self.id:04}"


@dataclass
class Desk:
    """All accounts of the year."""

    accounts: list[Accounts] = field(
        default_factory=lambda: [
            Accounts(114, "Berit Skissgren", "Maj Provdotter", date(2026, 11, 3), 184_200),
            Accounts(97, "Gunnar Övning", "Olle Testgren", date(2026, 10, 20), 62_450, STATES[1]),
            Accounts(121, "Astrid Övningsdotter", "Maj Provdotter", date(2026, 11, 17), 1_204_000),
            Accounts(88, "Ibrahim Mallgren", "Sara Utkastdotter", date(2026, 10, 6), 31_900, STATES[2]),
            Accounts(104, "Cecilia Mallstedt", "Olle Testgren", date(2026, 10, 27), 240_800),
            Accounts(71, "Anders Exempelström", "Sara Utkastdotter", date(2026, 9, 15), 98_300, STATES[3]),
            Accounts(126, "Alma Exempelsson", "Maj Provdotter", date(2026, 11, 20), 12_750),
        ]
    )


@examination.get("/")
@staff_only
def waiting() -> str:
    asked, state = request.args.get("q", "").strip(), request.args.get("lage", "")
    accounts = mine(Desk).accounts
    found = [
        one
        for one in accounts
        if asked.casefold() in f"{one.principal} {one.trustee} {one.number}".casefold() and state in ("", one.state)
    ]
    return render_template(
        "overformyndare_granskning/lista.html",
        form=Form.of({"q": asked, "lage": state}),
        found=found,
        states=[(one, one) for one in STATES],
    )


@examination.route("/<int:id>", methods=["GET", "POST"])
@staff_only
def accounts(id: int) -> ResponseReturnValue:
    found = _accounts(id)
    form = Form.of(request.form) if request.method == "POST" else found.review
    if request.method == "POST":
        for name, label, _ in CHECKS:
            form.text(name, f"Ange om det stämmer: {label.lower()}")
        if "nej" in [form.values.get(name) for name, _, _ in CHECKS]:
            form.text("anmarkning", "Skriv vad som inte stämmer")
        if form.ok:
            found.review, found.state = form, STATES[1]
            return _page(found, form, Form())
    return _page(found, form, None)


@examination.post("/<int:id>/beslut")
@staff_only
def decide(id: int) -> ResponseReturnValue:
    found, form = _accounts(id), Form.of(request.form)
    form.text("beslut", "Välj beslut")
    if not form.ok:
        return _page(found, found.review, form)
    found.decision = next(one[1] for one in DECISIONS if one[0] == form.values["beslut"])
    found.state = STATES[2] if form.values["beslut"] == "komplettering" else STATES[3]
    return redirect(url_for("granskning.decided", id=id))


@examination.get("/<int:id>/beslutad")
@staff_only
def decided(id: int) -> str:
    return render_template("overformyndare_granskning/beslutad.html", accounts=_accounts(id))


def _accounts(id: int) -> Accounts:
    return next((one for one in mine(Desk).accounts if one.id == id), None) or abort(404)


def _page(accounts: Accounts, form: Form, decision: Form | None) -> str:
    """The page of examination; `decision` is the dialog's form while it is open."""
    return render_template(
        "overformyndare_granskning/granska.html",
        accounts=accounts,
        form=form,
        decision=decision,
        checks=CHECKS,
        answers=ANSWERS,
        decisions=DECISIONS,
    )
