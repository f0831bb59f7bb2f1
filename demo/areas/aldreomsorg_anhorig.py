"""Äldreomsorg: a relative sees when the home care comes, and shares it with the rest of the family."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only
from demo.clock import TODAY
from demo.form import Form
from demo.menu import Section, Service
from demo.store import mine

ORDER = 6

SECTION = Section(
    "Äldreomsorg",
    services=(Service("Anhörigs planering", "anhorig.plan", "Se när hemtjänsten kommer till den du är anhörig till."),),
)

relative = Blueprint("anhorig", __name__, url_prefix="/kundportal/planering")

BLUEPRINTS = (relative,)

WEEKS = (0, 1, 2)
VISITS = (
    ("08.00–08.45", "Frukost och läkemedel", "Lo Hemgren"),
    ("12.00–12.30", "Lunch", "Mika Omsorgsdotter"),
    ("18.30–19.15", "Kvällsmat och tillsyn", "Noor Stödberg"),
)
SHOWER = ("10.00–10.45", "Dusch", "Pim Vårdqvist")
EXTENT = (("tider", "Bara tiderna"), ("allt", "Tiderna och vad som ska göras"))


@dataclass
class Shared:
    """Who else may see the planning, by e-mail address."""

    with_whom: list[str] = field(default_factory=lambda: ["bo.exempelstrom@exempel.invalid"])


@relative.route("/", methods=["GET", "POST"])
@resident_only
def plan() -> ResponseReturnValue:
    world, form = mine(Shared), Form.of(request.form)
    week = request.args.get("vecka", 0, type=int)
    week = week if week in WEEKS else 0
    if request.method == "POST":
        address = form.text("epost", "Ange e-postadressen till den som ska få se planeringen")
        if address and "@" not in address:
            form.wrong("epost", "Skriv e-postadressen med @, till exempel namn@exempel.se")
        form.text("vad", "Välj vad som ska visas")
        if form.ok and address:
            world.with_whom.append(address)
            return redirect(url_for("anhorig.plan", delat=address))
    return render_template(
        "aldreomsorg_anhorig/planering.html",
        form=form,
        shared=world.with_whom,
        days=_days(week),
        week=week,
        weeks=[(number, monday.isocalendar().week) for number, monday in ((one, _monday(one)) for one in WEEKS)],
        extent=EXTENT,
        told=request.args.get("delat", ""),
        ended=request.args.get("slutat", ""),
    )


@relative.post("/sluta")
@resident_only
def stop() -> ResponseReturnValue:
    """Stop sharing with someone."""
    address = request.form.get("epost", "")
    shared = mine(Shared).with_whom
    if address in shared:
        shared.remove(address)
    return redirect(url_for("anhorig.plan", slutat=address))


def _monday(week: int) -> date:
    return TODAY - timedelta(days=TODAY.weekday()) + timedelta(weeks=week)


def _days(week: int) -> list[tuple[date, list[tuple[str, str, str]]]]:
    """The days of a week with their visits; a shower on Wednesdays."""
    days = [_monday(week) + timedelta(days=number) for number in range(7)]
    return [(day, sorted([*VISITS, SHOWER] if day.weekday() == 2 else VISITS)) for day in days]
