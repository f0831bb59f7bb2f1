"""Vuxen: a place to live is found for someone without a home."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 3

SECTION = Section("Vuxen", tasks=(Task("Sök boende", "boende.search"),))

housing = Blueprint("boende", __name__, url_prefix="/arendesystem/vuxen/boenden")

BLUEPRINTS = (housing,)

PAGE = 4
"""Homes on a page of the list."""


@dataclass(frozen=True)
class Home:
    """A home where the city can place someone. `free`: places left when the day began."""

    id: int
    name: str
    form: str
    district: str
    free: int
    pets: bool = False
    ground_floor: bool = False


HOMES = (
    Home(1, "Akleja", "Stödboende", "Farsta", 2, pets=True),
    Home(2, "Blåklinten", "Träningslägenhet", "Farsta", 1, ground_floor=True),
    Home(3, "Daggkåpan", "Jourboende", "Södermalm", 4),
    Home(4, "Förgätmigej", "Stödboende", "Järva", 1, ground_floor=True),
    Home(5, "Gullvivan", "Jourboende", "Kungsholmen", 6),
    Home(6, "Humlan", "Träningslägenhet", "Skärholmen", 2, pets=True),
    Home(7, "Johannesörten", "Stödboende", "Skärholmen", 3),
    Home(8, "Kaprifolen", "Jourboende", "Järva", 5, pets=True),
    Home(9, "Lavendeln", "Träningslägenhet", "Södermalm", 1),
    Home(10, "Mållan", "Stödboende", "Hägersten-Älvsjö", 2, ground_floor=True),
)

NEEDS = (("husdjur", "Husdjur får följa med"), ("markplan", "I markplan eller med hiss"))


@dataclass
class Reservations:
    """What this visitor has reserved: the homes' ids."""

    homes: list[int] = field(default_factory=list)


@housing.get("/")
@staff_only
def search() -> str:
    forms, districts, needs = (request.args.getlist(name) for name in ("form", "omrade", "behov"))
    found = [
        one
        for one in HOMES
        if (not forms or one.form in forms)
        and (not districts or one.district in districts)
        and (one.pets or "husdjur" not in needs)
        and (one.ground_floor or "markplan" not in needs)
    ]
    pages = max(-(-len(found) // PAGE), 1)
    page = min(max(request.args.get("sida", 1, type=int), 1), pages)
    facets = (
        (
            "form",
            "Boendeform",
            [(name, name, count) for name, count in sorted(Counter(one.form for one in HOMES).items())],
        ),
        (
            "omrade",
            "Område",
            [(name, name, count) for name, count in sorted(Counter(one.district for one in HOMES).items())],
        ),
        (
            "behov",
            "Behov",
            [
                (NEEDS[0][0], NEEDS[0][1], sum(one.pets for one in HOMES)),
                (NEEDS[1][0], NEEDS[1][1], sum(one.ground_floor for one in HOMES)),
            ],
        ),
    )
    chosen = {"form": forms, "omrade": districts, "behov": needs}
    return render_template(
        "vuxen/boenden.html",
        facets=facets,
        chosen=chosen,
        found=found,
        shown=found[(page - 1) * PAGE : page * PAGE],
        page=page,
        pages=pages,
    )


@housing.route("/<int:id>", methods=["GET", "POST"])
@staff_only
def home(id: int) -> ResponseReturnValue:
    found = next((one for one in HOMES if one.id == id), None) or abort(404)
    form = Form.of(request.form)
    if request.method == "POST":
        form.text("person", "Ange vem platsen gäller")
        form.day("fran", "Ange från vilken dag platsen behövs", "Skriv datumet som åååå-mm-dd, till exempel 2026-11-25")
        if form.ok:
            mine(Reservations).homes.append(id)
            return redirect(url_for("boende.reserved", id=id))
    return render_template("vuxen/boende.html", home=found, form=form)


@housing.get("/<int:id>/reserverad")
@staff_only
def reserved(id: int) -> str:
    found = next((one for one in HOMES if one.id == id), None) or abort(404)
    left = found.free - mine(Reservations).homes.count(id)
    return render_template("vuxen/reserverad.html", home=found, left=left)
