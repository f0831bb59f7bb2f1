"""Barn och unga: an officer of family law books a meeting with both parents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import TODAY, with_weekday
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 2

SECTION = Section("Barn och unga", tasks=(Task("Familjerättsmöten", "moten.meetings"),))

booking = Blueprint("moten", __name__, url_prefix="/arendesystem/barn-och-unga/moten")

BLUEPRINTS = (booking,)

KINDS = (("samarbete", "Samarbetssamtal"), ("avtal", "Avtal om vårdnad"), ("umgange", "Planering av umgänge"))
TIMES = ("09.00", "10.30", "13.00", "14.30")
PARENTS = (("amir", "Amir Testberg"), ("hanna", "Johanna Skisslund"))
FULL = (date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 4), date(2026, 12, 10))
"""Days on which every room is taken."""


@dataclass
class Meeting:
    """A booked meeting. `who`: the parents who are called to it."""

    id: int
    kind: str
    day: date
    time: str
    who: list[str]

    @property
    def when(self) -> str:
        return f"{with_weekday(self.day)} klockan {self.time}"


@dataclass
class Diary:
    """The meetings of one officer, and the one that was just cancelled, which can be booked again."""

    meetings: list[Meeting] = field(
        default_factory=lambda: [
            Meeting(1, "Samarbetssamtal", date(2026, 11, 26), "10.30", ["Amir Testberg"]),
            Meeting(2, "Avtal om vårdnad", date(2026, 12, 3), "13.00", ["Johanna Skisslund", "Amir Testberg"]),
        ]
    )
    cancelled: Meeting | None = None

    def at(self, day: date, time: str) -> Meeting | None:
        return next((one for one in self.meetings if (one.day, one.time) == (day, time)), None)


@booking.route("/", methods=["GET", "POST"])
@staff_only
def meetings() -> ResponseReturnValue:
    diary, form = mine(Diary), Form.of(request.form)
    if request.method == "POST":
        made = _book(diary, form)
        if made:
            return redirect(url_for("moten.meetings", bokat=made.id))
    booked = next((one for one in diary.meetings if one.id == request.args.get("bokat", type=int)), None)
    return render_template(
        "barn_och_unga_moten/moten.html",
        form=form,
        meetings=sorted(diary.meetings, key=lambda one: (one.day, one.time)),
        booked=booked,
        cancelled=diary.cancelled if "avbokat" in request.args else None,
        kinds=KINDS,
        times=[(one, one) for one in TIMES],
        parents=PARENTS,
        full=" ".join(day.isoformat() for day in FULL),
    )


@booking.post("/<int:id>/avboka")
@staff_only
def cancel(id: int) -> ResponseReturnValue:
    diary = mine(Diary)
    diary.cancelled = next((one for one in diary.meetings if one.id == id), None)
    diary.meetings = [one for one in diary.meetings if one.id != id]
    return redirect(url_for("moten.meetings", avbokat=1))


@booking.post("/angra")
@staff_only
def undo() -> ResponseReturnValue:
    diary = mine(Diary)
    if diary.cancelled:
        diary.meetings.append(diary.cancelled)
        diary.cancelled = None
    return redirect(url_for("moten.meetings"))


def _book(diary: Diary, form: Form) -> Meeting | None:
    kind = form.text("typ", "Välj vad mötet gäller")
    form.text("foralder", "Välj minst en förälder att kalla")
    day = form.day("datum", "Ange datum för mötet", "Skriv datumet som åååå-mm-dd, till exempel 2026-12-02")
    if day and day <= TODAY:
        form.wrong("datum", "Välj en dag efter i dag")
    if day and day in FULL:
        form.wrong("datum", f"Alla rum är upptagna {with_weekday(day)}. Välj en annan dag.")
    time = form.text("tid", "Välj tid")
    if day and time and diary.at(day, time):
        form.wrong("tid", f"Du har redan ett möte klockan {time}. Välj en annan tid.")
    if not (form.ok and kind and day and time):
        return None
    who = [dict(PARENTS)[one] for one in form.values.getlist("foralder")]
    made = Meeting(max((one.id for one in diary.meetings), default=0) + 1, dict(KINDS)[kind], day, time, who)
    diary.meetings.append(made)
    return made
