"""What `bench processes` holds against what. The runs themselves are its command's."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.bench import processes
from harness.errors import RunBroken


def test_each_run_is_held_against_the_one_beside_it_in_its_own_round(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([100.0, 60.0, 50.0, 80.0, 16.0, 110.0, 50.0, 55.0, 80.0, 8.0, 90.0, 60.0, 45.0, 80.0, 10.0])
    asked: list[tuple[str, ...]] = []

    def timed(output: Path, arguments: tuple[str, ...]) -> float:
        asked.append((output.name, *arguments))
        return next(seconds)

    monkeypatch.setattr(processes, "_timed", timed)
    heard: list[tuple[str, float]] = []
    told = {one.line: one for one in processes.measure_processes(["--area", "EB"], 3, lambda *one: heard.append(one))}
    assert [one.line for one in told.values()] == [line for line, _ in heard[:5]]
    assert (told["-n 2"].seconds, told["-n 2"].faster) == (60.0, pytest.approx(100 / 60))
    assert told["-n auto"].faster == 2.0
    assert (told[processes.AGAIN].beside, told[processes.AGAIN].faster) == (processes.FIRST, 8.0)
    # The second time finds the first one's findings, and no other round's.
    first, again = asked[3:5]
    assert first == again and "--incremental" in first and "--area" in first
    assert {one[0] for one in asked[:5]}.isdisjoint(one[0] for one in asked[5:])


def test_a_run_that_breaks_gives_no_figure(tmp_path: Path) -> None:
    with pytest.raises(RunBroken, match="--profile påhittad"):
        processes._timed(tmp_path, ("--profile", "påhittad"))
