"""Äldreomsorg: home-care visits are planned in a schedule."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import TODAY
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 6

SECTION = Section("Äldreomsorg", tasks=(Task("Planera hemtjänst", "hemtjanst.schedule"),))

planning = Blueprint("hemtjanst", __name__, url_prefix="/arendesystem/aldreomsorg/planering")

BLUEPRINTS = (planning,)

CARERS = ("Lo Hemgren", "Mika Omsorgsdotter", "Noor Stödberg", "Pim Vårdqvist")
HOURS = (8, 9, 10, 11, 12)


@dataclass
class Visit:
    """A visit in someone's home, within one hour of the schedule."""

    id: int
    person: str
    task: str
    carer: str
    hour: int
    late: bool = False
    note: str = ""

    @property
    def time(self) -> str:
        return f"{self.hour:02}.00–{self.hour:02}.45"


@dataclass
class Plan:
    """Today's visits. Tomorrow's are the same, none of them late."""

    visits: list[Visit] = field(
        default_factory=lambda: [
            Visit(1, "Anders E.", "Dusch", CARERS[0], 8, note="Nyckel i nyckelskåp. Hund i hallen."),
            Visit(2, "Astrid Ö.", "Frukost", CARERS[0], 9, late=True, note="Ser dåligt. Presentera dig i dörren."),
            Visit(3, "Gunnar Ö.", "Läkemedel", CARERS[1], 8, note="Ska ges före maten."),
            Visit(4, "Berit S.", "Promenad", CARERS[1], 11, note="Rullator står i trapphuset."),
            Visit(5, "Astrid Ö.", "Lunch", CARERS[2], 12, note="Ser dåligt. Presentera dig i dörren."),
            Visit(6, "Anders E.", "Tillsyn", CARERS[3], 10, note="Ring på två gånger."),
        ]
    )

    def at(self, carer: str, hour: int) -> Visit | None:
        """The visit of a carer at an hour, if there is one."""
        return next((one for one in self.visits if (one.carer, one.hour) == (carer, hour)), None)


@planning.route("/", methods=["GET", "POST"])
@staff_only
def schedule() -> ResponseReturnValue:
    plan, form, moving = mine(Plan), Form.of(request.form), None
    day = TODAY + timedelta(days=request.args.get("dag", 0, type=int))
    if request.method == "POST":
        moving = next((one for one in plan.visits if str(one.id) == request.form.get("besok")), None)
        if moving and _move(plan, moving, form):
            return redirect(url_for("hemtjanst.schedule", flyttat=moving.id))
    moved = next((one for one in plan.visits if one.id == request.args.get("flyttat", type=int)), None)
    return render_template(
        "aldreomsorg/schema.html",
        plan=plan,
        form=form,
        carers=CARERS,
        hours=HOURS,
        day=day,
        number=(day - TODAY).days,
        moving=moving,
        moved=moved,
        carer_pairs=[(one, one) for one in CARERS],
        hour_pairs=[(str(one), f"{one:02}.00") for one in HOURS],
    )


def _move(plan: Plan, visit: Visit, form: Form) -> bool:
    carer, hour = form.text("vem", "Välj vem som gör besöket"), form.text("tid", "Välj tid")
    taken = plan.at(carer, int(hour)) if carer and hour else None
    if taken and taken is not visit:
        form.wrong("tid", f"{carer} är hos {taken.person} klockan {taken.time}. Välj en annan tid.")
    if form.ok and carer and hour:
        visit.carer, visit.hour, visit.late = carer, int(hour), False
    return form.ok
