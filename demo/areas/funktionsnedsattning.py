"""Funktionsnedsättning: support is ordered from a provider."""

from __future__ import annotations

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task

ORDER = 5

SECTION = Section("Funktionsnedsättning", tasks=(Task("Beställ insats", "bestallning.order"),))

orders = Blueprint("bestallning", __name__, url_prefix="/arendesystem/funktionsnedsattning/bestallning")

BLUEPRINTS = (orders,)

PROVIDERS = {
    "Björkens omsorg AB": "Ledsagning, avlösning",
    "Eken assistans": "Personlig assistans",
    "Farsta stadsdelsförvaltning": "Alla insatser",
    "Granens stöd och service": "Ledsagning, kontaktperson",
    "Linden assistans": "Personlig assistans",
    "Poppelns omsorg": "Avlösning",
}
SUPPORT = (
    ("ledsagning", "Ledsagarservice", "Någon följer med till exempelvis läkare eller fritid."),
    ("avlosning", "Avlösarservice", "Någon tar över hemma när anhöriga behöver vila."),
    ("kontakt", "Kontaktperson", "En medmänniska att göra saker tillsammans med."),
)
MOST_HOURS = 40


@orders.route("/", methods=["GET", "POST"])
@staff_only
def order() -> ResponseReturnValue:
    form = Form.of(request.form)
    if request.method == "POST" and "andra" not in request.form:
        _judge(form)
        if form.ok:
            page = "skickad" if "bekraftad" in request.form else "granska"
            return render_template(
                f"funktionsnedsattning/{page}.html", form=form, support={id: label for id, label, _ in SUPPORT}
            )
    return render_template("funktionsnedsattning/bestall.html", form=form, support=SUPPORT)


@orders.get("/utforare")
@staff_only
def providers() -> ResponseReturnValue:
    asked = request.args.get("q", "").strip().casefold()
    return jsonify(
        [{"value": name, "detail": does} for name, does in PROVIDERS.items() if asked and asked in name.casefold()]
    )


def _judge(form: Form) -> None:
    form.text("insats", "Välj insats")
    if (provider := form.text("utforare", "Ange utförare")) and provider not in PROVIDERS:
        form.wrong("utforare", "Välj en av de utförare som staden har avtal med")
    hours = form.text("timmar", "Ange timmar per vecka")
    if hours and not (hours.isdecimal() and 0 < int(hours) <= MOST_HOURS):
        form.wrong("timmar", f"Skriv timmar per vecka som ett tal mellan 1 och {MOST_HOURS}")
    start = form.day(
        "fran", "Ange periodens första dag", "Skriv den första dagen som åååå-mm-dd, till exempel 2026-12-01"
    )
    end = form.day("till", "Ange periodens sista dag", "Skriv den sista dagen som åååå-mm-dd, till exempel 2027-05-31")
    if start and end and end < start:
        form.wrong("till", "Periodens sista dag ska vara efter den första")
