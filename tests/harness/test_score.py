"""What a person is told of a run held against the answer key."""

from __future__ import annotations

import io

from rich.console import Console

from harness.score import Count, Score
from harness.tell import print_score


def told(score: Score) -> str:
    written = io.StringIO()
    print_score(Console(file=written, width=200), score)
    return written.getvalue()


def test_missed_faults_are_named_and_defects_counted_per_fault() -> None:
    said = told(Score(Count(4, 1, 0, 0), {}, (), ("ge1-role-menu",), (), (), (), (), 1.25))
    assert "Missade: ge1-role-menu" in said
    assert "Brister per hittat fel: 1.25" in said


def test_without_a_found_fault_there_is_no_such_figure() -> None:
    assert "Brister per" not in told(Score(Count(0, 0, 0, 0), {}, (), (), (), (), (), (), 0.0))
