"""What all areas share: statistics for managers, with costs from Beslutsstöd, a system of its own in a frame."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.form import Form
from demo.menu import Section, Task

ORDER = 0

SECTION = Section("Gemensamt", tasks=(Task("Statistik", "statistik.figures"),))

statistics = Blueprint("statistik", __name__, url_prefix="/arendesystem/statistik")
decision_support = Blueprint("beslutsstod", __name__, url_prefix="/beslutsstod")

BLUEPRINTS = (statistics, decision_support)

MANAGER = "Enhetschef"

PERIODS = (("h2", "Juli–december 2026"), ("h1", "Januari–juni 2026"))

CASES = {
    "h2": (("Barn och unga", 412), ("Vuxen", 236), ("Ekonomiskt bistånd", 958), ("Äldreomsorg", 641)),
    "h1": (("Barn och unga", 388), ("Vuxen", 251), ("Ekonomiskt bistånd", 1004), ("Äldreomsorg", 612)),
}
"""New cases of each area and period."""

MONTHS = {
    "h2": ("jul", "aug", "sep", "okt", "nov"),
    "h1": ("jan", "feb", "mar", "apr", "maj", "jun"),
}

LEAD_TIMES = {
    "h2": (("I år", (31, 33, 28, 26, 24)), ("Förra året", (36, 38, 35, 34, 35))),
    "h1": (("I år", (39, 37, 36, 34, 33, 32)), ("Förra året", (35, 36, 38, 37, 36, 36))),
}
"""Days from application to decision, month by month."""

FORMATS = (("csv", "Kalkylark (csv)"), ("txt", "Text (txt)"))

COSTS = {
    "Hemtjänst": (("Egen regi", 48.2), ("Privata utförare", 61.7)),
    "Ekonomiskt bistånd": (("Försörjning", 33.9), ("Övrigt", 4.1)),
}
"""Costs in millions of kronor, as Beslutsstöd has them."""


@statistics.get("/")
@staff_only
def figures() -> ResponseReturnValue:
    if session["role"] != MANAGER:
        return render_template("gemensamt_statistik/annan_roll.html")
    return _page(Form())


@statistics.post("/exportera")
@staff_only
def export() -> ResponseReturnValue:
    form = Form.of(request.form)
    form.text("format", "Välj filformat")
    if not form.ok:
        return _page(form)
    return redirect(url_for("statistik.figures", period=_period(), fil=form.values["format"]))


@statistics.get("/nya-arenden.<kind>")
@staff_only
def file(kind: str) -> Response:
    """The figures as a file."""
    if kind not in dict(FORMATS):
        abort(404)
    mark = ";" if kind == "csv" else ": "
    lines = [f"{area}{mark}{count}" for area, count in CASES[_period()]]
    return Response(
        "\r\n".join(lines) + "\r\n",
        mimetype="text/csv" if kind == "csv" else "text/plain",
        headers={"Content-Disposition": f"attachment; filename=nya-arenden.{kind}"},
    )


@decision_support.get("/")
def costs() -> str:
    """A page of Beslutsstöd. It is served from an origin of its own (see `demo.server`), without log-in."""
    asked = request.args.get("verksamhet", "")
    chosen = asked if asked in COSTS else next(iter(COSTS))
    return render_template(
        "beslutsstod/kostnader.html", chosen=chosen, activities=list(COSTS), costs=COSTS[chosen], most=70
    )


def _period() -> str:
    asked = request.values.get("period", "")
    return asked if asked in CASES else PERIODS[0][0]


def _page(form: Form) -> str:
    period = _period()
    return render_template(
        "gemensamt_statistik/statistik.html",
        form=form,
        period=period,
        periods=PERIODS,
        period_name=dict(PERIODS)[period],
        cases=CASES[period],
        months=MONTHS[period],
        lead_times=LEAD_TIMES[period],
        formats=FORMATS,
        ready=request.args.get("fil", "") if request.args.get("fil") in dict(FORMATS) else "",
        beslutsstod=current_app.config["BESLUTSSTOD"],
    )
