"""What all areas share: the ways in, the staff's overview, and finding a person."""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from demo.access import resident_only, staff_only
from demo.form import Form
from demo.menu import Section, Task
from demo.people import DISTRICTS, PEOPLE, ROLES, Person

ORDER = 0

SECTION = Section(
    "Gemensamt", tasks=(Task("Mina uppgifter", "gemensamt.overview"), Task("Sök person", "gemensamt.find_person"))
)

staff = Blueprint("gemensamt", __name__)
portal = Blueprint("kundportal", __name__, url_prefix="/kundportal")

BLUEPRINTS = (staff, portal)

PAGE = 6
"""Persons on a page of the search."""

SHORTEST_PASSWORD = 4
"""The demo takes anyone at their word, but a shorter password than this is wrong, so that a wrong one can be tried."""


@staff.get("/")
def front() -> str:
    return render_template("gemensamt/framsida.html")


# The way in for staff


@staff.route("/arendesystem/logga-in", methods=["GET", "POST"])
def log_in() -> ResponseReturnValue:
    form = Form.of(request.form)
    if request.method == "POST":
        name = form.text("anvandarnamn", "Ange ditt användarnamn")
        password = form.text("losenord", "Ange ditt lösenord")
        if password and len(password) < SHORTEST_PASSWORD:
            form.wrong(
                "losenord", "Användarnamnet och lösenordet hör inte ihop. Kontrollera stavningen och försök igen."
            )
        if form.ok:
            session["staff"] = name
            session.pop("role", None)
            return redirect(url_for("gemensamt.choose_role"))
    return render_template("gemensamt/logga-in.html", form=form)


@staff.route("/arendesystem/roll", methods=["GET", "POST"])
def choose_role() -> ResponseReturnValue:
    if "staff" not in session:
        return redirect(url_for("gemensamt.log_in"))
    form = Form.of(request.form)
    if request.method == "POST":
        if request.form.get("roll") in {role for role, _ in ROLES}:
            session["role"] = request.form["roll"]
            return redirect(url_for("gemensamt.overview"))
        form.wrong("roll", "Välj den roll du ska arbeta i")
    return render_template("gemensamt/valj-roll.html", form=form, options=[(role, role, text) for role, text in ROLES])


@staff.get("/arendesystem/utloggad")
def log_out() -> str:
    session.clear()
    return render_template("gemensamt/utloggad.html")


@staff.get("/arendesystem/")
@staff_only
def overview() -> str:
    return render_template("gemensamt/oversikt.html")


# Finding a person


@staff.get("/arendesystem/personer")
@staff_only
def find_person() -> str:
    asked, district = request.args.get("q", "").strip(), request.args.get("omrade", "")
    found = _matching(asked, district) if asked or district else []
    page = min(max(request.args.get("sida", 1, type=int), 1), _pages(found))
    shown = found[(page - 1) * PAGE : page * PAGE]
    return render_template(
        "gemensamt/personer.html",
        form=Form.of({"q": asked, "omrade": district}),
        asked=asked,
        district=district,
        districts=DISTRICTS,
        pairs=[(one, one) for one in DISTRICTS],
        found=found,
        shown=shown,
        page=page,
        pages=_pages(found),
    )


@staff.get("/arendesystem/personer/forslag")
@staff_only
def propose_person() -> ResponseReturnValue:
    """Proposals while someone types: nothing about a protected person but the name."""
    asked = request.args.get("q", "").strip()
    return jsonify(
        [
            {"value": one.name, "detail": "Skyddade personuppgifter" if one.protected else one.number}
            for one in _matching(asked, "")[:6]
        ]
        if asked
        else []
    )


@staff.route("/arendesystem/personer/<int:id>", methods=["GET", "POST"])
@staff_only
def person(id: int) -> str | Response:
    """A person's card. A protected one's opens only for those who state why."""
    found = next((one for one in PEOPLE if one.id == id), None) or abort(404)
    reason = request.form.get("skal", "")
    if found.protected and not reason:
        return Response(render_template("gemensamt/skyddad.html", person=found), 403)
    return render_template("gemensamt/person.html", person=found, reason=reason)


def _matching(asked: str, district: str) -> list[Person]:
    wanted = asked.casefold()
    return [
        one
        for one in PEOPLE
        if (wanted in one.name.casefold() or (wanted in one.number and not one.protected))
        and (not district or one.district == district)
    ]


def _pages(found: list[Person]) -> int:
    return max(-(-len(found) // PAGE), 1)


# The residents' portal


@portal.route("/logga-in", methods=["GET", "POST"])
def log_in_resident() -> ResponseReturnValue:
    if request.method == "POST":
        session["resident"] = True
        back = request.form.get("till", "")
        return redirect(back if back.startswith("/kundportal") else url_for("kundportal.start"))
    return render_template("kundportal/logga-in.html", back=request.args.get("till", ""))


@portal.get("/")
@resident_only
def start() -> str:
    return render_template("kundportal/start.html")


@portal.get("/utloggad")
def log_out_resident() -> str:
    session.clear()
    return render_template("kundportal/utloggad.html")
