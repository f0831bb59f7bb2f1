"""Thirty nights: faults come and go, scenarios break, checks are left out; every status is right every night."""

from __future__ import annotations

from checks.model import Visit
from defects.standing import Status
from harness.history.database import connected
from harness.history.store import record
from tests.defects.conftest import make_finding, make_untested, make_visit
from tests.harness.history.conftest import make_run

# A row a fault, a column a night. What is on the page: # the fault, . not. What the run made of it, below:
# n new, o open, m mended, b back again, ? not seen, - nothing to tell.
FAULTS = {
    "steady": ("##############################", "nooooooooooooooooooooooooooooo"),
    "mended": ("#####.........................", "noooom------------------------"),
    "late":   ("............##################", "------------nooooooooooooooooo"),
    "blinks": ("#.#.#.........................", "nmbmbm------------------------"),
    "behind": ("##############################", "nooo??oooooooooooooooooooooooo"),
    "hidden": ("####....######................", "nooo??m-booooom---------------"),
    "engine": ("########......................", "nooooooo??m-------------------"),
}  # fmt: skip
# The state `efter` lies behind a break on nights 4 and 5; the check `pa11y` is broken on 8 and left out on 9.
BREAKS = (4, 5)
UNTESTED, LEFT_OUT = 8, 9
BEHIND, ENGINE = ("behind", "hidden"), "engine"
LETTERS = {
    Status.NEW: "n",
    Status.OPEN: "o",
    Status.MENDED: "m",
    Status.BACK: "b",
    Status.NOT_SEEN: "?",
}


def visits(night: int) -> tuple[list[Visit], list[str]]:
    on = [name for name, (there, _) in FAULTS.items() if there[night] == "#"]
    checks = ["axe", "pa11y"] if night != LEFT_OUT else ["axe"]
    first = [make_finding(name) for name in on if name not in (*BEHIND, ENGINE)]
    if night == UNTESTED:
        first.append(make_untested("pa11y"))
    elif ENGINE in on:
        first.append(make_finding(ENGINE, check="pa11y"))
    made = [make_visit("GE-1", "före", *first)]
    if night not in BREAKS:
        made.append(make_visit("GE-1", "efter", *(make_finding(name) for name in on if name in BEHIND), number=2))
    return made, checks


def test_every_status_is_right_every_night(url: str) -> None:
    told = dict.fromkeys(FAULTS, "")
    for night in range(30):
        made, checks = visits(night)
        run = make_run(night, made, broken=["GE-1"] if night in BREAKS else (), checks=checks)
        with connected(url) as connection:
            standings = record(connection, run, "prov")
        here = {one.where.rpartition(" · ")[2]: LETTERS[one.status] for one in standings}
        for name in FAULTS:
            told[name] += here.get(name, "-")
    assert told == {name: expected for name, (_, expected) in FAULTS.items()}
