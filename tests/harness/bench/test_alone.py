"""One fault at a time: what is told of each, and that a measurement goes on where it was broken off."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import demo
from harness.bench import alone
from harness.bench.alone import Alone, chosen_faults, measure_alone, of_score
from harness.errors import UsageError
from harness.score import Count, Score

NONE = Score(Count(0, 0, 0, 0), {}, (), (), (), (), (), (), 0.0)


def test_a_fault_that_is_not_in_the_answer_key_is_told() -> None:
    with pytest.raises(UsageError, match="finns inte-1"):
        chosen_faults(["finns inte-1"])
    assert chosen_faults([]) == demo.answer_key()


def test_found_asked_and_missed_are_told_apart() -> None:
    fault = demo.answer_key()[0]
    assert of_score(fault, dataclasses.replace(NONE, found=(fault.id,))).found
    assert of_score(fault, dataclasses.replace(NONE, asked=(fault.id,))).asked
    missed = of_score(fault, NONE)
    assert not missed.found
    assert not missed.asked


def test_what_was_measured_before_is_not_measured_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driven: list[str] = []

    def drive(fault: demo.Fault, options: object) -> Alone:
        driven.append(fault.id)
        return Alone(fault.id, fault.judged, found=True, problem="bröts" if len(driven) == 2 else "")

    monkeypatch.setattr(alone, "_drive", drive)
    faults = demo.answer_key()[:3]
    kept = tmp_path / "new" / "each.jsonl"
    first = measure_alone(faults, kept, lambda one: None)
    # The second was broken off: that one alone is measured again.
    again = measure_alone(faults, kept, lambda one: None)
    assert driven == [*(one.id for one in faults), faults[1].id]
    assert [one.fault for one in first] == [one.fault for one in again] == [one.id for one in faults]


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("hej", encoding="utf-8")
    with pytest.raises(UsageError, match="--resume"):
        measure_alone(demo.answer_key()[:1], tmp_path / "x", lambda one: None)
