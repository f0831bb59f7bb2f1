"""What all areas share: running cases are gone through before they are moved to Esset."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from demo.access import staff_only
from demo.clock import TODAY, in_words
from demo.menu import Section, Task
from demo.people import PEOPLE
from demo.store import mine

ORDER = 0

SECTION = Section("Gemensamt", tasks=(Task("Städa data", "stadning.work"),))

cleaning = Blueprint("stadning", __name__, url_prefix="/arendesystem/stadning")

BLUEPRINTS = (cleaning,)

HOW_MANY = 500

KINDS = ("Fel adress", "Förslag utan beslut", "Ska gallras")

ASKED_ABOUT = 64
"""The case with two addresses, which a person must choose between."""

ADDRESSES = ("Provgatan 14", "Mallvägen 3")


@dataclass
class Work:
    """Numbers of the cases that have been put right."""

    done: set[int] = field(default_factory=set)


@cleaning.get("/")
@staff_only
def work() -> str:
    return render_template("gemensamt_stadning/arbetslista.html", kinds=KINDS, addresses=ADDRESSES, how_many=HOW_MANY)


@cleaning.get("/rader")
@staff_only
def rows() -> ResponseReturnValue:
    """All cases that are left, for a table that shows some of them at a time."""
    done = mine(Work).done
    return jsonify([_row(number) for number in range(1, HOW_MANY + 1) if number not in done])


@cleaning.post("/ratta")
@staff_only
def put_right() -> ResponseReturnValue:
    """Put some cases right; the answer says how many are left."""
    world = mine(Work)
    world.done |= {int(one) for one in request.form.getlist("nummer") if one.isdecimal()}
    return jsonify({"left": HOW_MANY - len(world.done)})


def _row(number: int) -> dict[str, object]:
    person = PEOPLE[number % len(PEOPLE)]
    changed: date = TODAY - timedelta(days=40 + 3 * number)
    return {
        "number": number,
        "case": f"P-{changed.year}-{30_000 - 7 * number:06}",
        "person": "Uppgift skyddad" if person.protected else person.name,
        "protected": person.protected,
        "kind": KINDS[number % len(KINDS)],
        "area": person.case,
        "changed": in_words(changed),
        "asked": number == ASKED_ABOUT,
    }
