"""Kommunal hälso- och sjukvård: given medicines are signed."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import NOW
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 7

SECTION = Section("Kommunal hälso- och sjukvård", tasks=(Task("Signera läkemedel", "lakemedel.doses"),))

medicines = Blueprint("lakemedel", __name__, url_prefix="/arendesystem/halso-och-sjukvard/lakemedel")

BLUEPRINTS = (medicines,)

NOW_TEXT = f"{NOW:%H.%M}"


@dataclass
class Dose:
    """A dose of a medicine, to be given within a time. `signed` is when, empty while it is not."""

    id: int
    drug: str
    amount: str
    form: str
    earliest: str
    latest: str
    signed: str = ""
    reason: str = ""

    @property
    def late(self) -> bool:
        return not self.signed and self.latest < NOW_TEXT


@dataclass
class Round:
    """The morning's doses for one patient, and the latest one signed, which can be undone."""

    doses: list[Dose] = field(
        default_factory=lambda: [
            Dose(1, "Påhittin 500 mg", "1 tablett", "Tablett", "08.00", "09.00"),
            Dose(2, "Exemplin 20 mg", "2 tabletter", "Tablett", "09.00", "10.00"),
            Dose(3, "Låtsasol", "10 ml", "Flytande", "09.00", "10.00"),
            Dose(4, "Providin", "1 droppe i vardera ögat", "Ögondroppar", "09.00", "09.45"),
            Dose(5, "Testamol 1 g", "1 tablett", "Tablett", "08.00", "10.00", signed="08.40"),
        ]
    )
    latest: int | None = None


REASONS = (("sov", "Patienten sov"), ("borta", "Patienten var inte hemma"), ("annat", "Annat"))


@medicines.get("/")
@staff_only
def doses() -> str:
    return _page(Form())


@medicines.post("/<int:id>/signera")
@staff_only
def sign(id: int) -> ResponseReturnValue:
    world, dose = mine(Round), _dose(id)
    form = Form.of(request.form)
    if dose.late:
        dose.reason = form.text("skal", "Välj varför dosen ges sent") or ""
        if not form.ok:
            return _page(form, late=dose)
    dose.signed, world.latest = NOW_TEXT, id
    return redirect(url_for("lakemedel.doses"))


@medicines.post("/<int:id>/angra")
@staff_only
def undo(id: int) -> ResponseReturnValue:
    _dose(id).signed, mine(Round).latest = "", None
    return redirect(url_for("lakemedel.doses", angrad=id))


@medicines.get("/fakta")
@staff_only
def facts() -> str:
    return render_template("halso_och_sjukvard/fakta.html")


def _dose(id: int) -> Dose:
    return next((one for one in mine(Round).doses if one.id == id), None) or abort(404)


def _page(form: Form, late: Dose | None = None) -> str:
    world = mine(Round)
    by_id = {one.id: one for one in world.doses}
    return render_template(
        "halso_och_sjukvard/lakemedel.html",
        doses=world.doses,
        form=form,
        late=late,
        reasons=REASONS,
        now=NOW_TEXT,
        latest=by_id.get(world.latest or 0),
        undone=by_id.get(request.args.get("angrad", 0, type=int)),
        done=sum(bool(one.signed) for one in world.doses),
    )
