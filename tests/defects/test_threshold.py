"""What fails a run: from which priority on, only what is new, and never what is excused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.model import Outcome, Text
from defects.model import Defect, Level, Priority
from defects.threshold import Gate, Threshold

NOTHING = Text("", "")


def make_defect(level: Level = Level.P2, mark: str = "f") -> Defect:
    return Defect(
        mark, "contrast", Outcome.FAILED, ("1.4.3",), ("axe",), ("axe",), ("r",), NOTHING, NOTHING, None, "", {}, (),
        ("kundportal",), Priority(level, 60, ()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "level", "stops"),
    [
        ("P4", Level.P4, True),
        ("P2", Level.P2, True),
        ("P2", Level.P1, True),
        ("P2", Level.P3, False),
        ("none", Level.P1, False),
        ("new:P2", Level.P2, True),
        ("new:P1", Level.P2, False),
    ],
)
def test_priority(told: str, level: Level, stops: bool) -> None:
    assert bool(Gate(Threshold.parse(told)).stopped_by([make_defect(level)])) is stops
    assert str(Threshold.parse(told)) == told


def test_what_was_known_stops_only_where_everything_does() -> None:
    assert Gate(Threshold.parse("new:P4"), known=frozenset({"f"})).stopped_by([make_defect()]) == []
    assert Gate(Threshold.parse("P4"), known=frozenset({"f"})).stopped_by([make_defect()]) != []


def test_what_is_excused_asked_or_good_practice_never_stops() -> None:
    gate = Gate(Threshold.parse("P4"), excused=frozenset({"f"}))
    asked = replace(make_defect(mark="g"), outcome=Outcome.CANT_TELL, question=NOTHING)
    practice = replace(make_defect(mark="h"), criteria=())
    assert gate.stopped_by([make_defect(), asked, practice]) == []


@pytest.mark.parametrize("told", ["P5", "", "new:", "new:P9", "ny:P1"])
def test_a_threshold_that_is_none_is_told(told: str) -> None:
    with pytest.raises(ValueError, match="Tröskeln"):
        Threshold.parse(told)
