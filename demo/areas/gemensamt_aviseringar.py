"""What all areas share: notices of what has happened in one's cases, with a bell on every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import NOW, in_words
from demo.menu import Section, Task
from demo.store import mine

ORDER = 0

SECTION = Section("Gemensamt", tasks=(Task("Aviseringar", "aviseringar.all_notices"),))

notices = Blueprint("aviseringar", __name__, url_prefix="/arendesystem/aviseringar")

BLUEPRINTS = (notices,)

IN_BELL = 3
"""How many of the latest notices the bell shows."""


@dataclass
class Notice:
    """Something that has happened, and whether its receiver has read it."""

    id: int
    title: str
    text: str
    came: datetime
    unread: bool = True

    @property
    def when(self) -> str:
        day = "i dag" if self.came.date() == NOW.date() else in_words(self.came.date())
        return f"{day} klockan {self.came:%H.%M}"


LATE = Notice(
    6,
    "Orosanmälan behöver tas om hand",
    "En skola har anmält oro för ett barn. Socialjouren ber dig ringa.",
    datetime(2026, 11, 24, 9, 35),
)
"""The one that comes while the list is open."""


@dataclass
class Inbox:
    """One's notices, the latest first, and those that were just marked, to be undone."""

    notices: list[Notice] = field(
        default_factory=lambda: [
            Notice(
                5,
                "Komplettering har kommit in",
                "Berit Skissgrens gode man har skickat två verifikat.",
                datetime(2026, 11, 24, 9, 12),
            ),
            Notice(
                4,
                "Beslut ska expedieras",
                "Beslutet om boende för Erik Utkaster är undertecknat.",
                datetime(2026, 11, 24, 8, 40),
            ),
            Notice(
                3, "Nytt meddelande", "Sam Vårdlund har svarat på din fråga om samtycke.", datetime(2026, 11, 23, 15, 5)
            ),
            Notice(
                2,
                "Mötet är flyttat",
                "Nätverksmötet hålls torsdag 3 december klockan 10.",
                datetime(2026, 11, 23, 11, 20),
                unread=False,
            ),
            Notice(
                1,
                "Ny rutin",
                "Rutinen för skyddade personuppgifter har ändrats.",
                datetime(2026, 11, 20, 9, 0),
                unread=False,
            ),
        ]
    )
    told: str = ""
    marked: list[int] = field(default_factory=list)

    @property
    def unread(self) -> int:
        return sum(one.unread for one in self.notices)

    def mark(self, ids: list[int]) -> None:
        self.marked = [one.id for one in self.notices if one.id in ids and one.unread]
        for one in self.notices:
            one.unread = one.unread and one.id not in self.marked


@notices.app_context_processor
def bell() -> dict[str, Any]:
    """What the bell at the top of every page of the case system shows."""
    if "role" not in session:
        return {}
    inbox = mine(Inbox)
    return {"bell_notices": inbox.notices[:IN_BELL], "bell_unread": inbox.unread}


@notices.get("/")
@staff_only
def all_notices() -> str:
    inbox = mine(Inbox)
    told, inbox.told = inbox.told, ""
    return render_template(
        "gemensamt_aviseringar/lista.html", notices=inbox.notices, unread=inbox.unread, told=told, marked=inbox.marked
    )


@notices.get("/<int:id>")
@staff_only
def notice(id: int) -> str:
    found = _notice(id)
    mine(Inbox).mark([id])
    return render_template("gemensamt_aviseringar/avisering.html", notice=found)


@notices.post("/lasta")
@staff_only
def mark() -> ResponseReturnValue:
    """Mark one as read, or all of them."""
    inbox = mine(Inbox)
    id = request.form.get("id", 0, type=int)
    inbox.mark([id] if id else [one.id for one in inbox.notices])
    inbox.told = "Aviseringen är läst." if id else "Alla aviseringar är lästa."
    return redirect(url_for("aviseringar.all_notices"))


@notices.post("/angra")
@staff_only
def undo() -> ResponseReturnValue:
    inbox = mine(Inbox)
    for id in inbox.marked:
        _notice(id).unread = True
    inbox.marked, inbox.told = [], "Aviseringarna är olästa igen."
    return redirect(url_for("aviseringar.all_notices"))


@notices.post("/hamta")
@staff_only
def fetch() -> ResponseReturnValue:
    """Ask for what is new: once, there is something."""
    inbox = mine(Inbox)
    if all(one.id != LATE.id for one in inbox.notices):
        inbox.notices.insert(0, Notice(LATE.id, LATE.title, LATE.text, LATE.came))
        inbox.marked = []
        inbox.told = f"Ny avisering: {LATE.title}."
    return redirect(url_for("aviseringar.all_notices"))


def _notice(id: int) -> Notice:
    return next((one for one in mine(Inbox).notices if one.id == id), None) or abort(404)
