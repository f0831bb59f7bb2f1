"""Kommunal hälso- och sjukvård: a note is written in a patient's record, keyword by keyword."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import NOW
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 7

SECTION = Section("Kommunal hälso- och sjukvård", tasks=(Task("Skriv journal", "journal.write"),))

records = Blueprint("journal", __name__, url_prefix="/arendesystem/halso-och-sjukvard/journal")

BLUEPRINTS = (records,)

KEYWORDS = (
    ("andning", "Andning"),
    ("cirkulation", "Cirkulation"),
    ("nutrition", "Nutrition"),
    ("smarta", "Smärta"),
    ("somn", "Sömn"),
    ("uppfoljning", "Uppföljning"),
)

TEMPLATES = (
    ("hembesok", "Hembesök", ("andning", "nutrition", "uppfoljning")),
    ("telefon", "Telefonkontakt", ("smarta", "uppfoljning")),
    ("bedomning", "Bedömning", ("andning", "cirkulation", "nutrition", "smarta", "somn")),
)

NOW_TEXT = f"{NOW:%H.%M}"


@dataclass
class Record:
    """The notes that have been signed: when each was, and its reason."""

    notes: list[tuple[str, str]] = field(default_factory=list)


@records.route("/", methods=["GET", "POST"])
@staff_only
def write() -> ResponseReturnValue:
    form = Form.of(request.form)
    if request.method == "POST":
        _judge(form)
        if form.ok:
            mine(Record).notes.append((form.values["tid"], form.values["orsak"]))
            return redirect(url_for("journal.signed"))
    return render_template(
        "halso_och_sjukvard_journal/anteckning.html",
        form=form,
        keywords=KEYWORDS,
        templates=TEMPLATES,
        used=[slug for slug, _ in KEYWORDS if f"sok-{slug}" in form.values],
    )


@records.get("/signerad")
@staff_only
def signed() -> str:
    when, reason = (mine(Record).notes or [(NOW_TEXT, "")])[-1]
    return render_template("halso_och_sjukvard_journal/signerad.html", when=when, reason=reason)


def _judge(form: Form) -> None:
    when = form.text("tid", "Ange när kontakten var")
    if when and not re.fullmatch(r"([01]\d|2[0-3])[.:][0-5]\d", when):
        form.wrong("tid", "Skriv tiden som tt.mm, till exempel 09.15")
    elif when and when.replace(":", ".") > NOW_TEXT:
        form.wrong("tid", f"Klockan är {NOW_TEXT}. Skriv en tid som har varit, till exempel 09.15")
    form.text("orsak", "Skriv vad kontakten gällde")
    if not [slug for slug, _ in KEYWORDS if form.values.get(f"sok-{slug}", "").strip()]:
        form.wrong("sokord-knapp", "Skriv något under minst ett sökord")
